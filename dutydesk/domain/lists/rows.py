"""Line by line: what can be read becomes a row, what cannot is refused with the reason."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from dutydesk.domain.lists.table import Column, Line, Refused, Why
from dutydesk.domain.lists.words import folded
from dutydesk.errors import DomainError

T = TypeVar("T")


class RefusedRowError(Exception):
    """One row cannot be taken; becomes a `Refused` value and never leaves this package."""

    def __init__(self, why: Why, text: str = "") -> None:
        self.why = why
        self.text = text


def read_rows(
    sheet: str, lines: Iterable[Line], read: Callable[[Line], T]
) -> tuple[tuple[T, ...], tuple[Refused, ...]]:
    """Each line read by `read`, and the refusals."""
    rows: list[T] = []
    refused: list[Refused] = []
    for line in lines:
        try:
            rows.append(read(line))
        except RefusedRowError as refusal:
            refused.append(Refused(sheet, line.number, refusal.why, refusal.text))
    return tuple(rows), tuple(refused)


def required(line: Line, column: Column, reader: Callable[[str], T], why: Why) -> T:
    """The cell as `reader` understands it; refuses the row where it does not, or where the cell is empty."""
    try:
        return reader(line[column])
    except DomainError:
        raise RefusedRowError(why, line[column] or whole(line)) from None


def optional(line: Line, column: Column, reader: Callable[[str], T], why: Why) -> T | None:
    """The cell as `reader` understands it, or None where it is empty."""
    return required(line, column, reader, why) if line[column] else None


def whole(line: Line) -> str:
    """All words of a row, for telling which one it is."""
    return " ".join(filter(None, map(folded, line.cells)))


class Twins:
    """Remembers what was read on which line, and refuses the second of two equal ones."""

    def __init__(self) -> None:
        self._seen: dict[object, int] = {}

    def refuse_second(self, line: Line, identity: object) -> None:
        """Refuse the row if an earlier one had the same identity; the reason names that line."""
        if self._seen.setdefault(identity, line.number) != line.number:
            raise RefusedRowError(Why.DUPLICATE, str(self._seen[identity]))
