"""Rows that were journalled before a later step gave their table another column.

A step that adds a column gives it a default, and no row is journalled for it: an old entry then tells of a
row that has the default there.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlite_utils import Database

from dutydesk.storage import journal


class Growth:
    """What old entries say in terms of the tables as they are now."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._added = cache(self._read)

    def text(self, table: str, told: str) -> str:
        """A row as the journal tells it, with the defaults of the columns added since; empty stays empty."""
        added = self._added(table) if told else {}
        if all(f'"{name}":' in told for name in added):
            return told
        try:
            return journal.canonical({**added, **json.loads(told)})
        except (ValueError, TypeError):  # a text that was spoilt tells of no row, and differs from every one
            return told

    def replay(self, entries: Iterable[journal.Entry]) -> dict[tuple[str, str], str]:
        """The rows that the journal says exist, as they must look now."""
        told = journal.replay(entries)
        return {(table, row): self.text(table, text) for (table, row), text in told.items()}

    def _read(self, table: str) -> dict[str, Any]:
        columns = self._db.execute(f'pragma table_info("{table}")').fetchall()
        defaults = {str(each[1]): each[4] for each in columns if each[4] is not None}
        return {
            name: self._db.execute(f"select {literal}").fetchone()[0] for name, literal in defaults.items()
        }
