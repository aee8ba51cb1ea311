"""The open file: reads give values, and it is written to in one way only.

Nothing writes but `Store.write`, one transaction a deed, and every change of a row goes into the journal
within it.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from dutydesk.domain.accounts import Author
from dutydesk.errors import (
    AlreadyDoneError,
    DamagedFileError,
    DomainError,
    NotFoundError,
    ReadOnlyFileError,
)
from dutydesk.storage import journal, search
from dutydesk.storage.connection import build, connect
from dutydesk.storage.failures import telling
from dutydesk.storage.remembered import Remembered
from dutydesk.storage.table import Table

T = TypeVar("T")


@dataclass
class Writing:
    """An open deed: puts and removes rows and journals each change; `rows` counts what really changed."""

    db: Database
    author: Author
    deed: str
    deed_id: str
    undoes: str
    device: str
    seq: int
    lamport: int
    prev: str
    tables: set[str] = field(default_factory=set)
    rows: int = 0

    def put(self, table: Table[T], value: T) -> None:
        """Write one value; a row that already looks so is left alone and not journalled."""
        self.put_row(table.name, table.to_row(value))

    def remove(self, table: Table[T], row_id: str) -> None:
        """Remove one row; a row that is gone already is nothing to do."""
        self.remove_row(table.name, row_id)

    def put_row(self, name: str, row: journal.Row) -> None:
        """Write one raw row by its table's name."""
        row = journal.composed(row)
        before = row_text(self.db, name, row["id"])
        after = journal.canonical(row)
        if before == after:
            return
        if before:
            places = ", ".join(f'"{column}" = ?' for column in row)
            self.db.execute(f'update "{name}" set {places} where id = ?', [*row.values(), row["id"]])
        else:
            names = ", ".join(f'"{column}"' for column in row)
            marks = ", ".join("?" * len(row))
            self.db.execute(f'insert into "{name}" ({names}) values ({marks})', list(row.values()))
        search.keep(self.db, name, row, fresh=not before)
        self._journal(name, row["id"], before, after)

    def remove_row(self, name: str, row_id: str) -> None:
        """Remove one raw row by its table's name."""
        before = row_text(self.db, name, row_id)
        if before:
            self.db.execute(f'delete from "{name}" where id = ?', [row_id])
            search.forget(self.db, name)
            self._journal(name, row_id, before, "")

    def _journal(self, name: str, row_id: str, before: str, after: str) -> None:
        self.seq, self.lamport = self.seq + 1, self.lamport + 1
        at = self.author.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        facts = (
            self.device, self.seq, self.lamport, at, self.author.actor, self.author.on_behalf_of, self.deed,
            self.deed_id, self.undoes, self.author.reason, name, row_id, before, after, self.prev,
        )  # fmt: skip
        self.prev = journal.Entry(*facts, hash="").sealed()
        journal.append(self.db, [journal.Entry(*facts, hash=self.prev)])
        self.tables.add(name)
        self.rows += 1


def row_text(db: Database, name: str, row_id: str) -> str:
    """One row as canonical JSON; empty where there is none."""
    cursor = db.execute(f'select * from "{name}" where id = ?', [row_id])
    row = cursor.fetchone()
    return journal.canonical(dict(zip(_columns(cursor), row, strict=True))) if row else ""


def _columns(cursor: sqlite3.Cursor) -> list[str]:
    return [each[0] for each in cursor.description]


class Store:
    """An open duty file. Reads give values; `write` is the only way to change anything.

    `mended` are the guards of the journal that had to be put back when the file was opened; `tried` is the id
    of the deed that was begun last.
    """

    def __init__(
        self, db: Database, path: Path | None, *, read_only: bool = False, mended: tuple[str, ...] = ()
    ) -> None:
        self.db = db
        self.path = path
        self.read_only = read_only
        self.mended = mended
        self.tried = ""
        self._read = Remembered()

    def all(self, table: Table[T], where: str = "1", args: tuple[Any, ...] = ()) -> tuple[T, ...]:
        """The values of a table in its own order; `where` is SQL with question marks."""
        with telling(str(self.path)):
            asked = (table.name, where, args)
            known = self._read.known(self.db, asked)
            if known is None:
                cursor = self.db.execute(
                    f'select * from "{table.name}" where {where} order by {table.order}', args
                )
                columns = _columns(cursor)
                known = tuple(self._value(table, dict(zip(columns, row, strict=True))) for row in cursor)
                self._read.remember(asked, known, () if "select" in where else (table.name,))
            return known

    def derived(self, name: str, make: Callable[[], T], tables: Iterable[str] = ()) -> T:
        """What was worked out of some tables (of none named, any), and again only after those were written.

        It is given to many: nobody may change it.
        """
        with telling(str(self.path)):
            known = self._read.known(self.db, (name, "", ()))
        if known is None:
            made = make()
            self._read.remember((name, "", ()), (made,), tables)
            return made
        found: T = known[0]
        return found

    def _value(self, table: Table[T], row: journal.Row) -> T:
        """A row as its value; one that is none was changed behind our back."""
        try:
            return table.from_row(row)
        except (ValueError, TypeError, LookupError, DomainError) as error:
            raise DamagedFileError(str(self.path)) from error

    def ask(self, sql: str, args: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows that answer a question in SQL with question marks, read as they are wanted."""
        with telling(str(self.path)):
            yield from self.db.execute(sql, args)

    def find(self, table: Table[T], row_id: str) -> T | None:
        """The value with this id, or None."""
        found = self.all(table, "id = ?", (row_id,))
        return found[0] if found else None

    def get(self, table: Table[T], row_id: str) -> T:
        """The value with this id; refuses one that is gone."""
        found = self.find(table, row_id)
        if found is None:
            raise NotFoundError(table.name, row_id)
        return found

    @contextmanager
    def write(self, by: Author, deed: str, *, deed_id: str, undoes: str = "") -> Iterator[Writing]:
        """One deed in one transaction; nothing is kept if anything inside raises.

        A `deed_id` that is in the journal already is the retry of a deed of which nobody heard that it was
        kept: it is refused before anything is done, so that nothing is written twice.
        """
        self.tried = deed_id
        with telling(str(self.path)):
            if self.read_only:
                raise ReadOnlyFileError(str(self.path))
            self._read.look(self.db)
            self.db.execute("begin immediate")
            try:
                self._refuse_done(deed_id)
                seq, lamport, prev = journal.head(self.db)
                writing = Writing(self.db, by, deed, deed_id, undoes, self.device(), seq, lamport, prev)
                yield writing
                self.db.execute("commit")
                self._read.wrote(self.db, writing.tables)
            except BaseException:
                if self.db.conn.in_transaction:
                    self.db.execute("rollback")
                raise

    def _refuse_done(self, deed_id: str) -> None:
        if self.was_done(deed_id):
            raise AlreadyDoneError(deed_id)

    def was_done(self, deed_id: str) -> bool:
        """Whether a deed with this id was committed."""
        return any(self.ask("select 1 from journal where deed_id = ? limit 1", (deed_id,)))

    def device(self) -> str:
        """The id of the device whose journal this is; set when the file was made."""
        return str(next(self.ask("select value from device where id = 'device'"))[0])

    def close(self) -> None:
        """Close the file; safe to call twice."""
        self.db.conn.close()


def memory(device: str = "memory") -> Store:
    """A new store in memory, for tests and rehearsals."""
    db = connect(":memory:")
    build(db, device)
    return Store(db, None)
