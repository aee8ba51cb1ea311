from datetime import date

import pytest

from dutydesk.domain.office import PlanRules, Rule, plan_rules

LIMIT = [
    Rule("b", "week_limit", "3", date(2026, 7, 1)),
    Rule("a", "week_limit", "1", date(2026, 1, 1)),
    Rule("c", "consecutive_days", "true", date(2026, 7, 1)),
    Rule("d", "a rule of a later program", "5", date(2026, 1, 1)),
]


@pytest.mark.parametrize(
    ("day", "limit", "consecutive"),
    [(date(2025, 12, 31), 2, False), (date(2026, 1, 1), 1, False), (date(2026, 7, 1), 3, True)],
)
def test_the_rule_that_began_last_holds(day, limit, consecutive):
    found = plan_rules(LIMIT, day)
    assert (found.week_limit, found.consecutive_days) == (limit, consecutive)


def test_without_a_rule_the_defaults_hold():
    assert plan_rules([], date(2026, 1, 1)) == PlanRules()
