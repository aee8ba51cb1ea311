"""Deciding about leave step by step, and letting duties stand in spite of it (domain.md §5.1, §5.5)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dutydesk.domain.accounts import Author, has_word_of, refuse_own
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.domain.leave.book import LeaveBook
from dutydesk.domain.leave.chain import Approver, Decision, LeaveStep
from dutydesk.domain.leave.duties import Waiver
from dutydesk.errors import (
    LeaveStateError,
    MissingFieldError,
    NotDutyLeaderError,
    NotEntitledError,
    OwnMatterError,
    UnsettledDutiesError,
)
from dutydesk.services.changes import Changes, deed
from dutydesk.services.ids import new_id
from dutydesk.services.leave.asking import drop_open_steps, refuse
from dutydesk.services.leave.book import leave_book, steps_of
from dutydesk.services.leave.duties import inside, unsettled_duties, waivers
from dutydesk.storage.duties import POSTS
from dutydesk.storage.leave import LEAVE_STEPS, LEAVE_WAIVERS, LEAVES
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store

_STATES = {Decision.REFUSED: LeaveState.REFUSED, Decision.SENT_BACK: LeaveState.SENT_BACK}


def decide_leave(
    store: Store, leave_id: str, decision: Decision, *, decider: str = "", opinion: str = "", by: Author
) -> Changes:
    """Decide the step at which a request waits; with the last agreement the leave is approved.

    `decider` is a person id; left out, it is who signed in or decided on paper. Refuses one's own leave, a
    step that is somebody else's, and an approval while duties inside the leave are unsettled.
    """
    with deed(store, by, "decide_leave") as act:
        leave = store.get(LEAVES, leave_id)
        waiting = [each for each in steps_of(store, leave_id) if each.decision is None]
        if leave.state is not LeaveState.PENDING or not waiting:
            raise LeaveStateError(leave.state.value)
        book = leave_book(store, leave.period.first)
        step = _signed(book, leave, waiting[0], decider or by.principal or by.person, by)
        act.writing.put(LEAVE_STEPS, replace(step, decision=decision, opinion=opinion))
        if decision is not Decision.AGREED:
            act.writing.put(LEAVES, replace(leave, state=_STATES[decision]))
            drop_open_steps(store, act, leave_id)
        elif len(waiting) == 1:
            _refuse_unsettled(store, book, leave)
            act.writing.put(LEAVES, replace(leave, state=LeaveState.APPROVED, approved_by=step.signed))
    return act.changes


def _signed(book: LeaveBook, leave: Leave, step: LeaveStep, decider: str, by: Author) -> LeaveStep:
    """The step with the name of who decides it; somebody outside is known by the paper alone."""
    refuse_own(by, leave.person)
    if step.approver is Approver.OUTSIDE:
        if not by.paper:
            raise MissingFieldError("paper")
        return replace(step, signed=by.on_behalf_of, paper=by.paper, decided_at=by.at)
    if decider == leave.person:
        raise OwnMatterError(book.names[decider])
    others = book.entitled(leave, step.approver)
    name = book.names.get(decider, by.actor)
    if decider not in {each.id for each in others} or not has_word_of(by, decider):
        raise NotEntitledError(name, ", ".join(each.name for each in others))
    return replace(step, decided_by=decider, signed=name, paper=by.paper, decided_at=by.at)


def _refuse_unsettled(store: Store, book: LeaveBook, leave: Leave) -> None:
    """What was true when the request was handed in is looked at again; then nobody may miss a duty."""
    refuse(book, leave)
    missed = unsettled_duties(store, leave)
    if missed:
        days = dict.fromkeys(each.place.day.isoformat() for each in missed)
        raise UnsettledDutiesError(book.names[leave.person], len(missed), ", ".join(days))


def waive_duties(
    store: Store, leave_id: str, places: Iterable[PlaceKey], *, reason: str, waived_by: str = "", by: Author
) -> Changes:
    """Let duties inside a leave stand, by the duty leader's word and for a reason.

    `waived_by` is a person id; left out, it is who signed in or decided on paper.
    """
    if not reason.strip():
        raise MissingFieldError("reason")
    leader = waived_by or by.principal or by.person
    with deed(store, by, "waive_duties") as act:
        leave = store.get(LEAVES, leave_id)
        refuse_own(by, leave.person)
        _refuse_led(store, leave, leader, by)
        known = {each.place for each in inside(store, leave)} - {
            each.place for each in waivers(store, leave_id)
        }
        for place in places:
            if place in known:
                waiver = Waiver(new_id(by.at), leave_id, place, reason.strip(), leader)
                act.writing.put(LEAVE_WAIVERS, waiver)
    return act.changes


def _refuse_led(store: Store, leave: Leave, leader: str, by: Author) -> None:
    """Refuse whoever leads no duty, or has not said so, and the applicant."""
    if leader == leave.person:
        raise OwnMatterError(by.actor)
    person = store.find(PEOPLE, leader)
    leading = {each.id for each in store.all(POSTS) if each.leads}
    if person is None or not person.posts & leading or not has_word_of(by, leader):
        raise NotDutyLeaderError(person.name if person else by.actor)


def waiting_for(store: Store, person_id: str, day: date) -> tuple[Leave, ...]:
    """The requests that wait for somebody's decision."""
    book = leave_book(store, day)
    return tuple(
        leave
        for leave in book.leaves
        if leave.state is LeaveState.PENDING
        for step in [each for each in steps_of(store, leave.id) if each.decision is None][:1]
        if person_id in {each.id for each in book.entitled(leave, step.approver)}
    )
