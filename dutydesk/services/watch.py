"""Signing in, relief and signing out; everything here is measured by the clock of the deed."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from dutydesk.domain import watch
from dutydesk.domain.accounts import Author, has_word_of
from dutydesk.domain.dates import Period
from dutydesk.domain.discipline import Candidate, ViolationKind, candidate_id
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.roster import Duty
from dutydesk.domain.watch import WATCH, Attendance, PostState, Standing, Stint, Watched, WatchRules
from dutydesk.domain.watch_findings import at_early_leave, at_sign_in
from dutydesk.errors import (
    AlreadyHandedOverError,
    AlreadySignedInError,
    EarlyLeaveError,
    NoSuchPlaceError,
    NotOnRosterError,
    NotRelievedError,
    NotSignedInError,
    PaperMissingError,
    ShiftOverError,
    TooEarlyError,
)
from dutydesk.services.changes import NOTING, Changes, Deed, deed
from dutydesk.services.ids import new_id
from dutydesk.services.office import office
from dutydesk.services.people import staff
from dutydesk.services.rights import has_accounts
from dutydesk.services.roster import grid
from dutydesk.services.rulebook import in_force
from dutydesk.services.takeovers import taken_over
from dutydesk.storage.discipline import CANDIDATES
from dutydesk.storage.handover import TAKEOVERS
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import Store
from dutydesk.storage.watch import ATTENDANCES

NEAR = timedelta(days=2)
"""How far around an instant shifts are looked for: none is longer, and its relief comes right after it."""


@dataclass(frozen=True, slots=True)
class Room:
    """The duty room around an instant: its shifts, who signed in, and the rules of that day."""

    now: datetime
    stints: tuple[Stint, ...]
    attendances: tuple[Attendance, ...]
    rules: WatchRules

    @property
    def watched(self) -> tuple[Watched, ...]:
        """How every place is kept now."""
        return watch.watched(self.stints, self.attendances, self.now, self.rules)

    @property
    def shift(self) -> str:
        """The shift to which what is done now belongs; empty between shifts."""
        return watch.present_shift(self.stints, self.attendances, self.now, self.rules)

    @property
    def next_change(self) -> datetime | None:
        """The next instant at which a place begins, ends or becomes vacant."""
        return watch.next_change(self.stints, self.now, self.rules)

    @property
    def room_stints(self) -> tuple[Stint, ...]:
        """The places that keep the log, in the order of time."""
        return watch.room_stints(self.stints, self.rules)

    def stint(self, place: PlaceKey) -> Stint:
        """The hours of a place; refuses one that the roster does not have."""
        found = next((each for each in self.stints if each.place == place), None)
        if found is None:
            raise NoSuchPlaceError(place.day.isoformat())
        return found


def zone(store: Store) -> ZoneInfo:
    """The zone of the office's clock."""
    return ZoneInfo(office(store).zone)


def local(store: Store, instant: datetime) -> datetime:
    """An instant on the office's clock."""
    return instant.astimezone(zone(store))


def stints(store: Store, first: date, last: date) -> tuple[Stint, ...]:
    """Every place of the roster that starts on these days, in the order of time.

    Worked out once until something is written: the pages and the alarms all ask for the same days.
    """
    return store.derived(f"stints {first} {last}", partial(_stints, store, first, last))


def _stints(store: Store, first: date, last: date) -> tuple[Stint, ...]:
    shown, clock = grid(store, Period(first, last)), zone(store)
    posts = {column.post.id: column.post for column in shown.columns}
    taken, found = taken_over(store, first, last), []
    for place in shown.needed | shown.duties.keys():
        starts, ends = (
            each.replace(tzinfo=clock).astimezone(UTC) for each in shown.shift(place).span(place.day)
        )
        post, person = posts[place.post], shown.person(place)
        found.append(
            Stint(starts, ends, post.sort, place, person.id if person else None, post.leads, taken.get(place))
        )
    return tuple(sorted(found, key=lambda each: (each.starts, each.ends, each.sort, each.place)))


def room(store: Store, now: datetime) -> Room:
    """The duty room at an instant."""
    first, last = local(store, now - NEAR).date(), local(store, now + NEAR).date()
    attendances = store.all(
        ATTENDANCES, "left_at = '' or day between ? and ?", (first.isoformat(), last.isoformat())
    )
    rules = in_force(store, WATCH, local(store, now).date())
    return Room(now, stints(store, first, last), attendances, rules)


def sign_in(
    store: Store,
    place: PlaceKey,
    person: str,
    *,
    cover_by: str = "",
    unauthorised: bool = False,
    by: Author,
) -> Changes:
    """Somebody takes a place; coming late is noted as a candidate, and whoever sat there is relieved.

    Refuses whoever is not down for it, unless a leader named by `cover_by` let them stand in, which goes into
    the roster, or it is recorded as `unauthorised`, which is a candidate against both.
    """
    with deed(store, by, "sign_in") as act:
        present = room(store, by.at)
        stint = present.stint(place)
        _refuse_untimely(store, present, stint, person)
        _refuse_foreign_word(store, present, stint, person, by)
        standing = _standing(store, stint, person, cover_by=cover_by, unauthorised=unauthorised)
        there = Attendance(new_id(by.at), place, person, by.at, None, standing, cover_by.strip())
        if standing is Standing.COVER:
            _put_into_roster(store, act, place, person, by)
        _close_relieved(act, present, stint, there)
        act.writing.put(ATTENDANCES, there)
        for each in at_sign_in(stint, there, present.rules):
            act.writing.put(CANDIDATES, each)
    return act.changes


def _refuse_untimely(store: Store, present: Room, stint: Stint, person: str) -> None:
    there = watch.on_post(present.attendances, stint.place)
    if there is not None and there.person == person:
        raise AlreadySignedInError(staff(store).named(person))
    if present.now >= stint.ends:
        raise ShiftOverError(f"{local(store, stint.ends):%m-%d %H:%M}")
    if present.now < stint.starts - timedelta(minutes=present.rules.early_minutes):
        raise TooEarlyError(f"{local(store, stint.starts):%m-%d %H:%M}", present.rules.early_minutes)


def _refuse_foreign_word(store: Store, present: Room, stint: Stint, person: str, by: Author) -> None:
    """Refuse signing in an officer whom somebody else enters; leaders and drivers may be entered."""
    if stint in present.room_stints and has_accounts(store) and not has_word_of(by, person):
        raise PaperMissingError(staff(store).named(person))
    if store.find(TAKEOVERS, stint.shift):
        raise AlreadyHandedOverError(stint.shift)


def _standing(store: Store, stint: Stint, person: str, *, cover_by: str, unauthorised: bool) -> Standing:
    names = staff(store)
    name = names.find(person).name
    if person == stint.person:
        return Standing.ROSTERED
    if cover_by.strip():
        return Standing.COVER
    if unauthorised:
        return Standing.UNAUTHORISED
    raise NotOnRosterError(name, names.named(stint.person or "") or "—")


def _put_into_roster(store: Store, act: Deed, place: PlaceKey, person: str, by: Author) -> None:
    """The cover stands in the roster; whose turn it was stays."""
    found = _duties_at(store, place)
    duty = found[0] if found else Duty(new_id(by.at), place)
    act.writing.put(DUTIES, replace(duty, actual=person))


def _close_relieved(act: Deed, present: Room, stint: Stint, there: Attendance) -> None:
    """Sign out whoever sat at the same place, and the same person's own shift before."""
    for each in present.attendances:
        before = next((known for known in present.stints if known.place == each.place), None)
        relieved = before is not None and stint in watch.reliefs(before, present.stints)
        own = each.person == there.person and relieved
        if each.left_at is None and (each.place == there.place or own):
            act.writing.put(ATTENDANCES, replace(each, left_at=there.came_at))


def sign_out(store: Store, attendance: str, *, by: Author) -> Changes:
    """Somebody leaves a place; refused while the relief has not come.

    Before the end it needs the deed's `reason`, and is noted as a candidate unless the relief is there.
    """
    with deed(store, by, "sign_out") as act:
        there = store.get(ATTENDANCES, attendance)
        present = room(store, by.at)
        name = staff(store).named(there.person)
        if there.left_at is not None:
            raise NotSignedInError(name)
        stint = _stint_of(store, present, there.place)
        due = watch.reliefs(stint, present.stints)
        relieved = is_relieved(store, there.place, by.at)
        if by.at < stint.ends and not relieved:
            if not by.reason.strip():
                raise EarlyLeaveError(name, f"{local(store, stint.ends):%m-%d %H:%M}")
            act.writing.put(CANDIDATES, at_early_leave(there, stint, by.at))
        elif due and not relieved:
            raise NotRelievedError(name, watch.whole_minutes(stint.ends, by.at))
        act.writing.put(ATTENDANCES, replace(there, left_at=by.at, note=by.reason.strip() or there.note))
    return act.changes


def _stint_of(store: Store, present: Room, place: PlaceKey) -> Stint:
    """The hours of a place, also of one at which somebody sat long ago and never signed out."""
    found = next((each for each in present.stints if each.place == place), None)
    older = () if found else stints(store, place.day, place.day)
    return found or replace(present, stints=older).stint(place)


def is_relieved(store: Store, place: PlaceKey, now: datetime) -> bool:
    """Whether the relief of a place has signed in or somebody took it over: whoever sits there may leave."""
    present = room(store, now)
    stint, there = _stint_of(store, present, place), watch.on_post(present.attendances, place)
    if stint.taken_over is not None and there is not None and there.person != stint.person:
        return True
    due = watch.reliefs(stint, present.stints)
    return any(watch.on_post(present.attendances, each.place) for each in due)


def note_vacancies(store: Store, *, by: Author) -> Changes:
    """Note every place at which nobody signed in by now as a candidate for 缺岗; each once.

    A place with nobody down for it is a gap of the roster and nobody's fault at the desk.
    """
    vacant = unnoted_vacancies(store, by.at)
    with deed(store, by, NOTING) as act:
        for each in vacant:
            act.writing.put(CANDIDATES, _vacant(store, each))
    return act.changes


def unnoted_vacancies(store: Store, now: datetime) -> tuple[Watched, ...]:
    """The empty places that nobody has noted yet."""
    return tuple(each for each in vacancies(store, now) if store.find(CANDIDATES, _vacancy(each)) is None)


def vacancies(store: Store, now: datetime) -> tuple[Watched, ...]:
    """The places where somebody should sit by now; none in an office where nobody ever signs in."""
    return tuple(each for each in empty_places(store, now) if each.state is PostState.VACANT)


def empty_places(store: Store, now: datetime) -> tuple[Watched, ...]:
    """Where nobody came and where nobody is down for it; none in an office where nobody ever signs in."""
    if not any(store.ask("select 1 from attendance limit 1")):
        return ()
    empty = {PostState.VACANT, PostState.UNROSTERED}
    return tuple(each for each in room(store, now).watched if each.state in empty)


def _vacancy(each: Watched) -> str:
    place = each.stint.place
    return candidate_id(ViolationKind.VACANT_POST, each.stint.shift, place.post, str(place.seat))


def _vacant(store: Store, each: Watched) -> Candidate:
    stint, kind = each.stint, ViolationKind.VACANT_POST
    records = tuple(("duty", duty.id) for duty in _duties_at(store, stint.place))
    facts = (str(stint.person), stint.starts, each.minutes, stint.place, records)
    return Candidate(_vacancy(each), kind, *facts)


def _duties_at(store: Store, place: PlaceKey) -> tuple[Duty, ...]:
    """What the roster says of a place: one duty, or none yet."""
    return store.all(
        DUTIES,
        "day = ? and shift = ? and post = ? and seat = ?",
        (place.day.isoformat(), place.shift, place.post, place.seat),
    )
