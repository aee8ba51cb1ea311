"""Who sits at the desk: sign-in, relief and sign-out, and what the clock says of them (domain.md §6.3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rulebook import Family


@dataclass(frozen=True, slots=True)
class WatchRules:
    """The numbers of signing in; minutes (defaults: domain.md §6.3, §16.2).

    Nobody signs in earlier than `early_minutes` before the start; whoever comes more than `grace_minutes`
    after it is late; a place where nobody signed in `vacant_minutes` after it is a candidate for 缺岗.
    `room_posts` are the ids of the posts that keep the log and hand over.
    """

    early_minutes: int = 120
    grace_minutes: int = 0
    vacant_minutes: int = 30
    room_posts: tuple[str, ...] = ("officer", "noon_officer", "day_officer", "night_officer")


WATCH: Final = Family("watch", WatchRules())


@dataclass(frozen=True, slots=True, order=True)
class Stint:
    """One place of the roster with its hours as instants (UTC) and the id of whoever is down for it.

    `sort` is the post's place among the posts; `leads` marks the leader's. `taken_over` is when its person
    took the duty over on the spot: until then they owed nothing.
    """

    starts: datetime
    ends: datetime
    sort: int
    place: PlaceKey
    person: str | None = None
    leads: bool = False
    taken_over: datetime | None = None

    @property
    def due(self) -> datetime:
        """From when on its person must be there."""
        return max(self.starts, self.taken_over or self.starts)

    @property
    def shift(self) -> str:
        """The shift of that day to which log and handover belong."""
        return shift_id(self.place)

    def runs_at(self, instant: datetime) -> bool:
        """Whether the instant lies in the stint; its end does not."""
        return self.starts <= instant < self.ends


class Standing(StrEnum):
    """By what right somebody stands a place."""

    ROSTERED = "rostered"
    COVER = "cover"
    UNAUTHORISED = "unauthorised"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody signed in at a place, and out again unless `left_at` is None; instants are UTC."""

    id: str
    place: PlaceKey
    person: str
    came_at: datetime
    left_at: datetime | None = None
    standing: Standing = Standing.ROSTERED
    note: str = ""


class PostState(StrEnum):
    """How a place is kept at an instant."""

    ON_POST = "on_post"
    AWAITED = "awaited"
    VACANT = "vacant"
    UNRELIEVED = "unrelieved"
    UNROSTERED = "unrostered"


@dataclass(frozen=True, slots=True)
class Watched:
    """A place at an instant.

    `minutes` are those since the start (or since the last one left) for an empty place, those since the end
    for somebody who still waits for the relief, and the minutes of lateness for somebody on post; 0 where
    nobody is down for the place: a gap of the roster is nobody's absence.
    """

    stint: Stint
    state: PostState
    attendance: Attendance | None = None
    minutes: int = 0


def shift_id(place: PlaceKey) -> str:
    """The one id of a shift of a day."""
    return f"{place.day.isoformat()}/{place.shift}"


def whole_minutes(earlier: datetime, later: datetime) -> int:
    """The whole minutes from one instant to another; 0 if the other is not later."""
    return max(0, int((later - earlier).total_seconds()) // 60)


def reliefs(stint: Stint, stints: Iterable[Stint]) -> tuple[Stint, ...]:
    """The places of which any one relieves this place; none where the shift ends into office hours.

    The same seat of the following shift, else the same post; where another kind of shift follows that has no
    such post, its first post below the leader (白班 is relieved by 夜班).
    """
    after = tuple(each for each in stints if each.runs_at(stint.ends))
    post = tuple(each for each in after if each.place.post == stint.place.post)
    seat = tuple(each for each in post if each.place.seat == stint.place.seat)
    if post or stint.leads:
        return seat or post
    others = sorted(
        each
        for each in after
        if each.starts == stint.ends and not each.leads and each.place.shift != stint.place.shift
    )
    return tuple(each for each in others if each.place.post == others[0].place.post)


def on_post(attendances: Iterable[Attendance], place: PlaceKey) -> Attendance | None:
    """Who signed in at a place and did not sign out."""
    return next((each for each in attendances if each.place == place and each.left_at is None), None)


def is_relieved(stint: Stint, stints: Iterable[Stint], attendances: Iterable[Attendance]) -> bool:
    """Whether the relief has signed in, or none is due."""
    known = tuple(stints)
    return not reliefs(stint, known) or _has_relief(stint, known, attendances)


def _has_relief(stint: Stint, stints: Iterable[Stint], attendances: Iterable[Attendance]) -> bool:
    present = tuple(attendances)
    return any(on_post(present, each.place) for each in reliefs(stint, stints))


def lateness(came_at: datetime, stint: Stint, rules: WatchRules) -> int:
    """Minutes after the start at which somebody came; 0 within the grace and for whoever was called later."""
    late = 0 if stint.due > stint.starts else whole_minutes(stint.starts, came_at)
    return late if late > rules.grace_minutes else 0


def watched(
    stints: Iterable[Stint], attendances: Iterable[Attendance], now: datetime, rules: WatchRules
) -> tuple[Watched, ...]:
    """How every place is kept now: those whose hours these are, and those whose people are still there."""
    known, present = tuple(sorted(stints)), tuple(attendances)
    return tuple(_watched(known, present, now, rules))


def _watched(
    stints: tuple[Stint, ...], attendances: tuple[Attendance, ...], now: datetime, rules: WatchRules
) -> Iterator[Watched]:
    for stint in stints:
        there = on_post(attendances, stint.place)
        if there is not None and now >= stint.ends:
            if is_relieved(stint, stints, attendances):
                yield Watched(stint, PostState.ON_POST, there)
            else:
                yield Watched(stint, PostState.UNRELIEVED, there, whole_minutes(stint.ends, now))
        elif there is not None:
            yield Watched(stint, PostState.ON_POST, there, lateness(there.came_at, stint, rules))
        elif stint.runs_at(now):
            left = _left_at(stint, attendances)
            if left is None or not _has_relief(stint, stints, attendances):
                yield _empty(stint, left, now, rules)


def _empty(stint: Stint, left: datetime | None, now: datetime, rules: WatchRules) -> Watched:
    if stint.person is None:
        return Watched(stint, PostState.UNROSTERED)
    minutes = whole_minutes(max(left or stint.due, stint.due), now)
    return Watched(
        stint, PostState.VACANT if minutes >= rules.vacant_minutes else PostState.AWAITED, None, minutes
    )


def _left_at(stint: Stint, attendances: Iterable[Attendance]) -> datetime | None:
    """When the last one who sat at a place left it."""
    left = (each.left_at for each in attendances if each.place == stint.place)
    return max(filter(None, left), default=None)


def present_shift(
    stints: Iterable[Stint], attendances: Iterable[Attendance], now: datetime, rules: WatchRules
) -> str:
    """The shift to which a log entry made now belongs; empty between shifts.

    The one whose officer still sits at the desk, the older one while relief is late; else the one whose
    hours these are.
    """
    room = room_stints(stints, rules)
    present = tuple(attendances)
    sitting = [each for each in room if on_post(present, each.place)]
    running = [each for each in room if each.runs_at(now)]
    found = sitting or running
    return found[0].shift if found else ""


def room_stints(stints: Iterable[Stint], rules: WatchRules) -> tuple[Stint, ...]:
    """The places that keep the log, in the order of time.

    In an office with posts of its own it is the first post below the leader.
    """
    known = sorted(each for each in stints if not each.leads)
    named = tuple(each for each in known if each.place.post in rules.room_posts)
    first = min((each.sort for each in known), default=0)
    return named or tuple(each for each in known if each.sort == first)


def next_change(stints: Iterable[Stint], now: datetime, rules: WatchRules) -> datetime | None:
    """The next instant at which a place begins, ends or becomes vacant."""
    moments = (
        moment
        for each in stints
        for moment in (each.starts, each.ends, vacant_from(each, rules))
        if moment > now
    )
    return min(moments, default=None)


def vacant_from(stint: Stint, rules: WatchRules) -> datetime:
    """From when on an empty place is a candidate."""
    return stint.due + timedelta(minutes=rules.vacant_minutes)
