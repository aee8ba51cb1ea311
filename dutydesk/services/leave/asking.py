"""Asking for leave: a draft, a request handed in, an extension, and what is called off."""

from dataclasses import replace
from datetime import date

from dutydesk.domain.accounts import Author, has_word_of
from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Half, Leave, LeaveState
from dutydesk.domain.leave.book import LeaveBook
from dutydesk.domain.leave.chain import LeaveStep
from dutydesk.domain.leave.check import objections
from dutydesk.domain.leave.course import following
from dutydesk.errors import (
    LateExtensionError,
    LeaveBegunError,
    LeaveStateError,
    MissingFieldError,
    NotAllowedError,
)
from dutydesk.services.changes import Changes, Deed, deed
from dutydesk.services.ids import new_id
from dutydesk.services.leave.book import leave_book, steps_of
from dutydesk.services.rights import is_entitled
from dutydesk.storage.leave import LEAVE_STEPS, LEAVES
from dutydesk.storage.store import Store

_OPEN = frozenset({LeaveState.DRAFT, LeaveState.SENT_BACK})


def draft_leave(store: Store, leave: Leave, *, by: Author) -> Changes:
    """Keep a request that is not handed in yet; it needs its person, kind and days only."""
    if not leave.person:
        raise MissingFieldError("person")
    if not leave.type:
        raise MissingFieldError("type")
    refuse_stranger(store, by, leave)
    with deed(store, by, "draft_leave") as act:
        _refuse_closed(store, leave.id)
        act.writing.put(LEAVES, replace(leave, state=LeaveState.DRAFT))
    return act.changes


def ask_leave(store: Store, leave: Leave, *, by: Author) -> Changes:
    """Hand a request in: it waits for its approvers; refused for the first thing that stands against it."""
    refuse_stranger(store, by, leave)
    with deed(store, by, "ask_leave") as act:
        _refuse_closed(store, leave.id)
        _hand_in(store, act, leave, by)
    return act.changes


def extend_leave(
    store: Store, leave_id: str, last: date, to_half: Half, *, reason: str, today: date, by: Author
) -> Changes:
    """Ask for more days from the end of an approved leave on; refused once it is over (domain.md §5.2)."""
    leave = store.get(LEAVES, leave_id)
    refuse_stranger(store, by, leave)
    with deed(store, by, "extend_leave") as act:
        if leave.state is not LeaveState.APPROVED:
            raise LeaveStateError(leave.state.value)
        if today > leave.period.last:
            raise LateExtensionError(leave.period.last.isoformat())
        longer = replace(
            leave,
            id=new_id(by.at),
            period=Period(following(leave)[0], last),
            from_half=following(leave)[1],
            to_half=to_half,
            reason=reason,
            extends=leave.id,
            approved_by="",
        )
        _hand_in(store, act, longer, by)
    return act.changes


def cancel_leave(store: Store, leave_id: str, *, today: date, by: Author) -> Changes:
    """Call a request off, or an approved leave that has not begun; `by.reason` says why."""
    leave = store.get(LEAVES, leave_id)
    refuse_stranger(store, by, leave)
    with deed(store, by, "cancel_leave") as act:
        if leave.state not in _OPEN | {LeaveState.PENDING, LeaveState.APPROVED}:
            raise LeaveStateError(leave.state.value)
        if leave.state is LeaveState.APPROVED and today >= leave.period.first:
            raise LeaveBegunError(leave.period.first.isoformat())
        act.writing.put(LEAVES, replace(leave, state=LeaveState.CANCELLED))
        drop_open_steps(store, act, leave.id)
    return act.changes


def refuse_stranger(store: Store, by: Author, leave: Leave) -> None:
    """Refuse whoever neither speaks for the person nor keeps the leave book (the right to import it)."""
    if not has_word_of(by, leave.person) and not is_entitled(store, by, "import_leave"):
        raise NotAllowedError("ask_leave", by.actor, "personnel planner")


def drop_open_steps(store: Store, act: Deed, leave_id: str) -> None:
    """Remove the steps that nobody has decided; the decided ones stay as they are."""
    for step in steps_of(store, leave_id):
        if step.decision is None:
            act.writing.remove(LEAVE_STEPS, step.id)


def _refuse_closed(store: Store, leave_id: str) -> None:
    present = store.find(LEAVES, leave_id)
    if present is not None and present.state not in _OPEN:
        raise LeaveStateError(present.state.value)


def _hand_in(store: Store, act: Deed, leave: Leave, by: Author) -> None:
    asked = replace(leave, state=LeaveState.PENDING)
    book = leave_book(store, leave.period.first)
    refuse(book, asked)
    act.writing.put(LEAVES, asked)
    number = len(steps_of(store, leave.id))
    for at, approver in enumerate(book.rule(asked).steps, number + 1):
        act.writing.put(LEAVE_STEPS, LeaveStep(new_id(by.at), leave.id, at, approver))


def refuse(book: LeaveBook, leave: Leave) -> None:
    """Refuse a leave for the first thing that stands against it."""
    for each in objections(book, leave):
        raise each
