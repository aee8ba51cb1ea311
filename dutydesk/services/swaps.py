"""Duties that change hands: asked for, agreed, approved and applied (domain.md §4.7)."""

from dataclasses import replace
from datetime import date, datetime

from dutydesk.domain.accounts import Author, has_word_of, refuse_own
from dutydesk.domain.dates import month_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.moves import broken_by
from dutydesk.domain.situation import Situation
from dutydesk.domain.swaps import (
    OPEN,
    Swap,
    SwapKind,
    SwapState,
    Word,
    has_begun,
    next_filing,
    reach,
    returnable,
    short_of_notice,
)
from dutydesk.errors import (
    DomainError,
    DutyInSwapError,
    ForeignDutyError,
    MissingFieldError,
    MonthNotPlannedError,
    NotALeaderError,
    PaperMissingError,
    SamePersonTwiceError,
    ShiftBegunError,
    ShortNoticeError,
    SwapClosedError,
)
from dutydesk.services.changes import Changes, Deed, deed
from dutydesk.services.hands import duty_at, hand_over, name_of, refuse_broken
from dutydesk.services.ids import new_id
from dutydesk.services.office import office_time
from dutydesk.services.rights import entered_for, has_accounts, refuse_unentitled
from dutydesk.services.roster import situation_of
from dutydesk.storage.duties import POSTS
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import Store
from dutydesk.storage.swaps import SWAPS


def swaps(store: Store, *, only_open: bool = False) -> tuple[Swap, ...]:
    """All requests, the latest duty first."""
    found = store.all(SWAPS)
    return tuple(each for each in found if each.open) if only_open else found


def swap(store: Store, swap_id: str) -> Swap:
    """One request; refuses one that is gone."""
    return store.get(SWAPS, swap_id)


def draw_up(
    store: Store,
    place: PlaceKey,
    counterpart: str,
    *,
    returned: PlaceKey | date | None = None,
    reason: str = "",
    urgency: str = "",
    by: Author,
) -> Swap:
    """A request as it would be written down; without `returned` it is a cover.

    A day as `returned` names a month that is not planned yet: a duty of it will be. Whoever stands the place
    is the applicant; an empty place is refused.
    """
    duty = duty_at(store, place)
    if duty is None or not duty.actual:
        raise ForeignDutyError("", place.day.isoformat())
    kind = SwapKind.EXCHANGE if returned else SwapKind.COVER
    made = Swap(new_id(by.at), kind, place, duty.actual, counterpart)
    if isinstance(returned, PlaceKey):
        made = replace(made, returned=returned)
    elif returned:
        made = replace(made, month=returned.replace(day=1))
    return replace(made, reason=reason.strip(), urgency=urgency.strip())


def propose(store: Store, wanted: Swap, *, by: Author) -> Changes:
    """Ask for an exchange or a cover: the applicant's own word, or on which paper it was given.

    Refuses one without a reason, of a shift that has begun, of a duty that another open request is about,
    with too little notice before a holiday unless `urgency` says why, and one that would break a rule now.
    """
    if not wanted.reason:
        raise MissingFieldError("reason")
    _refuse_hopeless(store, wanted, by)
    asked = _word(store, wanted.applicant, by)
    with deed(store, by, "propose_swap") as act:
        _refuse_in_swap(store, wanted)
        act.writing.put(SWAPS, replace(wanted, state=SwapState.REQUESTED, asked=asked))
    return act.changes


def agree(store: Store, swap_id: str, *, by: Author) -> Changes:
    """The counterpart says yes, or said so on a paper."""
    asked = _at(store, swap_id, SwapState.REQUESTED)
    said = _word(store, asked.counterpart, by)
    with deed(store, by, "agree_swap") as act:
        act.writing.put(SWAPS, replace(asked, state=SwapState.AGREED, agreed=said))
    return act.changes


def approve(store: Store, swap_id: str, *, filing: str = "", by: Author) -> Changes:
    """A duty leader says yes: the roster is changed at once, or as soon as the other month is planned.

    The leader is the author, or whoever decided it on paper (`principal`). Everything is judged anew;
    `filing` empty takes the next number of the year. Refuses whoever leads no duty, and the two themselves.
    """
    agreed = _at(store, swap_id, SwapState.AGREED)
    leader = by.principal or by.person
    _refuse_leader(store, agreed, leader, by)
    number = filing.strip() or next_filing(store.all(SWAPS), office_time(store, by.at).year)
    said = _word(store, leader, by)
    approved = replace(agreed, state=SwapState.PENDING, approved=said, filing=number)
    with deed(store, by, "approve_swap") as act:
        if _waits(store, approved):
            act.writing.put(SWAPS, approved)
        else:
            _apply(store, act, approved, by)
    return act.changes


def apply_pending(store: Store, swap_id: str, *, by: Author) -> Changes:
    """Apply an approved exchange whose other month is planned by now; everything is judged anew."""
    pending = _at(store, swap_id, SwapState.PENDING)
    with deed(store, by, "apply_swap") as act:
        _apply(store, act, pending, by)
    return act.changes


def refuse(store: Store, swap_id: str, reason: str, *, by: Author) -> Changes:
    """The counterpart or a duty leader says no, and why."""
    found = store.get(SWAPS, swap_id)
    _refuse_stranger(store, found.counterpart, by)
    return _close(store, "refuse_swap", replace(found, state=SwapState.REFUSED), reason, by)


def cancel(store: Store, swap_id: str, reason: str, *, by: Author) -> Changes:
    """The applicant, or a duty leader, takes a request back that was not applied yet."""
    found = store.get(SWAPS, swap_id)
    _refuse_stranger(store, found.applicant, by)
    return _close(store, "cancel_swap", replace(found, state=SwapState.CANCELLED), reason, by)


def spoken_for(store: Store, by: Author, person_id: str, paper: str) -> Author:
    """The author of a deed with somebody's word in it: their own, or that of the paper with this number.

    In an office without accounts whoever sits at the desk is believed without a paper.
    """
    if by.person == person_id:
        return by
    if paper.strip() or has_accounts(store):
        return entered_for(store, by, person_id, paper)
    return replace(by, on_behalf_of=name_of(store, person_id), principal=person_id)


def in_the_way(store: Store, wanted: Swap, now: datetime) -> DomainError | None:
    """What would refuse an open request if it were applied at this instant; None if nothing."""
    try:
        _judged(store, wanted, office_time(store, now))
    except DomainError as error:
        return error
    return None


def is_ripe(store: Store, wanted: Swap) -> bool:
    """Whether a pending exchange can be applied: its other month is planned."""
    return wanted.state is SwapState.PENDING and not _waits(store, wanted)


def _waits(store: Store, wanted: Swap) -> bool:
    """Whether the month of the return has no duty of the counterpart yet."""
    if wanted.month is None:
        return False
    month = month_of(wanted.month)
    ends = (wanted.counterpart, month.first.isoformat(), month.last.isoformat())
    return not store.all(DUTIES, "actual = ? and day between ? and ?", ends)


def _apply(store: Store, act: Deed, wanted: Swap, by: Author) -> None:
    whole = _judged(store, wanted, office_time(store, by.at))
    if whole.month and whole.returned is None:
        raise MonthNotPlannedError(name_of(store, whole.counterpart), f"{whole.month:%Y-%m}")
    act.writing.put(SWAPS, replace(whole, state=SwapState.APPLIED, applied_at=by.at))
    hand_over(store, act, whole.cells())


def _judged(store: Store, wanted: Swap, now: datetime) -> Swap:
    """The swap with the duty that is returned; refuses one that cannot be applied as things stand."""
    situation = situation_of(store, reach(wanted))
    returned = returnable(situation, wanted, now)
    if wanted.month and returned is None and not _waits(store, wanted):
        raise MonthNotPlannedError(name_of(store, wanted.counterpart), f"{wanted.month:%Y-%m}")
    whole = replace(wanted, returned=returned)
    _refuse_foreign(store, situation, whole)
    for place in whole.places:
        if has_begun(situation, place, now):
            raise ShiftBegunError(place.day.isoformat())
    refuse_broken(store, broken_by(situation, whole.cells()))
    return whole


def _refuse_hopeless(store: Store, wanted: Swap, by: Author) -> None:
    if wanted.applicant == wanted.counterpart:
        raise SamePersonTwiceError(name_of(store, wanted.applicant))
    now = office_time(store, by.at)
    if wanted.month and month_of(wanted.month).last < now.date():
        raise ShiftBegunError(month_of(wanted.month).last.isoformat())
    situation = situation_of(store, reach(wanted))
    _judged(store, wanted, now)
    for place in wanted.places:
        if short_of_notice(situation, place, now.date()) and not wanted.urgency:
            raise ShortNoticeError(place.day.isoformat(), situation.rules.swap_notice_days)


def _refuse_foreign(store: Store, situation: Situation, whole: Swap) -> None:
    for place, person in zip(whole.places, (whole.applicant, whole.counterpart), strict=False):
        duty = situation.duty.get(place)
        if duty is None or duty.actual != person:
            raise ForeignDutyError(name_of(store, person), place.day.isoformat())


def _refuse_in_swap(store: Store, wanted: Swap) -> None:
    states = tuple(each.value for each in OPEN)
    marks = ", ".join("?" * len(states))
    for other in store.all(SWAPS, f"state in ({marks})", states):
        shared = set(other.places) & set(wanted.places)
        if shared:
            raise DutyInSwapError(name_of(store, other.applicant), min(shared).day.isoformat())


def _refuse_leader(store: Store, wanted: Swap, leader: str, by: Author) -> None:
    """Where people sign in, their role says who leads; elsewhere the posts that they stand."""
    if not leader:
        raise MissingFieldError("approved_by")
    refuse_own(by, wanted.applicant, wanted.counterpart)
    leading = {post.id for post in store.all(POSTS) if post.leads}
    if leading and not has_accounts(store) and not leading & store.get(PEOPLE, leader).posts:
        raise NotALeaderError(name_of(store, leader))


def _at(store: Store, swap_id: str, state: SwapState) -> Swap:
    found = store.get(SWAPS, swap_id)
    if found.state is not state:
        raise SwapClosedError(found.state.value)
    return found


def _refuse_stranger(store: Store, concerned: str, by: Author) -> None:
    """Refuse whoever is neither the person concerned nor a duty leader."""
    if not has_word_of(by, concerned):
        refuse_unentitled(store, by, "approve_swap")


def _close(store: Store, name: str, closed: Swap, reason: str, by: Author) -> Changes:
    if not reason.strip():
        raise MissingFieldError("reason")
    present = store.get(SWAPS, closed.id)
    if not present.open:
        raise SwapClosedError(present.state.value)
    with deed(store, replace(by, reason=reason.strip()), name) as act:
        act.writing.put(SWAPS, replace(closed, closing=reason.strip()))
    return act.changes


def _word(store: Store, person_id: str, by: Author) -> Word:
    """Somebody's yes; where another who signed in enters it, a paper must be named."""
    if not has_word_of(by, person_id):
        raise PaperMissingError(name_of(store, person_id))
    return Word(person_id, by.at, by.paper if by.principal == person_id else "")
