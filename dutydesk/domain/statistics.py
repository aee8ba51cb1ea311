"""What a year of duty came to, as plain counts: by person, month, day, call, report, kind and section."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.discipline import Candidate, ViolationKind
from dutydesk.domain.incidents import Channel
from dutydesk.domain.roster import Duty
from dutydesk.domain.shares import Share
from dutydesk.domain.violations import COUNTING, Violation

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Had:
    """How many duties somebody had, and how many were due."""

    count: int = 0
    due: float = 0.0

    def __add__(self, other: "Had") -> "Had":
        """The sum of both."""
        return Had(self.count + other.count, self.due + other.due)


@dataclass(frozen=True, slots=True)
class Load:
    """One person's duties by the class of their days, those of all posts together."""

    person: str
    by_class: Mapping[RotationClass, Had] = field(hash=False)

    def of(self, rotation: RotationClass) -> Had:
        """The duties on days of one class."""
        return self.by_class.get(rotation, Had())

    @property
    def whole(self) -> Had:
        """The duties on all days."""
        return sum(self.by_class.values(), Had())


def loads(shares: Iterable[Share]) -> tuple[Load, ...]:
    """The shares of all queues by person, in the order in which the persons come first."""
    found: dict[str, dict[RotationClass, Had]] = {}
    for each in shares:
        own = found.setdefault(each.person, {})
        own[each.rotation] = own.get(each.rotation, Had()) + Had(each.count, each.due)
    return tuple(Load(person, own) for person, own in found.items())


def by_month(duties: Iterable[Duty], year: int) -> Mapping[str, tuple[int, ...]]:
    """How many duties everybody stood in each month of a year, by person id."""
    months: dict[str, list[int]] = {}
    for each in duties:
        if each.actual and each.place.day.year == year:
            months.setdefault(each.actual, [0] * _MONTHS)[each.place.day.month - 1] += 1
    return {person: tuple(counts) for person, counts in months.items()}


@dataclass(frozen=True, slots=True)
class Answer:
    """A call that checked a shift: when (UTC), who made it, and after how many seconds it was answered."""

    at: datetime
    shift: str
    inspector: str
    seconds: int | None


@dataclass(frozen=True, slots=True)
class Reported:
    """How long one report of an incident took, in whole minutes; `took` is None while nobody has made it."""

    incident: int
    name: str
    at: datetime
    channel: Channel
    allowed: int
    took: int | None

    @property
    def is_late(self) -> bool:
        """Whether it went out after its time."""
        return self.took is not None and self.took > self.allowed


@dataclass(frozen=True, slots=True)
class Lateness:
    """How often somebody relieved others too late, and for how many minutes in all and at most."""

    person: str
    times: int
    minutes: int
    longest: int


def lateness(noted: Iterable[Candidate]) -> tuple[Lateness, ...]:
    """Late arrivals at the desk by person, whoever came latest in all first."""
    minutes: dict[str, list[int]] = {}
    for each in noted:
        if each.kind is ViolationKind.LATE and each.person and each.minutes:
            minutes.setdefault(each.person, []).append(each.minutes)
    found = (Lateness(person, len(each), sum(each), max(each)) for person, each in minutes.items())
    return tuple(sorted(found, key=lambda each: (-each.minutes, each.person)))


@dataclass(frozen=True, slots=True)
class Cases:
    """The violations of one kind in one section: how many were brought, and how many of them count."""

    kind: ViolationKind
    section: str
    brought: int
    counting: int
    points: int


def cases(known: Iterable[Violation], sections: Mapping[str, str]) -> tuple[Cases, ...]:
    """Violations by kind and section; `sections` are the ids of everybody's section by person id."""
    brought, counting, points = Counter[tuple[ViolationKind, str]](), Counter[object](), Counter[object]()
    for each in known:
        key = (each.kind, sections.get(each.person, ""))
        brought[key] += 1
        counting[key] += each.state in COUNTING
        points[key] += each.points
    order = list(ViolationKind)
    keys = sorted(brought, key=lambda key: (order.index(key[0]), key[1]))
    return tuple(Cases(*key, brought[key], counting[key], points[key]) for key in keys)


@dataclass(frozen=True, slots=True)
class Account:
    """What somebody has left on a day in half days; `annual_due` None where the service is not known.

    `soon` are those of rest that expire before long.
    """

    person: str
    annual_due: int | None
    annual_left: int | None
    rest_earned: int
    rest_left: int
    soon: int


def busiest(days: Mapping[date, int]) -> tuple[date, int] | None:
    """The day with the most entries, the first of equals; None where there are none."""
    return max(sorted(days.items()), key=lambda each: each[1], default=None)
