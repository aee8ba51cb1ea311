"""Who of a section is away when: the year at a glance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dutydesk.domain.dates import Period
from dutydesk.domain.leave.request import Half, Leave


@dataclass(frozen=True, slots=True)
class Away:
    """One leave on one day; `whole` is False where the person is there for half of it."""

    leave: Leave
    whole: bool


def away_by_day(leaves: Iterable[Leave], period: Period) -> Mapping[tuple[str, date], Away]:
    """What keeps each person away on each day of a period, approved leave before leave that is asked for."""
    found: dict[tuple[str, date], Away] = {}
    for leave in sorted(leaves, key=lambda each: each.is_away):
        if not leave.is_asked:
            continue
        taken = leave.taken()
        for day in taken.period:
            if day in period:
                late = day == taken.period.first and taken.from_half is Half.AFTERNOON
                early = day == taken.period.last and taken.to_half is Half.MORNING
                found[leave.person, day] = Away(leave, whole=not (late or early))
    return found


def fewest_left(
    people: Iterable[str], away: Mapping[tuple[str, date], Away], period: Period
) -> Mapping[date, int]:
    """How many of these people are there on each day; half a day away counts as away."""
    everybody = tuple(people)
    return {day: sum((each, day) not in away for each in everybody) for day in period}
