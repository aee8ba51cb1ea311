"""What became of the records: one change of one row, and which of them somebody looks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

Value = str | int | None


class Turn(StrEnum):
    """What a change did to its row."""

    ENTERED = "entered"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column that is otherwise than before; None on the side where the row did not exist."""

    column: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one row: who, when, for whom, by which deed, why, and what became what.

    `facts` is the row as it was left, or as it was before it was removed. What the reader may not see stands
    as a mask in it. `undoes` says that the deed took another one back.
    """

    device: str
    seq: int
    lamport: int
    at: datetime
    actor: str
    on_behalf_of: str
    deed: str
    reason: str
    table: str
    row: str
    turn: Turn
    fields: tuple[FieldChange, ...]
    facts: Mapping[str, Value] = field(hash=False)
    undoes: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """Which changes are looked for; what is empty does not narrow.

    `since` is the first instant, `until` the first one after the last. `about` is the id of a person, or of
    any record, that the row is or names. `rows` are (table, id).
    """

    since: datetime | None = None
    until: datetime | None = None
    actor: str = ""
    deed: str = ""
    tables: frozenset[str] = frozenset()
    about: str = ""
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """What records are called now, or were called last, by table and id."""

    by_table: Mapping[str, Mapping[str, str]]

    def of(self, table: str, row: str) -> str:
        """The name of a record; empty for one that has none."""
        return self.by_table.get(table, {}).get(row, "")

    def anywhere(self, row: str) -> str:
        """The name of the record with this id, whichever its table."""
        return next((names[row] for names in self.by_table.values() if row in names), "")
