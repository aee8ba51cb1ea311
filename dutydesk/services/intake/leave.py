"""Taking in a leave list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from dutydesk.domain.accounts import Author
from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.domain.leave.rules import LEAVE
from dutydesk.domain.lists import leave as lists
from dutydesk.domain.lists.header import Header
from dutydesk.domain.lists.leave import LeaveRow
from dutydesk.domain.lists.roll import Roll
from dutydesk.domain.lists.table import Refused, Why
from dutydesk.errors import NoHeaderError
from dutydesk.services.changes import Changes
from dutydesk.services.intake.preview import (
    FieldChange,
    Intake,
    Item,
    MakeId,
    Put,
    Source,
    apply,
    compare,
    fate,
    preview,
    shown,
    unread,
)
from dutydesk.services.office import office_time
from dutydesk.services.rulebook import in_force
from dutydesk.storage.leave import LEAVE_TYPES, LEAVES
from dutydesk.storage.people import PEOPLE, SECTIONS
from dutydesk.storage.store import Store

_TOLD = ("type", "period", "from_half", "to_half", "reason", "leaves_city", "stand_in", "approved_by")


def understand_leave(store: Store, path: Path) -> Intake:
    """What a leave list would change; refuses a source without one."""
    return preview(store, path, _understand)


def apply_leave(store: Store, intake: Intake, *, by: Author) -> Changes:
    """Take in a previewed leave list, as leave that was approved on paper; what is over by now is history."""
    return apply(
        store, intake, partial(_understand, today=office_time(store, by.at).date()), "import_leave", by
    )


def _understand(store: Store, source: Source, make_id: MakeId, today: date = date.min) -> Intake:
    people, types = store.all(PEOPLE), store.all(LEAVE_TYPES)
    roll = Roll(people, store.all(SECTIONS))
    found = next(filter(None, (lists.understand_leave(each, roll, types) for each in source.sheets)), None)
    if found is None:
        raise NoHeaderError(source.path, lists.lacking_column(source.sheets))
    header = found.header
    names = {each.id: each.name for each in people} | {each.id: each.name for each in types}
    present = tuple(each for each in store.all(LEAVES) if each.is_asked)
    leaves = [(row, *_leave(row, present, make_id, today)) for row in found.rows]
    show = partial(_show, names=names)
    return Intake(
        source,
        headers=(header,),
        unread=unread(source, header),
        items=tuple(
            _item(header, row, roll.section_of(row.person), before, compare(before, after, _TOLD, show))
            for row, before, after in leaves
        ),
        refused=found.refused,
        ignored=found.ignored,
        writes=tuple(Put(LEAVES, after) for _, _, after in leaves),
    ).refusing((*_too_long(store, header.sheet, found.rows), *_overlapping(header.sheet, leaves, present)))


def _leave(
    row: LeaveRow, present: Sequence[Leave], make_id: MakeId, today: date
) -> tuple[Leave | None, Leave]:
    """The leave as the file has it, if it does, and as the row has it; an empty cell says nothing.

    A leave is the same when the person and its start are, so a list with a later end extends it. From one
    that was over by today the person is taken to be back.
    """
    state = LeaveState.REPORTED_BACK if row.period.last < today else LeaveState.APPROVED
    start = (row.person.id, row.period.first, row.from_half)
    before = next(
        (each for each in present if (each.person, each.period.first, each.from_half) == start), None
    )
    base = before or Leave(make_id(), row.person.id, row.type.id, row.period, state=state)
    after = replace(
        base,
        type=row.type.id,
        period=row.period,
        from_half=row.from_half,
        to_half=row.to_half,
        reason=row.reason or base.reason,
        leaves_city=base.leaves_city if row.leaves_city is None else row.leaves_city,
        stand_in=row.stand_in.id if row.stand_in else base.stand_in,
        approved_by=row.approved_by or base.approved_by,
    )
    return before, after


def _item(
    header: Header, row: LeaveRow, section: str, before: Leave | None, changes: tuple[FieldChange, ...]
) -> Item:
    return Item(header.sheet, row.line, row.person.name, section, fate(before, changes), changes)


def _too_long(store: Store, sheet: str, rows: Iterable[LeaveRow]) -> Iterator[Refused]:
    """The rows of more days than the rule in force on their first one allows."""
    for row in rows:
        limit = in_force(store, LEAVE, row.period.first).longest_days
        if len(row.period) > limit:
            yield Refused(sheet, row.line, Why.TOO_LONG, f"{len(row.period)} > {limit}")


def _overlapping(
    sheet: str, leaves: Iterable[tuple[LeaveRow, Leave | None, Leave]], present: Sequence[Leave]
) -> Iterator[Refused]:
    """The rows that lie within other leave of the same person, in the file or further up in the list."""
    taken = {each.id: each for each in present}
    for row, _, after in leaves:
        others = [each for each in taken.values() if each.person == after.person and each.id != after.id]
        clash = next((each for each in others if each.meets(after)), None)
        if clash:
            text = f"{row.person.name} {clash.period.first} – {clash.period.last}"
            yield Refused(sheet, row.line, Why.OVERLAPPING, text)
        taken[after.id] = after


def _show(field: str, value: Any, names: Mapping[str, str]) -> str:
    if field == "period":
        return f"{value.first.isoformat()} – {value.last.isoformat()}"
    return names.get(value, value) if field in {"type", "stand_in"} else shown(value)
