"""Asking for overtime, recording it, and the word of the personnel section."""

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.accounts import Author, has_word_of, refuse_own, who_may
from dutydesk.domain.overtime import Overtime, OvertimeState
from dutydesk.errors import FutureEntryError, MissingFieldError, NotAllowedError
from dutydesk.errors.discipline import OvertimeHoursError, OvertimeStateError
from dutydesk.services.changes import Changes, deed
from dutydesk.services.rights import is_entitled
from dutydesk.storage.overtime import OVERTIME
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store
from dutydesk.storage.values import instant_text


def request(store: Store, overtime: Overtime, *, by: Author) -> Changes:
    """Ask for overtime; refuses hours that cannot be, and a request without a reason.

    Refuses whoever neither speaks for the person nor keeps the book of leave and rest.
    """
    if not overtime.reason.strip():
        raise MissingFieldError("reason")
    _refuse_impossible(overtime)
    with deed(store, by, "request_overtime") as act:
        _refuse_stranger(store, by, overtime)
        person = store.get(PEOPLE, overtime.person).id
        act.writing.put(OVERTIME, replace(overtime, person=person, state=OvertimeState.REQUESTED, word=""))
    return act.changes


def record(
    store: Store, overtime_id: str, starts: datetime, ends: datetime, done: str, *, by: Author
) -> Changes:
    """Record what was worked in the end; refuses hours that are not over, and strangers as a request does."""
    if not done.strip():
        raise MissingFieldError("done")
    with deed(store, by, "record_overtime") as act:
        found = _at(store, overtime_id, OvertimeState.REQUESTED)
        _refuse_stranger(store, by, found)
        worked = replace(found, starts=starts, ends=ends, done=done.strip(), state=OvertimeState.RECORDED)
        _refuse_impossible(worked)
        if ends > by.at:
            raise FutureEntryError
        act.writing.put(OVERTIME, worked)
    return act.changes


def verify(store: Store, overtime_id: str, note: str = "", *, by: Author) -> Changes:
    """The personnel section finds the record right; from then on it earns rest. Nobody verifies their own."""
    with deed(store, by, "verify_overtime") as act:
        found = _at(store, overtime_id, OvertimeState.RECORDED)
        refuse_own(by, found.person)
        verified = replace(found, state=OvertimeState.VERIFIED, note=note.strip(), word=_word(by))
        act.writing.put(OVERTIME, verified)
    return act.changes


def refuse(store: Store, overtime_id: str, reason: str, *, by: Author) -> Changes:
    """Refuse a request or a record, with a reason."""
    if not reason.strip():
        raise MissingFieldError("reason")
    with deed(store, by, "refuse_overtime") as act:
        found = _at(store, overtime_id, OvertimeState.REQUESTED, OvertimeState.RECORDED)
        refuse_own(by, found.person)
        refused = replace(found, state=OvertimeState.REFUSED, note=reason.strip(), word=_word(by))
        act.writing.put(OVERTIME, refused)
    return act.changes


def overtime(store: Store, since: datetime, until: datetime) -> tuple[Overtime, ...]:
    """Everything that begins from one instant until before another, whatever came of it."""
    return store.all(OVERTIME, "starts >= ? and starts < ?", (instant_text(since), instant_text(until)))


def waiting(store: Store) -> tuple[Overtime, ...]:
    """What is still to be recorded or verified."""
    ends = (OvertimeState.VERIFIED.value, OvertimeState.REFUSED.value)
    return store.all(OVERTIME, "state not in (?, ?)", ends)


def _at(store: Store, overtime_id: str, *states: OvertimeState) -> Overtime:
    found = store.get(OVERTIME, overtime_id)
    if found.state not in states:
        raise OvertimeStateError(found.state.value)
    return found


def _refuse_stranger(store: Store, by: Author, overtime: Overtime) -> None:
    if not has_word_of(by, overtime.person) and not is_entitled(store, by, "import_leave"):
        keepers = " ".join(sorted(who_may("import_leave")))
        raise NotAllowedError("request_overtime", by.actor, keepers)


def _refuse_impossible(overtime: Overtime) -> None:
    if not overtime.is_plausible:
        raise OvertimeHoursError


def _word(by: Author) -> str:
    return by.on_behalf_of or by.actor
