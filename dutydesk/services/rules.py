"""What is wrong with the roster as it stands."""

from datetime import date

from dutydesk.domain.brief import brief
from dutydesk.domain.dates import Period
from dutydesk.domain.rules import Finding, check, holiday_rosters_due
from dutydesk.services.roster import situation_of
from dutydesk.storage.store import Store


def findings(store: Store, period: Period, today: date | None = None) -> tuple[Finding, ...]:
    """All findings of a period in order of days; refuses an office without shifts or people.

    With `today`, holiday rosters that should have been sent up by then are found too.
    """
    situation = situation_of(store, period)
    found = check(brief(situation))
    due = tuple(holiday_rosters_due(situation, today)) if today else ()
    return tuple(sorted((*found, *due), key=lambda each: each.day))
