"""What is wrong with the roster as it stands."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from dutydesk.domain.brief import brief
from dutydesk.domain.dates import Period
from dutydesk.domain.rules import Finding, Rule, check, filled_around, holiday_rosters_due, lasting
from dutydesk.domain.situation import Situation
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
    return evened_out(found, period, reach_around(store, period)) if is_unfair(found) else found


def is_unfair(found: Iterable[Finding]) -> bool:
    """Whether a queue came out unfair, which the days around may even out."""
    return any(each.rule is Rule.UNFAIR for each in found)


def reach_around(store: Store, period: Period) -> Situation:
    """The days around a period, by which differences may be evened out."""
    around = timedelta(days=min(A_YEAR, (LONGEST_DAYS - len(period)) // 2))
    return situation_of(store, Period(period.first - around, period.last + around))


def evened_out(found: Iterable[Finding], period: Period, reach: Situation) -> tuple[Finding, ...]:
    """The findings of a period without the differences that the days around it even out."""
    return lasting(tuple(found), brief(replace(reach, period=filled_around(reach, period))))
