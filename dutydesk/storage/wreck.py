"""What can still be read of a damaged file: its rows one by one, and where between them nothing can be."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dutydesk.storage import journal
from dutydesk.storage.file import clear
from dutydesk.storage.journal import Row
from dutydesk.storage.tables import ALL

_SMALLEST_ROW = 8
_UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What SQLite raises; the second is about its own words, which quote what it could not read."""
_PATIENCE = 20_000
"""After so many failures in one table the rest of it is given up, so that no wreck takes hours."""


@dataclass
class Remains:
    """The readable rows of one table, and whether any place in it could not be read."""

    rows: list[Row] = field(default_factory=list)
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Wreck:
    """The readable entries in the order of their seq, whether they are all, each table's rows, the device."""

    entries: tuple[journal.Entry, ...]
    is_journal_whole: bool
    tables: dict[str, Remains]
    device: str


@contextmanager
def copied(broken: Path, beside: Path) -> Iterator[Path]:
    """A copy of a damaged file with its crash journal, to be looked into; the file itself is never opened."""
    copy = beside.with_name(f".{beside.name}.wreck")
    clear(copy)
    try:
        shutil.copyfile(broken, copy)
        crashed = broken.with_name(f"{broken.name}-journal")
        if crashed.exists():
            shutil.copyfile(crashed, copy.with_name(f"{copy.name}-journal"))
        yield copy
    finally:
        clear(copy)


def explore(copy: Path) -> Wreck:
    """Read whatever can be read; an empty wreck is one whose list of tables is gone."""
    most = copy.stat().st_size // _SMALLEST_ROW
    with closing(sqlite3.connect(copy, isolation_level=None)) as raw:
        raw.execute("pragma writable_schema = on")  # be content with a file that is shorter than it says
        written = _Diver(raw, "journal").dive(most)
        tables = {table.name: _Diver(raw, table.name).dive(most) for table in ALL}
        devices = [row["value"] for row in _Diver(raw, "device").dive(most).rows if row["id"] == "device"]
    entries = [_entry(row) for row in written.rows if _is_entry(row)]
    is_whole = written.is_whole and len(entries) == len(written.rows)
    device = str(devices[0]) if devices else next((each.device for each in entries), "")
    return Wreck(tuple(sorted(entries, key=lambda each: each.seq)), is_whole, tables, device)


def _entry(row: Row) -> journal.Entry:
    return journal.Entry(*(row[name] for name in journal.COLUMNS))


def _is_entry(row: Row) -> bool:
    """Whether every column of an entry is still of its kind, and what it tells can be read as rows."""
    kinds = all(isinstance(row[name], int if name in {"seq", "lamport"} else str) for name in journal.COLUMNS)
    return kinds and all(_tells(row[name]) for name in ("before", "after"))


def _tells(text: str) -> bool:
    """Whether a text of the journal is a row, or empty for none; a cut file reads as zeros in its midst."""
    try:
        return not text or isinstance(json.loads(text), dict)
    except ValueError:
        return False


class _Diver:
    """Reads one table in ever smaller pieces, until what cannot be read is a single place."""

    def __init__(self, raw: sqlite3.Connection, table: str) -> None:
        self._raw = raw
        self._sql = f'select * from "{table}" where rowid between ? and ?'
        self._patience = _PATIENCE
        self._remains = Remains()

    def dive(self, most: int) -> Remains:
        """Bring up all rows with a number up to `most`; a table that cannot be found has none."""
        pieces = [(1, most)] if self._is_known() else []
        while pieces and self._patience:
            first, last = pieces.pop()
            if self._bring_up(first, last):
                continue
            self._patience -= 1
            if first < last:
                middle = (first + last) // 2
                pieces += [(middle + 1, last), (first, middle)]
        return self._remains

    def _is_known(self) -> bool:
        try:
            self._raw.execute(f"{self._sql} limit 0", (0, 0))
        except _UNREADABLE:
            self._remains.is_whole = False
        return self._remains.is_whole

    def _bring_up(self, first: int, last: int) -> bool:
        try:
            cursor = self._raw.execute(self._sql, (first, last))
            rows = cursor.fetchall()
        except _UNREADABLE:
            self._remains.is_whole = False
            return False
        names = [each[0] for each in cursor.description]
        self._remains.rows += [dict(zip(names, row, strict=True)) for row in rows]
        return True
