"""Leaders' instructions: written down exactly, passed on at once, and answered (件件有回音)."""

from dataclasses import replace
from datetime import datetime

from dutydesk.domain.accounts import Author
from dutydesk.domain.instructions import Instruction, refuse_unclear
from dutydesk.errors import (
    AlreadyPassedOnError,
    EmptyEntryError,
    FutureEntryError,
    MissingFieldError,
    NotPassedOnError,
)
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.instructions import INSTRUCTIONS
from dutydesk.storage.store import Store


def instruction(store: Store, instruction_id: str) -> Instruction:
    """One instruction; refuses one that is not there."""
    return store.get(INSTRUCTIONS, instruction_id)


def pending_instructions(store: Store) -> tuple[Instruction, ...]:
    """Those not passed on or not answered yet, the oldest first."""
    return store.all(INSTRUCTIONS, "passed_at = '' or reported_at = ''")


def all_instructions(store: Store) -> tuple[Instruction, ...]:
    """Every instruction, the oldest first."""
    return store.all(INSTRUCTIONS)


def take_instruction(store: Store, given: Instruction, *, by: Author) -> Changes:
    """Write down what a leader said; a spoken one must have been read back."""
    whole = replace(given, typed_at=by.at)
    refuse_unclear(whole)
    with deed(store, by, "take_instruction") as act:
        act.writing.put(INSTRUCTIONS, whole)
    return act.changes


def pass_on(store: Store, instruction_id: str, whom: str, at: datetime, *, by: Author) -> Changes:
    """Keep to whom an instruction was passed on and when; refuses a second time."""
    with deed(store, by, "pass_on_instruction") as act:
        present = store.get(INSTRUCTIONS, instruction_id)
        if present.passed_at is not None:
            raise AlreadyPassedOnError(present.leader)
        if not whom.strip():
            raise MissingFieldError("person")
        _refuse_time(present.given_at, at, by.at)
        act.writing.put(INSTRUCTIONS, replace(present, passed_to=whom.strip(), passed_at=at))
    return act.changes


def report_result(store: Store, instruction_id: str, result: str, at: datetime, *, by: Author) -> Changes:
    """Keep what came of an instruction and when the leader heard it."""
    with deed(store, by, "answer_instruction") as act:
        present = store.get(INSTRUCTIONS, instruction_id)
        if present.passed_at is None:
            raise NotPassedOnError(present.leader)
        if present.reported_at is not None:
            raise AlreadyPassedOnError(present.leader)
        if not result.strip():
            raise EmptyEntryError
        _refuse_time(present.passed_at, at, by.at)
        act.writing.put(INSTRUCTIONS, replace(present, result=result.strip(), reported_at=at))
    return act.changes


def _refuse_time(earliest: datetime, at: datetime, now: datetime) -> None:
    if not earliest <= at <= now:
        raise FutureEntryError
