"""Take back the newest deed, and do it again; the inverse of a deed is a new deed in the journal."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from dutydesk.domain.accounts import Author
from dutydesk.errors import ForeignDeedError, NothingToRedoError, NothingToUndoError
from dutydesk.services.changes import ASIDE, BEGINNINGS, Changes, deed
from dutydesk.storage import journal
from dutydesk.storage.growth import Growth
from dutydesk.storage.store import Store, Writing, row_text
from dutydesk.storage.tables import EVIDENCE

UNDO, REDO = "undo", "redo"


@dataclass(frozen=True, slots=True)
class Offer:
    """The deed that undo (or redo) would act on: its id, its name, and who did it."""

    deed_id: str
    deed: str
    actor: str


def undoable(store: Store) -> Offer | None:
    """The newest deed that may be taken back: not undone, no evidence, and its rows look as it left them."""
    undone = _undone(store)
    for deed_id, name in _newest_first(store):
        if name in BEGINNINGS:
            return None
        if name != UNDO and deed_id not in undone:
            return Offer(deed_id, *_first(store, deed_id)) if _stands(store, deed_id) else None
    return None


def redoable(store: Store) -> Offer | None:
    """The deed that was undone last, while nothing but undoing and redoing was done since."""
    undone = _undone(store)
    for deed_id, name in _newest_first(store):
        if name not in {UNDO, REDO}:
            return None
        if name == UNDO and deed_id not in undone:
            return Offer(deed_id, *_first(store, deed_id)) if _stands(store, deed_id) else None
    return None


def undo(store: Store, *, by: Author) -> Changes:
    """Put every row of the newest undoable deed back as it was before."""
    offer = undoable(store)
    if offer is None:
        raise NothingToUndoError
    return _invert(store, offer, UNDO, by)


def redo(store: Store, *, by: Author) -> Changes:
    """Do the deed that was undone last again."""
    offer = redoable(store)
    if offer is None:
        raise NothingToRedoError
    return _invert(store, offer, REDO, by)


def _undone(store: Store) -> set[str]:
    return {str(row[0]) for row in store.ask("select distinct undoes from journal where undoes <> ''")}


def _newest_first(store: Store) -> Iterator[tuple[str, str]]:
    """Deed ids and names, newest first, each once; those that only bear witness are passed over."""
    seen = ""
    sql = "select deed_id, deed from journal where device = ? order by seq desc"
    for deed_id, name in store.ask(sql, (store.device(),)):
        if deed_id != seen and name not in ASIDE:
            yield deed_id, name
        seen = deed_id


def _first(store: Store, deed_id: str) -> tuple[str, str]:
    """The name of the deed that a chain of undoing and redoing began with, and who did it."""
    sql = "select deed, actor, undoes from journal where deed_id = ? limit 1"
    name, actor, undoes = next(store.ask(sql, (deed_id,)))
    while undoes:
        name, actor, undoes = next(store.ask(sql, (undoes,)))
    return str(name), str(actor)


def _entries(store: Store, deed_id: str) -> tuple[journal.Entry, ...]:
    return tuple(journal.read(store.db, "deed_id = ?", (deed_id,)))


def _stands(store: Store, deed_id: str) -> bool:
    """Whether every row still looks as the deed left it, none is evidence, and no evidence rests on one."""
    entries = _entries(store, deed_id)
    newest = {(each.table_name, each.row_id): each.after for each in entries}
    growth = Growth(store.db)
    return all(
        table not in EVIDENCE and row_text(store.db, table, row) == growth.text(table, after)
        for (table, row), after in newest.items()
    ) and not any(_is_ground(store, each) for each in entries if not each.before)


def _is_ground(store: Store, made: journal.Entry) -> bool:
    """Whether something was noted against somebody that rests on a record: it may not vanish under it."""
    record = json.dumps([made.table_name, made.row_id], ensure_ascii=False)
    return any(store.ask("select 1 from candidate where instr(records, ?) limit 1", (record,)))


def _invert(store: Store, offer: Offer, name: str, by: Author) -> Changes:
    if (
        by.person and by.actor != offer.actor
    ):  # else an approval taken back could be repeated by its applicant
        raise ForeignDeedError(offer.deed, offer.actor)
    with deed(store, by, name, undoes=offer.deed_id, right=offer.deed) as act:
        for entry in reversed(_entries(store, offer.deed_id)):
            _put_back(act.writing, entry)
    return act.changes


def _put_back(writing: Writing, entry: journal.Entry) -> None:
    if entry.before:
        writing.put_row(entry.table_name, json.loads(entry.before))
    else:
        writing.remove_row(entry.table_name, entry.row_id)
