"""The desk at an instant: who is on duty, what runs, what is open, who is away and what is missing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from dutydesk.domain.dates import Period
from dutydesk.domain.followups import FOLLOW_UPS, FollowUp, FollowUpRules
from dutydesk.domain.incidents import Incident, ReportClock
from dutydesk.domain.people import Person
from dutydesk.domain.today import TODAY, first_after
from dutydesk.domain.watch import PostState, Stint, Watched
from dutydesk.services.backups import Good, folders, last_good
from dutydesk.services.duties import Pattern, pattern
from dutydesk.services.followups import open_follow_ups
from dutydesk.services.incidents import running_clocks
from dutydesk.services.leave.returning import overdue
from dutydesk.services.people import staff
from dutydesk.services.roster import grid
from dutydesk.services.rulebook import in_force
from dutydesk.services.veils import veiled
from dutydesk.services.watch import Room, local, room, zone
from dutydesk.storage.leave import LEAVES
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Manned:
    """One place in words: its heading, its shift, and who is there or down for it (None for nobody).

    `watched` is how the place is kept now; None for one whose shift comes next.
    """

    stint: Stint
    title: str
    shift_name: str
    person: Person | None
    watched: Watched | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who is away now, until a local date."""

    person: Person
    until: date


@dataclass(frozen=True, slots=True)
class Today:
    """Everything that the desk shows of one instant.

    `shift` is the id of the shift that keeps the log, `without_relief` the minutes of the longest wait for a
    relief. Those of the `following` shift who `may_come` may sign in before it begins. Those `overdue` should
    have reported back from leave by a day. `gaps` are the days ahead with the number of their empty places.
    `next_change` is when any of this changes by itself, beside minutes that count up.
    """

    now: datetime
    shift: str
    on_duty: tuple[Manned, ...]
    following: tuple[Manned, ...]
    may_come: tuple[Manned, ...]
    without_relief: int
    clocks: tuple[tuple[Incident, ReportClock], ...]
    follow_ups: tuple[FollowUp, ...]
    follow_up_rules: FollowUpRules
    away: tuple[Away, ...]
    overdue: tuple[Away, ...]
    gaps: tuple[tuple[date, int], ...]
    next_change: datetime


def today(store: Store, now: datetime, *, viewer: str = "") -> Today:
    """The desk at an instant, as `viewer` (a person's id, empty for nobody) may see it."""
    present, known = room(store, now), pattern(store)
    people = everybody(store, viewer)
    clocks, follow_ups = running_clocks(store), open_follow_ups(store)
    day = local(store, now).date()
    following = tuple(manned(known, people, each) for each in _following(present))
    return Today(
        now=now,
        shift=present.shift,
        on_duty=tuple(manned(known, people, each.stint, each) for each in present.watched),
        following=following,
        may_come=_may_come(present, following),
        without_relief=_without_relief(present.watched),
        clocks=clocks,
        follow_ups=follow_ups,
        follow_up_rules=in_force(store, FOLLOW_UPS, day),
        away=_away(store, now, people),
        overdue=tuple(
            Away(people[each.leave.person], each.due)
            for each in overdue(store, day)
            if each.leave.person in people
        ),
        gaps=_gaps(store, day, now, present),
        next_change=_next_change(store, now, present, clocks, follow_ups),
    )


def everybody(store: Store, viewer: str) -> dict[str, Person]:
    """The people by id as `viewer` may see them; those of the same name with their section beside it."""
    known = staff(store)
    bearers = Counter(each.name for each in known.people)
    return {
        each.id: each if bearers[each.name] == 1 else replace(each, name=known.named(each.id))
        for each in veiled(store, viewer, known.people)
    }


def manned(known: Pattern, people: dict[str, Person], stint: Stint, watched: Watched | None = None) -> Manned:
    """A place in words."""
    post = next(each for each in known.posts if each.id == stint.place.post)
    shift = next(each for each in known.shifts if each.id == stint.place.shift)
    there = watched.attendance if watched else None
    person = people.get(there.person if there else stint.person or "")
    return Manned(stint, post.seat_name(stint.place.seat), shift.name, person, watched)


def _following(present: Room) -> tuple[Stint, ...]:
    """The places that start next."""
    starts = first_after(present.now, (each.starts for each in present.stints))
    return tuple(each for each in present.stints if each.starts == starts)


def _may_come(present: Room, following: Iterable[Manned]) -> tuple[Manned, ...]:
    """The places of the next shift at which one may sign in by now and nobody did."""
    there = {each.stint.place for each in present.watched if each.attendance}
    early = timedelta(minutes=present.rules.early_minutes)
    return tuple(
        each
        for each in following
        if each.stint.place not in there and present.now >= each.stint.starts - early
    )


def _without_relief(found: Iterable[Watched]) -> int:
    return max((each.minutes for each in found if each.state is PostState.UNRELIEVED), default=0)


def _away(store: Store, now: datetime, people: dict[str, Person]) -> tuple[Away, ...]:
    clock = local(store, now).replace(tzinfo=None)
    day = clock.date().isoformat()
    found = (
        (each, each.span())
        for each in store.all(LEAVES, "first <= ? and last >= ?", (day, day))
        if each.is_away and each.person in people
    )
    return tuple(
        Away(people[each.person], each.period.last)
        for each, (begins, ends) in found
        if begins <= clock < ends
    )


def _gaps(store: Store, day: date, now: datetime, present: Room) -> tuple[tuple[date, int], ...]:
    """The empty places of today's shifts that last on, and of the days ahead."""
    days = in_force(store, TODAY, day).gap_days
    shown = grid(store, Period(day, day + timedelta(days=days - 1)))
    over = {each.place for each in present.stints if each.ends <= now}
    empty = Counter(place.day for place in shown.needed if shown.person(place) is None and place not in over)
    return tuple(sorted(empty.items()))


def _next_change(
    store: Store,
    now: datetime,
    present: Room,
    clocks: Iterable[tuple[Incident, ReportClock]],
    follow_ups: Iterable[FollowUp],
) -> datetime:
    clock = local(store, now)
    midnight = datetime.combine(clock.date() + timedelta(days=1), time.min, zone(store))
    noon = datetime.combine(clock.date(), time(12), zone(store))  # half a day of leave ends there
    moments = (
        midnight,
        noon,
        present.next_change,
        *(each.next_change(now) for _, each in clocks),
        *(each.due for each in follow_ups),
    )
    return first_after(now, moments) or midnight


def last_backup(store: Store) -> Good | None:
    """The newest good backup, at whose bytes it looks; None for a rehearsal or a file without one."""
    return last_good(store.path, folders(store)) if store.path else None
