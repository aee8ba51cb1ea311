"""What an import would do, row by row and field by field, and doing just that."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

from dutydesk.domain.accounts import Author
from dutydesk.domain.lists.header import Header
from dutydesk.domain.lists.table import Ignored, Refused
from dutydesk.domain.lists.table import Table as Sheet
from dutydesk.domain.people import Exemption
from dutydesk.errors import RefusedRowsError, SituationChangedError
from dutydesk.services.changes import Changes, deed
from dutydesk.services.ids import new_id
from dutydesk.services.sources import read_tables
from dutydesk.storage.store import Store
from dutydesk.storage.table import Table

MakeId = Callable[[], str]


class Fate(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as text: days in ISO, posts and sections by name, codes as kept."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the list; `line` is 0 for a record of the file that the list does not have any more."""

    sheet: str
    line: int
    name: str
    section: str
    fate: Fate
    changes: tuple[FieldChange, ...] = ()


class Doubt(StrEnum):
    """What was taken in but should be looked at."""

    UNKNOWN_POST = "unknown_post"
    NO_POST = "no_post"
    SEVERAL_POSTS = "several_posts"
    NOT_LISTED = "not_listed"
    YEAR_INCOMPLETE = "year_incomplete"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One doubt and the words it is about; `line` is 0 where it is about no single row.

    SEVERAL_POSTS names posts that share one count: it was given to the one that is stood longest.
    """

    sheet: str
    line: int
    doubt: Doubt
    text: str


@dataclass(frozen=True, slots=True)
class Offered:
    """An exemption read from a note; it counts only when somebody confirms it."""

    name: str
    section: str
    exemption: Exemption


@dataclass(frozen=True, slots=True)
class Put:
    """A value to be written."""

    table: Table[Any]
    value: object


@dataclass(frozen=True, slots=True)
class Remove:
    """A row to be removed."""

    table: Table[Any]
    row: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read."""

    path: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """What was understood of a source and what taking it in would do; nothing is written yet.

    `unread` names the sheets that were left alone. New records have numbers for ids until they are written.
    """

    source: Source
    headers: tuple[Header, ...] = ()
    unread: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    refused: tuple[Refused, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    doubts: tuple[Doubtful, ...] = ()
    offered: tuple[Offered, ...] = ()
    writes: tuple[Put | Remove, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many rows have this fate."""
        return sum(item.fate is fate for item in self.items)

    def refusing(self, more: Iterable[Refused]) -> "Intake":
        """The same with more refusals, all in the order of their sheets and lines."""
        order = {sheet.name: place for place, sheet in enumerate(self.source.sheets)}
        everything = sorted((*self.refused, *more), key=lambda each: (order[each.sheet], each.line))
        return replace(self, refused=tuple(dict.fromkeys(everything)))


Understanding = Callable[[Store, Source, MakeId], Intake]


def preview(store: Store, path: Path, understand: Understanding) -> Intake:
    """What a file would change; writes nothing."""
    numbers = count(1)
    return understand(store, Source(str(path), read_tables(path)), lambda: f"new-{next(numbers)}")


def apply(store: Store, intake: Intake, understand: Understanding, name: str, by: Author) -> Changes:
    """Write what the preview showed, all in one transaction.

    Refuses a list of which a row was refused, and a preview that the file has moved away from meanwhile.
    """
    if intake.refused:
        raise RefusedRowsError(len(intake.refused))
    with deed(store, by, name) as act:
        present = understand(store, intake.source, lambda: new_id(by.at))
        if (present.items, present.refused) != (intake.items, intake.refused):
            raise SituationChangedError
        for write in present.writes:
            if isinstance(write, Put):
                act.writing.put(write.table, write.value)
            else:
                act.writing.remove(write.table, write.row)
    return act.changes


def unread(source: Source, *headers: Header) -> tuple[str, ...]:
    """The sheets of a source that none of the headers belongs to."""
    read = {each.sheet for each in headers}
    return tuple(each.name for each in source.sheets if each.name not in read)


def compare(
    before: object, after: object, names: Iterable[str], show: Callable[[str, Any], str]
) -> tuple[FieldChange, ...]:
    """The named fields in which two values differ, as `show` puts them; a `before` of None has all empty."""
    changes = []
    for name in names:
        old, new = (getattr(each, name, None) for each in (before, after))
        texts = ("" if old is None else show(name, old), "" if new is None else show(name, new))
        if texts[0] != texts[1]:
            changes.append(FieldChange(name, *texts))
    return tuple(changes)


def fate(before: object, changes: tuple[FieldChange, ...]) -> Fate:
    """What becomes of a row with these changes to what there was, or to nothing."""
    if before is None:
        return Fate.ADDED
    return Fate.CHANGED if changes else Fate.UNCHANGED


def shown(value: object) -> str:
    """A plain value as text; yes is a tick and no is nothing."""
    if isinstance(value, bool):
        return "✓" if value else ""
    return value.isoformat() if isinstance(value, date) else str(value)
