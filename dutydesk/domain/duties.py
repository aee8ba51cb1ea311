"""Posts and shifts: what must be stood, when, by how many (domain.md §4.1-4.2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dutydesk.domain.calendar import RotationClass


@dataclass(frozen=True, slots=True)
class Post:
    """A position of the roster, such as 带班领导.

    `also` are the words under which staff lists name it; `seats` name its places one by one (主班, 副班), and
    a head beyond them has no name of its own. `leads` marks the post that satisfies "a leader on site".
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    sort: int = 0
    leads: bool = False

    def seat_name(self, seat: int) -> str:
        """The heading of one place of the post; `seat` counts from 0."""
        return self.seats[seat] if seat < len(self.seats) else self.name


class Turn(StrEnum):
    """How long one turn lasts."""

    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Season:
    """Month-day to month-day, both included; may run over the new year. (5, 1), (9, 30) is the summer."""

    first: tuple[int, int]
    last: tuple[int, int]

    def covers(self, day: date) -> bool:
        """Whether the day lies in the season."""
        mark = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= mark <= self.last
        return mark >= self.first or mark <= self.last


@dataclass(frozen=True, slots=True)
class Places:
    """How many heads of one post a shift needs on days of one class."""

    post: str
    rotation: RotationClass
    heads: int


@dataclass(frozen=True, slots=True)
class ShiftType:
    """One shift of the day in local time; it belongs to the day on which it starts, also at night.

    A shift whose end is not after its start ends on the next day. `rest_hours` is the least rest after it
    (24/48 is a 24-hour shift with 48). `night` is what a night exemption spares. `first`/`last` bound the
    days on which the pattern is in force.
    """

    id: str
    name: str
    starts: time
    ends: time
    places: tuple[Places, ...]
    night: bool = False
    rest_hours: int = 12
    turn: Turn = Turn.DAY
    season: Season | None = None
    first: date | None = None
    last: date | None = None
    sort: int = 0

    def runs(self, day: date) -> bool:
        """Whether the pattern is in force on that day, whatever the day's class."""
        in_force = (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        return in_force and (self.season is None or self.season.covers(day))

    def span(self, day: date) -> tuple[datetime, datetime]:
        """Start and end in local time (naive) of the shift that starts on `day`."""
        end = day if self.ends > self.starts else day + timedelta(days=1)
        return datetime.combine(day, self.starts), datetime.combine(end, self.ends)

    def heads(self, rotation: RotationClass) -> dict[str, int]:
        """Heads by post id on days of one class."""
        return {each.post: each.heads for each in self.places if each.rotation is rotation and each.heads}


@dataclass(frozen=True, slots=True, order=True)
class PlaceKey:
    """One place of the roster: the day on which the shift starts, shift, post and seat from 0."""

    day: date
    shift: str
    post: str
    seat: int


def by_sort(shifts: Iterable[ShiftType]) -> tuple[ShiftType, ...]:
    """Shifts in the order of the day."""
    return tuple(sorted(shifts, key=lambda each: (each.sort, each.starts, each.name)))


def day_places(
    shifts: Iterable[ShiftType], day: date, rotation: RotationClass, extra: Mapping[str, int]
) -> tuple[PlaceKey, ...]:
    """Every place of one day in the order of `shifts`.

    `extra` are the heads that a sensitive period adds by post: to each shift that stands the post, and where
    none does, to the longest shift of the day.
    """
    heads = {each: each.heads(rotation) for each in shifts if each.runs(day)}
    standing = {each: posts for each, posts in heads.items() if posts}
    for post, more in extra.items():
        for shift in [each for each in standing if post in standing[each]] or _longest(standing, day):
            standing[shift][post] = standing[shift].get(post, 0) + more
    return tuple(
        PlaceKey(day, shift.id, post, seat)
        for shift, posts in standing.items()
        for post, count in posts.items()
        for seat in range(count)
    )


def _longest(shifts: Iterable[ShiftType], day: date) -> list[ShiftType]:
    ranked = sorted(shifts, key=lambda each: each.span(day)[1] - each.span(day)[0])
    return ranked[-1:]
