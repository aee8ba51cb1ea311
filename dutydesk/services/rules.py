"""What is wrong with the roster as it stands."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from dutydesk.domain.brief import brief
from dutydesk.domain.dates import Period
from dutydesk.domain.rules import Finding, Rule, check, filled_around, holiday_rosters_due, lasting
from dutydesk.services.roster import LONGEST_DAYS, situation_of
from dutydesk.storage.store import Store

A_YEAR = 365  # days


def findings(store: Store, period: Period, today: date | None = None) -> tuple[Finding, ...]:
    """All findings of a period in order of days; refuses an office without shifts or people.

    With `today`, holiday rosters that should have been sent up by then are found too. A queue is unfair only
    if the days planned without a gap around the period do not even it out.
    """
    situation = situation_of(store, period)
    found = lasting_findings(store, period, check(brief(situation)))
    due = tuple(holiday_rosters_due(situation, today)) if today else ()
    return tuple(sorted((*found, *due), key=lambda each: each.day))


def lasting_findings(store: Store, period: Period, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a period without the differences that the days planned around it even out."""
    found = tuple(found)
    if all(each.rule is not Rule.UNFAIR for each in found):
        return found
    around = timedelta(days=min(A_YEAR, (LONGEST_DAYS - len(period)) // 2))
    reach = situation_of(store, Period(period.first - around, period.last + around))
    return lasting(found, brief(replace(reach, period=filled_around(reach, period))))
