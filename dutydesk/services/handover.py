"""The handover: the sheet makes itself, both officers sign, a leader notes it, and the shift is sealed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from dutydesk.domain.accounts import Author, has_word_of
from dutydesk.domain.handover import (
    HANDOVER,
    EquipmentCheck,
    Handover,
    HandoverRules,
    Item,
    Review,
    ShiftNote,
    StandingOrder,
    Takeover,
    counted,
    is_quiet,
    refuse_unchecked,
    refuse_unseen,
)
from dutydesk.domain.log import LogEntry
from dutydesk.domain.watch import Attendance, on_post, reliefs, shift_id
from dutydesk.errors import (
    AlreadyHandedOverError,
    AlreadyReviewedError,
    MissingFieldError,
    NoReliefError,
    NotOfferedError,
    NotSignedInError,
    PaperMissingError,
    SamePersonTwiceError,
)
from dutydesk.services import log, open_items
from dutydesk.services.changes import Changes, Deed, deed
from dutydesk.services.people import staff
from dutydesk.services.rights import has_accounts
from dutydesk.services.rulebook import in_force
from dutydesk.services.seals import anchor
from dutydesk.services.watch import Room, local, room
from dutydesk.storage.handover import HANDOVERS, REVIEWS, SHIFT_NOTES, STANDING_ORDERS, TAKEOVERS
from dutydesk.storage.store import Store
from dutydesk.storage.watch import ATTENDANCES


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """A shift as it is handed over: signed as far as it is, else as it is now.

    `items` are those the incoming officer took over, or those open now; `attendances` all who sat there.
    """

    shift: str
    rules: HandoverRules
    note: ShiftNote
    entries: tuple[LogEntry, ...]
    counts: tuple[tuple[str, int], ...]
    items: tuple[Item, ...]
    orders: tuple[StandingOrder, ...]
    attendances: tuple[Attendance, ...]
    quiet: bool
    handover: Handover | None = None
    takeover: Takeover | None = None
    review: Review | None = None

    @property
    def day(self) -> date:
        """The day on which the shift started."""
        return date.fromisoformat(self.shift.partition("/")[0])


@dataclass(frozen=True, slots=True)
class Parties:
    """The shift that is to be handed over, and the ids of those who may give it and who may take it."""

    shift: str
    outgoing: tuple[str, ...]
    incoming: tuple[str, ...]


def parties(store: Store, now: datetime) -> Parties:
    """Who may sign at this moment; nobody where no shift is under way or its relief has not come."""
    present = room(store, now)
    posts = {each.place.post for each in present.room_stints}
    there = sorted(
        (each for each in present.attendances if each.left_at is None and each.place.post in posts),
        key=lambda each: each.place,
    )
    return Parties(
        present.shift,
        tuple(each.person for each in there if shift_id(each.place) == present.shift),
        tuple(each.person for each in there if shift_id(each.place) != present.shift),
    )


def sheet(store: Store, shift: str) -> HandoverSheet:
    """The sheet of a shift (its id), which makes itself from what is known."""
    handover, takeover = store.find(HANDOVERS, shift), store.find(TAKEOVERS, shift)
    day = date.fromisoformat(shift.partition("/")[0])
    rules = in_force(store, HANDOVER, day)
    entries = log.entries_of(store, shift)
    signed = takeover or handover
    return HandoverSheet(
        shift=shift,
        rules=rules,
        note=handover.note if handover else note_of(store, shift),
        entries=entries,
        counts=handover.counts if handover else counted(entries),
        items=signed.items if signed else open_items.open_items(store),
        orders=tuple(each for each in store.all(STANDING_ORDERS) if each.holds(day)),
        attendances=tuple(
            each
            for each in store.all(ATTENDANCES, "day = ?", (day.isoformat(),))
            if shift_id(each.place) == shift
        ),
        quiet=handover.quiet if handover else is_quiet(entries, rules),
        handover=handover,
        takeover=takeover,
        review=store.find(REVIEWS, shift),
    )


def note_of(store: Store, shift: str) -> ShiftNote:
    """What was written about a shift so far."""
    return store.find(SHIFT_NOTES, shift) or ShiftNote(shift)


def save_note(store: Store, note: ShiftNote, *, by: Author) -> Changes:
    """Write weather, warnings, summary and what to watch of a shift that is not handed over."""
    with deed(store, by, "save_shift_note") as act:
        _refuse_signed(store, note.id)
        act.writing.put(SHIFT_NOTES, note)
    return act.changes


def hand_over(
    store: Store, shift: str, outgoing: str, equipment: Iterable[EquipmentCheck], *, by: Author
) -> Changes:
    """The outgoing officer (id) signs the sheet; refused while no relief has signed in.

    Everything on the equipment list must have been looked at.
    """
    with deed(store, by, "hand_over") as act:
        _refuse_signed(store, shift)
        present, checks = room(store, by.at), tuple(equipment)
        _refuse_absent(store, present, shift, outgoing)
        _refuse_unrelieved(store, present, shift)
        _refuse_foreign_word(store, outgoing, by)
        shown = sheet(store, shift)
        refuse_unchecked(checks, shown.rules)
        signed = Handover(
            id=shift, outgoing=outgoing, signed_at=by.at, note=shown.note, equipment=checks,
            counts=shown.counts, items=shown.items, quiet=shown.quiet, anchor=_anchor(store),
        )  # fmt: skip
        act.writing.put(HANDOVERS, signed)
    return act.changes


def take_over(
    store: Store,
    shift: str,
    incoming: str,
    *,
    seen: Iterable[str],
    acknowledged: Iterable[str],
    objection: str = "",
    by: Author,
) -> Changes:
    """The incoming officer (id) signs; the shift is sealed, and its officers are signed out.

    `seen` are the keys of the open items that were looked at, `acknowledged` the ids of the standing orders;
    refused while one of those that are open at this moment is missing.
    """
    with deed(store, by, "take_over") as act:
        given = store.find(HANDOVERS, shift)
        if given is None:
            raise NotOfferedError(shift)
        if store.find(TAKEOVERS, shift):
            raise AlreadyHandedOverError(shift)
        present = room(store, by.at)
        into = _refuse_stranger(store, present, shift, incoming)
        if incoming == given.outgoing:
            raise SamePersonTwiceError(staff(store).named(incoming))
        _refuse_foreign_word(store, incoming, by)
        items, orders = open_items.open_items(store), orders_on(store, local(store, by.at).date())
        wanted = (*(each.key for each in items), *(each.id for each in orders))
        refuse_unseen(wanted, (*seen, *acknowledged))
        signed = Takeover(
            id=shift, incoming=incoming, into=into, signed_at=by.at, items=items,
            orders=tuple(each.id for each in orders), objection=objection.strip(), anchor=_anchor(store),
        )  # fmt: skip
        act.writing.put(TAKEOVERS, signed)
        _sign_out(act, present, shift, by)
    return act.changes


def review(store: Store, shift: str, leader: str, opinion: str, *, by: Author) -> Changes:
    """A leader signs a handover, or it is noted that they did."""
    with deed(store, by, "review_handover") as act:
        if store.find(TAKEOVERS, shift) is None:
            raise NotOfferedError(shift)
        before = store.find(REVIEWS, shift)
        if before is not None:
            raise AlreadyReviewedError(before.leader)
        if not leader.strip():
            raise MissingFieldError("name")
        act.writing.put(REVIEWS, Review(shift, leader.strip(), opinion.strip(), by.at))
    return act.changes


def unreviewed(store: Store) -> tuple[Takeover, ...]:
    """The shifts that were handed over and that no leader has seen yet, the newest first."""
    return store.all(TAKEOVERS, "id not in (select id from handover_review)")[::-1]


def orders_on(store: Store, day: date) -> tuple[StandingOrder, ...]:
    """The standing orders that hold on a day."""
    return tuple(each for each in store.all(STANDING_ORDERS) if each.holds(day))


def save_orders(store: Store, orders: Iterable[StandingOrder], *, by: Author) -> Changes:
    """Give standing orders or change them; refuses one without words."""
    with deed(store, by, "save_standing_orders") as act:
        for each in orders:
            if not each.text.strip():
                raise MissingFieldError("name")
            act.writing.put(STANDING_ORDERS, each)
    return act.changes


def is_sealed(store: Store, shift: str) -> bool:
    """Whether a shift was handed over and taken over."""
    return store.find(TAKEOVERS, shift) is not None


def _anchor(store: Store) -> str:
    newest = anchor(store)
    return newest.printed if newest else ""


def _refuse_signed(store: Store, shift: str) -> None:
    if store.find(HANDOVERS, shift):
        raise AlreadyHandedOverError(shift)


def _refuse_absent(store: Store, present: Room, shift: str, officer: str) -> None:
    """Refuse an outgoing officer who does not sit there."""
    there = [each for each in present.attendances if each.left_at is None and each.person == officer]
    if not any(shift_id(each.place) == shift for each in there):
        raise NotSignedInError(staff(store).named(officer))


def _refuse_unrelieved(store: Store, present: Room, shift: str) -> None:
    """Refuse while nobody has signed in at a place that relieves the officers of the shift (S21, S42)."""
    room_stints = [each for each in present.room_stints if each.shift == shift]
    due = [each for stint in room_stints for each in reliefs(stint, present.stints)]
    if due and not any(on_post(present.attendances, each.place) for each in due):
        names = staff(store)
        raise NoReliefError(names.named(due[0].person or "") or "—")


def _refuse_stranger(store: Store, present: Room, shift: str, officer: str) -> str:
    """The shift into which somebody takes over; refuses whoever has not signed in as the relief."""
    stints = [each for each in present.room_stints if each.shift == shift]
    due = [each for stint in stints for each in reliefs(stint, present.stints)]
    for each in due or present.room_stints:
        there = on_post(present.attendances, each.place)
        if there is not None and there.person == officer and each.shift != shift:
            return each.shift
    raise NoReliefError(staff(store).named(officer))


def _refuse_foreign_word(store: Store, person: str, by: Author) -> None:
    """Refuse a signature that another person gives who is signed in."""
    if has_accounts(store) and not has_word_of(by, person):
        raise PaperMissingError(staff(store).named(person))


def _sign_out(act: Deed, present: Room, shift: str, by: Author) -> None:
    """Whoever kept the room in a shift that was taken over has left, and everybody whose relief is there."""
    posts = {each.place.post for each in present.room_stints if each.shift == shift}
    stints = {each.place: each for each in present.stints}
    for each in present.attendances:
        if each.left_at is None and shift_id(each.place) == shift and each.place in stints:
            due = reliefs(stints[each.place], present.stints)
            relieved = any(on_post(present.attendances, relief.place) for relief in due)
            if each.place.post in posts or relieved:
                act.writing.put(ATTENDANCES, replace(each, left_at=by.at))
