"""A printed form as one plain value, with every word already in it; each exporter renders any sheet."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass, replace
from enum import Enum

MARK = "▲"
"""Stands behind the first line of a cell changed since the last print; survives a black and white printer."""


UNPRINTABLE = dict.fromkeys(
    (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)


class Align(Enum):
    """Where the lines of a cell stand between its left and right border."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


class Kind(Enum):
    """What a cell holds: a phone number stays text everywhere, a number may be added up in a spreadsheet."""

    TEXT = "text"
    PHONE = "phone"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Cell:
    r"""One box of the table; lines are separated by "\n".

    `rows` and `columns` count the grid places it covers. `align` None follows the column. `top` starts
    the text at the upper border instead of the middle. `room` is the least height in mm, kept free for
    a pen.
    """

    text: str = ""
    _: KW_ONLY
    rows: int = 1
    columns: int = 1
    align: Align | None = None
    kind: Kind = Kind.TEXT
    bold: bool = False
    mark: bool = False
    top: bool = False
    room: float = 0.0

    def __post_init__(self) -> None:
        """Keep only what paper and file formats can hold."""
        object.__setattr__(self, "text", printable(self.text))

    @property
    def words(self) -> str:
        """The text as printed: a changed cell shows the mark at the end of its first line."""
        if not self.mark:
            return self.text
        first, *rest = self.text.split("\n")
        return "\n".join((first + MARK, *rest))

    @property
    def number(self) -> float | None:
        """The value of a number cell, None where its text is not one."""
        wanted = self.kind is Kind.NUMBER and re.fullmatch(r"[+-]?\d+(\.\d+)?", self.text, re.ASCII)
        return float(self.text) if wanted else None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `width` is its share of the page beside the other columns, no unit."""

    title: str = ""
    width: float = 1.0
    align: Align = Align.CENTRE


Line = tuple[Cell, ...]
"""The cells that begin in one grid row; places covered by a span from above or from the left are left out."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell and the grid place, counted from 0, where its upper left corner lies."""

    row: int
    column: int
    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A form of domain.md §13 ready for paper, spreadsheet or browser.

    `corner` stands at the upper left ("附件", "内部资料"). `lead` (the line under the title) and `foot` (the
    signatures) are spread over the width: first left, last right, others between. `header` replaces the
    column titles where a header has several rows or spans; with neither, the table has no header row.
    `seal` names an empty space of 20 × 60 mm beside the notes. `imprint` is the small line at the
    page's foot. `page_words` holds `{page}` and `{pages}`, printed when there is more than one page.
    `one_page` shrinks or stretches the rows to fill one page; otherwise they are at least `row_height`
    mm.
    """

    language: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Line, ...] = ()
    header: tuple[Line, ...] = ()
    corner: str = ""
    subtitle: str = ""
    lead: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    mark_note: str = ""
    foot: tuple[str, ...] = ()
    seal: str = ""
    imprint: str = ""
    page_words: str = ""
    landscape: bool = True
    one_page: bool = False
    blank_rows: int = 0
    row_height: float = 8.0

    def __post_init__(self) -> None:
        """Refuse a grid with holes, overlaps or a cell beyond its border: a mistake of the program."""
        for name in ("title", "corner", "subtitle", "mark_note", "seal", "imprint", "page_words"):
            object.__setattr__(self, name, printable(getattr(self, name)))
        for name in ("lead", "notes", "foot"):
            object.__setattr__(self, name, tuple(printable(text) for text in getattr(self, name)))
        if not self.columns:
            raise ValueError("a sheet needs a column")
        for part in (self.header, self.rows):
            places(part, len(self.columns))

    @property
    def head(self) -> tuple[Line, ...]:
        """The header rows, repeated on every page; empty for a form that is labelled inside its cells."""
        if self.header or not any(column.title for column in self.columns):
            return self.header
        return (tuple(Cell(column.title) for column in self.columns),)

    @property
    def body(self) -> tuple[Line, ...]:
        """The rows below the header, the blank ones for additions by hand last."""
        blank = tuple(Cell() for _ in self.columns)
        return self.rows + (blank,) * self.blank_rows

    @property
    def remarks(self) -> tuple[str, ...]:
        """The notes; where any cell carries the mark, the sentence that explains it comes first."""
        marked = any(cell.mark for line in self.rows for cell in line)
        return (f"{MARK} {self.mark_note}", *self.notes) if marked and self.mark_note else self.notes

    def grid(self) -> tuple[Place, ...]:
        """Every cell of header and body in reading order, header rows counted first, alignment settled."""
        head = places(self.head, len(self.columns))
        down = len(self.head)
        body = (replace(place, row=place.row + down) for place in places(self.body, len(self.columns)))
        return tuple(_aligned(place, Align.CENTRE) for place in head) + tuple(
            _aligned(place, self.columns[place.column].align) for place in body
        )


def printable(text: str) -> str:
    r"""Drop what no file format takes: control characters other than "\n", and halves of surrogate pairs."""
    return text.replace("\r\n", "\n").replace("\t", " ").translate(UNPRINTABLE)


def places(lines: tuple[Line, ...], width: int) -> tuple[Place, ...]:
    """Lay cells with spans on a grid `width` places wide; ValueError unless they fill it exactly."""
    taken: set[tuple[int, int]] = set()
    found: list[Place] = []
    for row, line in enumerate(lines):
        cells = iter(line)
        for column in range(width):
            if (row, column) in taken:
                continue
            cell = next(cells, None)
            if cell is None:
                raise ValueError(f"row {row} has no cell for column {column}")
            found.append(Place(row, column, cell))
            taken |= _cover(found[-1], taken, len(lines), width)
        if next(cells, None) is not None:
            raise ValueError(f"row {row} has more cells than columns")
    return tuple(found)


def _cover(place: Place, taken: set[tuple[int, int]], height: int, width: int) -> set[tuple[int, int]]:
    """List the grid places under one cell; none may be covered already or lie outside."""
    below, beyond = place.row + place.cell.rows, place.column + place.cell.columns
    cover = {(row, column) for row in range(place.row, below) for column in range(place.column, beyond)}
    if not cover or below > height or beyond > width or cover & taken:
        raise ValueError(f"the cell at row {place.row}, column {place.column} does not fit its place")
    return cover


def _aligned(place: Place, default: Align) -> Place:
    return replace(place, cell=replace(place.cell, align=place.cell.align or default))
