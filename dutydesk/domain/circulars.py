"""The circular (通报): what a period's checks and judgements came to, with demands (domain.md §9.4, F10)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from dutydesk.domain.dates import Period, month_of, week_of
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.rulebook import Family
from dutydesk.domain.spot_checks import Presence, SpotCheck
from dutydesk.domain.violations import COUNTING, State, Step, Violation

_HALF = 15
_QUARTER = 3


class Span(StrEnum):
    """For how long a circular is."""

    WEEK = "week"
    HALF_MONTH = "half_month"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class CircularRules:
    """For how long a circular is (domain.md §1), and whether it names persons."""

    span: str = "week"
    named: bool = True


CIRCULARS: Final = Family("circular", CircularRules())


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was checked, and how many of it were found how."""

    checks: int = 0
    people: int = 0
    absent: int = 0
    late: int = 0
    unanswered: int = 0
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement of the period: hundredths taken, and those that the person has lost in the year by then.

    `state` is that at the period's end: what was cancelled or changed on appeal is told like what was taken.
    """

    number: str
    person: str
    kind: ViolationKind
    day: date
    what: str
    state: State
    points: int
    cumulated: int


@dataclass(frozen=True, slots=True)
class Matter:
    """A follow-up that came to its third stage: number, content, who is responsible, when it was due."""

    number: int
    content: str
    responsible: str
    due: date


@dataclass(frozen=True, slots=True)
class Demand:
    """What is to be put right, and until when."""

    text: str
    until: date


@dataclass(frozen=True, slots=True)
class Circular:
    """A circular; `number` counts those of a year and is 0 while it is only looked at."""

    id: str
    period: Period
    named: bool
    made_at: datetime
    made_by: str
    counts: Counts
    problems: tuple[str, ...]
    entries: tuple[Entry, ...]
    matters: tuple[Matter, ...]
    demands: tuple[Demand, ...]
    number: int = 0


def span_of(span: Span, day: date) -> Period:
    """The week, half month, month or quarter in which a day lies."""
    month = month_of(day)
    match span:
        case Span.WEEK:
            return week_of(day)
        case Span.HALF_MONTH:
            half = month.first.replace(day=_HALF)
            return Period(month.first, half) if day <= half else Period(half + timedelta(days=1), month.last)
        case Span.MONTH:
            return month
        case Span.QUARTER:
            first = date(day.year, (day.month - 1) // _QUARTER * _QUARTER + 1, 1)
            return Period(first, month_of(first.replace(month=first.month + _QUARTER - 1)).last)


def counted(checks: Iterable[SpotCheck]) -> Counts:
    """How much was checked and found."""
    made = tuple(checks)
    found = [each.presence for check in made for each in check.found]
    return Counts(
        checks=len(made),
        people=len(found),
        absent=found.count(Presence.ABSENT),
        late=found.count(Presence.LATE),
        unanswered=found.count(Presence.UNANSWERED),
        replaced=found.count(Presence.REPLACED),
    )


def entries(
    violations: Iterable[Violation], before: Mapping[str, Step], after: Mapping[str, Step]
) -> tuple[Entry, ...]:
    """Every violation whose points changed, or that was decided on appeal, between two instants.

    `before` and `after` are the newest steps then.
    """
    known = tuple(violations)
    return tuple(
        Entry(
            each.title, each.person, each.kind, each.day, each.what, now.state, now.points,
            sum(
                after[other.id].points
                for other in known
                if other.person == each.person and other.day.year == each.day.year and other.id in after
            ),
        )
        for each in known
        if (now := after.get(each.id)) is not None and _is_news(before.get(each.id), now)
    )  # fmt: skip


def _is_news(before: Step | None, now: Step) -> bool:
    was = before.state if before else State.REPORTED
    told = was in COUNTING or now.state in COUNTING
    return told and was is not now.state and now.state is not State.APPEALED
