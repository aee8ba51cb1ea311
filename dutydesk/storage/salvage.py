"""A new file from what can be read of a damaged one, with a list of what is lost.

The journal tells every row, so a file whose journal is whole loses nothing. Where the journal is torn, its
beginning up to the tear is kept as evidence, and a last deed writes what the tables say beyond it.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database

from dutydesk.domain.accounts import Author
from dutydesk.errors import DamagedFileError, DomainError
from dutydesk.storage import journal, seals
from dutydesk.storage.connection import build, connect
from dutydesk.storage.failures import telling
from dutydesk.storage.file import clear, refuse_taken, sync_file, sync_folder
from dutydesk.storage.growth import Growth
from dutydesk.storage.journal import Entry
from dutydesk.storage.seals import SEALS
from dutydesk.storage.store import Store, Writing, row_text
from dutydesk.storage.table import Table
from dutydesk.storage.tables import ALL, masked
from dutydesk.storage.verify import verify
from dutydesk.storage.wreck import Wreck, copied, explore

State = dict[tuple[str, str], str]
"""Rows by table and id, as canonical JSON."""
SOURCE = "salvaged_from"
_BY_NAME: dict[str, Table[object]] = {table.name: table for table in ALL}


class Fate(StrEnum):
    """What became of something that is not in the new file as it was.

    An entry cannot be read, or does not follow upon the one before; a row is as the journal last told it,
    though it may have changed since; or it is otherwise than a whole journal tells; or it is not there.
    """

    ENTRY_LOST = "entry_lost"
    ENTRY_UNCHAINED = "entry_unchained"
    ROW_PERHAPS_OLD = "row_perhaps_old"
    ROW_UNTOLD = "row_untold"
    ROW_LOST = "row_lost"


@dataclass(frozen=True, slots=True)
class Loss:
    """`where` is the seq of an entry, or a row's table and id; `told` is what is known of it."""

    fate: Fate
    where: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many rows and entries the new file has, and what it has not."""

    rows: int
    entries: int
    losses: tuple[Loss, ...]


def salvage(broken: Path, target: Path, *, by: Author, deed: str, deed_id: str) -> Salvaged:
    """Make a new file of a damaged one, which is left as it is; refuses one of which nothing can be read."""
    refuse_taken(target)
    draft = target.with_name(f".{target.name}.salvaged")
    with telling(str(broken)), copied(broken, target) as copy:
        wreck = explore(copy)
    if not wreck.entries and not any(each.rows for each in wreck.tables.values()):
        raise DamagedFileError(str(broken))
    try:
        with telling(str(target)):
            clear(draft)
            salvaged = _rebuilt(draft, wreck, broken.name, (by, deed, deed_id))
            sync_file(draft)
            draft.replace(target)
            sync_folder(target.parent)
    finally:
        clear(draft)
    return salvaged


def _rebuilt(draft: Path, wreck: Wreck, name: str, act: tuple[Author, str, str]) -> Salvaged:
    """Fill the new file: the journal up to the tear, then one deed for what differs."""
    by, deed, deed_id = act
    chained = _chained(wreck)
    is_whole = wreck.is_journal_whole and chained == wreck.entries != ()
    db = connect(str(draft))
    with closing(db.conn):
        build(db, wreck.device or deed_id)
        state, doubts = _state(wreck, Growth(db).replay(wreck.entries), is_whole=is_whole)
        state["office", SOURCE] = journal.canonical({"id": SOURCE, "value": name})
        store = Store(db, draft)
        _play(db, chained)
        with store.write(by, deed, deed_id=deed_id) as writing:
            lost = (*_write(writing, journal.replay(chained), state), *_unsealed(writing))
        if verify(db, str(draft)).faults:
            raise DamagedFileError(str(draft))
        entries = journal.head(db)[0]
    return Salvaged(len(state) - len(lost), entries, (*_torn(wreck, chained), *doubts, *lost))


def _chained(wreck: Wreck) -> tuple[Entry, ...]:
    """The entries from the first one on, as far as each follows upon the one before."""
    broken = next(journal.broken_links(wreck.entries, wreck.device), None)
    return tuple(each for each in wreck.entries if broken is None or each.seq < broken)


def _torn(wreck: Wreck, chained: tuple[Entry, ...]) -> Iterator[Loss]:
    """The entries that cannot be read, by their gaps in the numbers, and those that follow upon a gap."""
    expected = 1
    for entry in wreck.entries:
        if entry.seq > expected:
            yield Loss(Fate.ENTRY_LOST, f"{expected}-{entry.seq - 1}")
        expected = entry.seq + 1
    if not wreck.is_journal_whole or not wreck.entries:
        yield Loss(Fate.ENTRY_LOST, f"{expected}-")
    for entry in wreck.entries[len(chained) :]:
        told = f"{entry.at_utc} {entry.actor} {entry.deed} {entry.table_name} {entry.row_id} "
        told += masked(entry.table_name, entry.after)
        yield Loss(Fate.ENTRY_UNCHAINED, str(entry.seq), told)


def _state(wreck: Wreck, told: State, *, is_whole: bool) -> tuple[State, list[Loss]]:
    """The rows the new file is to have: those of a whole journal, else of the tables and then the journal."""
    state: State = {}
    torn: set[str] = set()
    for name, remains in wreck.tables.items():
        read = {(name, row["id"]): journal.canonical(row) for row in remains.rows if _is_value(name, row)}
        state |= read
        if not remains.is_whole or len(read) < len(remains.rows):
            torn.add(name)
    if is_whole:
        otherwise = sorted(key for key, text in state.items() if told.get(key) != text)
        return told, [_loss(Fate.ROW_UNTOLD, key, state[key]) for key in otherwise]
    missing = sorted(key for key in told.keys() - state.keys() if key[0] in torn)
    state |= {key: told[key] for key in missing}
    return state, [_loss(Fate.ROW_PERHAPS_OLD, key, told[key]) for key in missing]


def _loss(fate: Fate, key: tuple[str, str], row: str) -> Loss:
    """The loss of a row, told without what nobody may read."""
    return Loss(fate, " ".join(key), masked(key[0], row))


def _is_value(name: str, row: journal.Row) -> bool:
    try:
        _BY_NAME[name].from_row(row)
        journal.canonical(row)
    except (ValueError, TypeError, LookupError, DomainError):
        return False
    return True


def _play(db: Database, entries: tuple[Entry, ...]) -> None:
    """Do again what the entries tell, in their order, and keep them as they are."""
    with db.atomic():
        for entry in entries:
            if entry.after:
                row = json.loads(entry.after)
                names, marks = ", ".join(f'"{each}"' for each in row), ", ".join("?" * len(row))
                new = ", ".join(f'"{each}" = excluded."{each}"' for each in row)
                sql = f'insert into "{entry.table_name}" ({names}) values ({marks})'
                db.execute(f"{sql} on conflict (id) do update set {new}", list(row.values()))
            else:
                db.execute(f'delete from "{entry.table_name}" where id = ?', [entry.row_id])
        journal.append(db, entries)


def _unsealed(writing: Writing) -> Iterator[Loss]:
    """Seals over entries that are lost hold nothing any more, and are lost with them."""
    for row_id in tuple(seals.broken(writing.db)):
        told = row_text(writing.db, SEALS.name, row_id)
        writing.remove(SEALS, row_id)
        yield Loss(Fate.ROW_LOST, f"{SEALS.name} {row_id}", told)


def _write(writing: Writing, before: State, state: State) -> Iterator[Loss]:
    """Bring the rows from one state to another; tells of those that will not go together with the others."""
    writing.db.execute("pragma defer_foreign_keys = on")
    for name, row_id in sorted(before.keys() - state.keys()):
        writing.remove_row(name, row_id)
    for (name, row_id), text in sorted(state.items()):
        try:
            writing.put_row(name, json.loads(text))
        except sqlite3.IntegrityError:
            yield _loss(Fate.ROW_LOST, (name, row_id), text)
    while dangling := writing.db.execute("pragma foreign_key_check").fetchall():
        for name, number, *_ in dangling:
            found = writing.db.execute(f'select id from "{name}" where rowid = ?', [number]).fetchone()
            if found:
                yield _loss(Fate.ROW_LOST, (name, found[0]), state[name, found[0]])
                writing.remove_row(name, found[0])
