"""The one journal: every change of every row, chained by hash (design: one journal).

An entry's hash is SHA-256 over a version tag, the hash before it and the entry's canonical JSON, so nothing
can be changed, dropped or slipped in without breaking the chain.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]
TAG = b"dutydesk-journal-1\n"
COLUMNS = (
    "device", "seq", "lamport", "at_utc", "actor", "on_behalf_of", "deed", "deed_id", "undoes", "reason",
    "table_name", "row_id", "before", "after", "prev", "hash",
)  # fmt: skip
_INSERT = f"insert into journal ({', '.join(COLUMNS)}) values ({', '.join('?' * len(COLUMNS))})"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one row; `before`/`after` are canonical JSON, empty where the row did not exist."""

    device: str
    seq: int
    lamport: int
    at_utc: str
    actor: str
    on_behalf_of: str
    deed: str
    deed_id: str
    undoes: str
    reason: str
    table_name: str
    row_id: str
    before: str
    after: str
    prev: str
    hash: str

    def sealed(self) -> str:
        """The hash this entry must have."""
        body = {name: getattr(self, name) for name in COLUMNS if name not in {"prev", "hash"}}
        return hashlib.sha256(TAG + self.prev.encode() + b"\n" + canonical(body).encode()).hexdigest()


class UnjournalledValueError(TypeError):
    """A float or another value that has no canonical text was about to be journalled: a bug."""


def composed(row: Mapping[str, Any]) -> Row:
    """The row as it is kept: text in NFC, so that what looks alike is alike."""
    return {
        name: unicodedata.normalize("NFC", value) if isinstance(value, str) else value
        for name, value in row.items()
    }


def canonical(row: Mapping[str, Any]) -> str:
    """JSON with sorted keys and no floats, so that equal rows have equal text."""
    for value in row.values():
        if isinstance(value, float):
            raise UnjournalledValueError(value)
    return json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def head(db: Database) -> tuple[int, int, str]:
    """The own device's newest seq, the highest lamport, the newest hash; zeros for an empty journal."""
    row = db.execute(
        "select seq, hash from journal where device = (select value from device where id = 'device')"
        " order by seq desc limit 1"  # by the key: without the device every entry would be read
    ).fetchone()
    lamport = db.execute("select coalesce(max(lamport), 0) from journal").fetchone()[0]
    return (row[0], lamport, row[1]) if row else (0, 0, "")


def append(db: Database, entries: Iterable[Entry]) -> None:
    """Write sealed entries; only inside the transaction that writes their rows."""
    for entry in entries:
        db.execute(_INSERT, tuple(getattr(entry, name) for name in COLUMNS))


def read(db: Database, where: str = "1", args: tuple[Any, ...] = ()) -> Iterator[Entry]:
    """Entries in the order of their seq."""
    names = ", ".join(COLUMNS)
    for row in db.execute(f"select {names} from journal where {where} order by seq", args):
        yield Entry(*row)


def broken_links(entries: Iterable[Entry], device: str, after: tuple[int, str] = (0, "")) -> Iterator[int]:
    """The seq of every entry whose device, number, link or hash is not what it must be.

    The first one must follow upon `after`, the seq and the hash of the entry before it.
    """
    prev, expected = after[1], after[0] + 1
    for entry in entries:
        linked = (entry.device, entry.seq, entry.prev) == (device, expected, prev)
        if not linked or entry.hash != entry.sealed():
            yield entry.seq
        prev, expected = entry.hash, entry.seq + 1


def replay(entries: Iterable[Entry]) -> dict[tuple[str, str], str]:
    """The rows that the journal says exist: (table, row id) to canonical JSON."""
    state: dict[tuple[str, str], str] = {}
    for entry in entries:
        key = (entry.table_name, entry.row_id)
        if entry.after:
            state[key] = entry.after
        else:
            state.pop(key, None)
    return state
