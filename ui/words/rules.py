"""What the rules of planning are called."""

from ui.i18n import tr


def rule_words() -> dict[str, str]:
    """What each rule is called."""
    return {
        "rest_hours": tr("Least rest between two duties (hours)"),
        "consecutive_days": tr("Duties on consecutive days are allowed"),
        "week_limit": tr("Most duties of a person in a week (0: no limit)"),
        "pairs_apart": tr("A and B of a pair never on duty or away together"),
        "sections_apart": tr("Nobody of one section twice on a day"),
        "fair_bound": tr("Difference of counts that is still fair"),
        "sent_up_days": tr("Holiday roster is sent up (days before)"),
        "swap_notice_days": tr("A holiday duty is exchanged at the latest (days before)"),
        "account_years": tr("Earlier years that count for fairness"),
    }
