"""The plan of a sheet on A4: all lengths are millimetres, all type sizes points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dutydesk.exports.fitting import column_widths, pages, row_heights, stretched
from dutydesk.exports.fonts import MM, Face

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dutydesk.exports.fonts import Ruler
    from dutydesk.exports.sheet import Sheet

CELL_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0)
"""The first that keeps every name whole is taken; at the last, names wrap."""
REGISTER_SIZES = CELL_SIZES[5:]
"""A register of several pages is read at the desk, not on the wall."""
TITLE_SIZES = (22.0, 20.0, 18.0, 16.0)
SUBTITLE_SIZE = 14.0
LINE_SIZES = (12.0, 11.0, 10.5, 10.0, 9.5, 9.0)
NOTE_SIZES = (10.5, 10.0, 9.5, 9.0)
IMPRINT_SIZE = 8.0

AIR = 1.5
"""From one line of text outside the table to the next, in type sizes."""
GAP = 1.8
"""Between the table and what stands above or below it."""
SEAL = (60.0, 20.0)
"""The width and height kept empty for a seal."""
IMPRINT_ROOM = 4.5
FULL = 0.97
"""The part of a wall table's height its text may take before smaller type is tried."""
SAFE = 0.5
"""Held back from every page, so that rounding never makes a second one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths of columns, heights of grid rows (header rows first), grid rows on each page, sizes of type.

    `top` is the height of what stands above the table on the first page, `tail` of what stands below it on
    the last.
    """

    width: float
    height: float
    side: float
    edge: float
    top: float
    tail: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    pages: tuple[range, ...]
    points: float
    title_points: float
    subtitle_points: float
    lead_points: float
    note_points: float
    foot_points: float

    @property
    def inner(self) -> float:
        """Width between the side margins."""
        return self.width - 2 * self.side

    @property
    def room(self) -> float:
        """Height between the upper margin and the imprint."""
        return self.height - 2 * self.edge - IMPRINT_ROOM - SAFE


def lay_out(sheet: Sheet, ruler: Ruler) -> Layout:
    """Plan the sheet with the largest type that keeps names whole and fits one page where asked."""
    width, height = (297.0, 210.0) if sheet.landscape else (210.0, 297.0)
    side, edge = (15.0, 9.0) if sheet.landscape else (20.0, 14.0)
    inner, room = width - 2 * side, height - 2 * edge - IMPRINT_ROOM - SAFE
    title = _largest(TITLE_SIZES, lambda points: ruler.width(sheet.title, Face.TITLE, points) <= inner)
    top = _top(sheet, ruler, title, inner)

    def left(note: float) -> float:
        return room - top - _tail(sheet, ruler, note, inner)

    def holds(note: float) -> bool:
        return not sheet.one_page or sum(_table(sheet, ruler, inner, left(note))[2]) <= left(note)

    note = _largest(NOTE_SIZES, holds)
    tail = _tail(sheet, ruler, note, inner)
    points, columns, rows = _table(sheet, ruler, inner, left(note))
    return Layout(
        width=width,
        height=height,
        side=side,
        edge=edge,
        top=top,
        tail=tail,
        columns=columns,
        rows=rows,
        pages=pages(sheet, rows, room - top, room, tail),
        points=points,
        title_points=title,
        subtitle_points=_subtitle_size(sheet, ruler, inner),
        lead_points=_line_size(sheet.lead, ruler, inner),
        note_points=note,
        foot_points=_line_size(sheet.foot, ruler, inner),
    )


def line_height(points: float) -> float:
    """Height of one line of text outside the table."""
    return points * AIR * MM


def note_width(sheet: Sheet, inner: float) -> float:
    """Width of the notes: a seal stands beside them."""
    return inner - SEAL[0] if sheet.seal else inner


def _table(
    sheet: Sheet, ruler: Ruler, inner: float, room: float
) -> tuple[float, tuple[float, ...], tuple[float, ...]]:
    """Choose the size of the cells, the widths of the columns and the heights of the rows."""
    sizes = CELL_SIZES if sheet.one_page else REGISTER_SIZES

    def fits(points: float) -> bool:
        columns, whole = column_widths(sheet, ruler, points, inner)
        return whole and (
            not sheet.one_page or sum(row_heights(sheet, ruler, points, columns)) <= room * FULL
        )

    points = _largest(sizes, fits)
    columns, _ = column_widths(sheet, ruler, points, inner)
    rows = row_heights(sheet, ruler, points, columns)
    if sheet.one_page and sum(rows) <= room:
        rows = stretched(rows, len(sheet.head), room)
    return points, columns, rows


def _largest(sizes: Sequence[float], fits: Callable[[float], bool]) -> float:
    return next((size for size in sizes if fits(size)), sizes[-1])


def _line_size(parts: Sequence[str], ruler: Ruler, inner: float) -> float:
    """Choose the size at which the parts of one line stand side by side."""
    return _largest(
        LINE_SIZES,
        lambda points: sum(ruler.width(part, Face.BODY, points) + 2 * GAP for part in parts) <= inner,
    )


def _subtitle_size(sheet: Sheet, ruler: Ruler, inner: float) -> float:
    sizes = (SUBTITLE_SIZE, *LINE_SIZES)
    return _largest(sizes, lambda points: ruler.width(sheet.subtitle, Face.BODY, points) <= inner)


def _top(sheet: Sheet, ruler: Ruler, title: float, inner: float) -> float:
    lines = ruler.lines(sheet.title, Face.TITLE, title, inner)
    height = lines * line_height(title) + GAP
    height += line_height(LINE_SIZES[0]) * bool(sheet.corner)
    if sheet.subtitle:
        size = _subtitle_size(sheet, ruler, inner)
        height += ruler.lines(sheet.subtitle, Face.BODY, size, inner) * line_height(size)
    return height + line_height(LINE_SIZES[0]) * bool(sheet.lead)


def _tail(sheet: Sheet, ruler: Ruler, points: float, inner: float) -> float:
    width = note_width(sheet, inner)
    lines = sum(ruler.lines(note, Face.BODY, points, width) for note in sheet.remarks)
    notes = max(lines * line_height(points), SEAL[1] * bool(sheet.seal))
    return notes + GAP + (line_height(LINE_SIZES[0]) + GAP) * bool(sheet.foot)
