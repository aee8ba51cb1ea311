"""Everything a roster depends on, frozen: what must be stood and who may stand it.

Two situations are equal exactly when the same plan fits both: a plan is adopted only while they are.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from dutydesk.domain.calendar import Calendar, RotationClass, SensitivePeriod
from dutydesk.domain.dates import Period, week_of
from dutydesk.domain.duties import PlaceKey, Post, ShiftType, Turn, by_sort, day_places
from dutydesk.domain.leave import Leave, LeaveType
from dutydesk.domain.leave.course import family
from dutydesk.domain.office import PlanRules
from dutydesk.domain.people import Exemption, ExemptionScope, Pair, Person
from dutydesk.domain.roster import Duty, Tally, Wish

Absence = TypeVar("Absence", Exemption, Leave)
QueueKey = tuple[str, RotationClass]
"""The id of a post and the class of its days."""


class Bar(StrEnum):
    """Why somebody may not stand a place, whatever else is planned."""

    POST = "post"
    NOT_SERVING = "not_serving"
    EXEMPT = "exempt"
    ON_LEAVE = "on_leave"


@dataclass(frozen=True)
class Situation:
    """The facts for planning one period.

    `duties` reach from the start of the fairness account to a week after the period. `kept` are the places
    whose present person stays unless a rule forbids it (published ones). `waived` are places that somebody
    stands in spite of a leave, by the duty leader's word.
    """

    period: Period
    calendar: Calendar
    people: tuple[Person, ...]
    posts: tuple[Post, ...]
    shifts: tuple[ShiftType, ...]
    rules: PlanRules = field(default_factory=PlanRules)
    exemptions: tuple[Exemption, ...] = ()
    pairs: tuple[Pair, ...] = ()
    leaves: tuple[Leave, ...] = ()
    leave_types: tuple[LeaveType, ...] = ()
    sensitive: tuple[SensitivePeriod, ...] = ()
    tallies: tuple[Tally, ...] = ()
    wishes: tuple[Wish, ...] = ()
    duties: tuple[Duty, ...] = ()
    kept: frozenset[PlaceKey] = frozenset()
    waived: frozenset[tuple[PlaceKey, str]] = frozenset()

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The number of each person: the place in the address list."""
        return {person.id: number for number, person in enumerate(self.people)}

    @cached_property
    def shift(self) -> Mapping[str, ShiftType]:
        """Shift types by id."""
        return {each.id: each for each in self.shifts}

    @cached_property
    def duty(self) -> Mapping[PlaceKey, Duty]:
        """Duties by place."""
        return {each.place: each for each in self.duties}

    def places(self, period: Period) -> Iterator[PlaceKey]:
        """Every place that must be stood in a period, in the order of days, shifts and posts."""
        shifts = by_sort(self.shifts)
        for day in period:
            yield from day_places(shifts, day, self.rotation(day), self.added(day))

    def rotation(self, day: date) -> RotationClass:
        """The queue that pays on a day."""
        return self.calendar.day(day).rotation

    def queue_of(self, place: PlaceKey) -> QueueKey:
        """The queue that pays for a place: a week's turn is a holiday turn when any of its days is one."""
        shift = self.shift.get(place.shift)
        if shift is None or shift.turn is Turn.DAY:
            return place.post, self.rotation(place.day)
        holiday = any(self.rotation(day) is RotationClass.HOLIDAY for day in week_of(place.day))
        return place.post, RotationClass.HOLIDAY if holiday else RotationClass.WORKDAY

    def counts(self, place: PlaceKey) -> bool:
        """Whether the place is a turn of its own: a week counts once, on its first day planned."""
        shift = self.shift.get(place.shift)
        return shift is None or shift.turn is Turn.DAY or place in self._week_firsts

    @cached_property
    def _week_firsts(self) -> Container[PlaceKey]:
        """The first place of each week's turn in the period; not Monday where the pattern starts later."""
        firsts: dict[tuple[Period, str, str, int], PlaceKey] = {}
        for place in self.places(self.period):
            if self.shift[place.shift].turn is Turn.WEEK:
                firsts.setdefault((week_of(place.day), place.shift, place.post, place.seat), place)
        return frozenset(firsts.values())

    def added(self, day: date) -> Mapping[str, int]:
        """Heads added on a day by sensitive periods: the greatest wish for each post."""
        heads: dict[str, int] = {}
        for each in self.sensitive:
            if day in each.period:
                for post, more in each.places:
                    heads[post] = max(heads.get(post, 0), more)
        return heads

    def bars(self, person: Person, place: PlaceKey) -> tuple[Bar, ...]:
        """Every reason for which a person may not stand a place, duties of others aside."""
        return tuple(self._bars(person, place))

    def _bars(self, person: Person, place: PlaceKey) -> Iterator[Bar]:
        if place.post not in person.posts:
            yield Bar.POST
        if not person.serves(place.day):
            yield Bar.NOT_SERVING
        shift = self.shift[place.shift]
        rotation = self.rotation(place.day)
        if any(spares(each, place, shift, rotation) for each in self._spared.get(person.id, ())):
            yield Bar.EXEMPT
        if self._is_missed(person, shift, place, ()):
            yield Bar.ON_LEAVE

    def _is_missed(
        self, person: Person, shift: ShiftType, place: PlaceKey, forgiven: Container[Leave]
    ) -> bool:
        """Whether a leave keeps a person from a place; a waiver is for any seat of the post."""
        starts, ends = shift.span(place.day)
        missed = any(
            begins < ends and starts < over and each not in forgiven
            for begins, over, each in self._away_spans.get(person.id, ())
        )
        return missed and (person.id, place.day, place.shift, place.post) not in self._waived

    @cached_property
    def _waived(self) -> Container[tuple[str, date, str, str]]:
        return {(person, place.day, place.shift, place.post) for place, person in self.waived}

    @cached_property
    def _spared(self) -> Mapping[str, tuple[Exemption, ...]]:
        return _by_person(self.exemptions)

    @cached_property
    def _away(self) -> Mapping[str, tuple[Leave, ...]]:
        return _by_person(each for each in self.leaves if each.is_away)

    @cached_property
    def _away_spans(self) -> Mapping[str, tuple[tuple[datetime, datetime, Leave], ...]]:
        """The leave of each person with its span, made once: every place of a year is held against it."""
        return {
            person: tuple((*each.span(), each) for each in leaves) for person, leaves in self._away.items()
        }

    def masks(self, period: Period, *, account: bool = False) -> Mapping[tuple[date, str, str], int]:
        """Who may stand each post of each shift on each day: bit n is person n.

        With `account`, leave whose turns are repaid does not count: what is owed, not what can be stood.
        """
        served = {post.id: self._holders(post.id) for post in self.posts}
        barred = self._barred(period, self.repaid if account else frozenset())
        return {
            (day, shift.id, post): served[post] & ~barred.get((day, shift.id, post), 0)
            for day in period
            for shift in self.shifts
            if shift.runs(day)
            for post in shift.heads(self.rotation(day)).keys() | self.added(day).keys()
        }

    @cached_property
    def repaid(self) -> frozenset[Leave]:
        """The leave whose skipped turns are made up: by the days of the whole absence, as it was taken."""
        kinds = {each.id: each for each in self.leave_types}
        away = [each for each in self.leaves if each.is_away]
        extended = {each.extends for each in away if each.extends}
        whole = (family(away, each) if each.extends or each.id in extended else (each,) for each in away)
        return frozenset(
            leave
            for leave, parts in zip(away, whole, strict=True)
            if leave.type in kinds and kinds[leave.type].repays(_days_absent(parts))
        )

    def _holders(self, post: str) -> int:
        return sum(1 << number for number, person in enumerate(self.people) if post in person.posts)

    def _barred(self, period: Period, forgiven: Container[Leave]) -> Mapping[tuple[date, str, str], int]:
        """The people each place may not have, found from the few days on which anybody is barred."""
        barred: dict[tuple[date, str, str], int] = {}
        for number, person in enumerate(self.people):
            for day, shift in self._restricted(person, period, forgiven):
                for post in person.posts:
                    key = (day, shift.id, post)
                    if self._spared_or_away(person, day, shift, post, forgiven):
                        barred[key] = barred.get(key, 0) | 1 << number
        return barred

    def _restricted(
        self, person: Person, period: Period, forgiven: Container[Leave]
    ) -> Iterator[tuple[date, ShiftType]]:
        """The days on which something may bar a person."""
        days: set[date] = set()
        for exemption in self._spared.get(person.id, ()):
            days.update(_shared(period, exemption.first, exemption.last))
        for leave in self._away.get(person.id, ()):
            if leave not in forgiven:
                days.update(_shared(period, leave.period.first - timedelta(days=1), leave.period.last))
        if person.joined:
            days.update(_shared(period, None, person.joined - timedelta(days=1)))
        if person.left:
            days.update(_shared(period, person.left + timedelta(days=1), None))
        return ((day, shift) for day in days for shift in self.shifts)

    def _spared_or_away(
        self, person: Person, day: date, shift: ShiftType, post: str, forgiven: Container[Leave]
    ) -> bool:
        place = PlaceKey(day, shift.id, post, 0)
        rotation = self.rotation(day)
        return (
            not person.serves(day)
            or any(spares(each, place, shift, rotation) for each in self._spared.get(person.id, ()))
            or self._is_missed(person, shift, place, forgiven)
        )


def spares(exemption: Exemption, place: PlaceKey, shift: ShiftType, rotation: RotationClass) -> bool:
    """Whether an exemption spares its person this place."""
    if not exemption.covers(place.day):
        return False
    match exemption.scope:
        case ExemptionScope.ALL:
            return True
        case ExemptionScope.NIGHT:
            return shift.night
        case ExemptionScope.HOLIDAY:
            return rotation is RotationClass.HOLIDAY
        case ExemptionScope.POST:
            return exemption.post == place.post


def is_away(leave: Leave, shift: ShiftType, day: date) -> bool:
    """Whether a leave meets the shift that starts on a day, the night before its first morning included."""
    begins, ends = leave.span()
    starts, stops = shift.span(day)
    return begins < stops and starts < ends


def _days_absent(parts: Sequence[Leave]) -> int:
    """The calendar days from the first half day of an absence to the last one taken."""
    return (parts[-1].taken().period.last - parts[0].period.first).days + 1


def _by_person(things: Iterable[Absence]) -> Mapping[str, tuple[Absence, ...]]:
    found: dict[str, list[Absence]] = {}
    for each in things:
        found.setdefault(each.person, []).append(each)
    return {person: tuple(some) for person, some in found.items()}


def _shared(period: Period, first: date | None, last: date | None) -> Iterable[date]:
    """The days of a period from `first` to `last`, either of which may be open."""
    begins = max(period.first, first) if first else period.first
    ends = min(period.last, last) if last else period.last
    return Period(begins, ends) if begins <= ends else ()
