"""A row taller than a page goes on in further rows: nothing is cut off at the paper's edge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dutydesk.exports.fitting import PAD_ACROSS, PITCH, face_of, pages, row_heights, text_height
from dutydesk.exports.fonts import MM
from ui.paper.typefaces import PrinterRuler, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dutydesk.exports.paper import Layout
    from dutydesk.exports.sheet import Cell, Line, Sheet


def continued(sheet: Sheet, layout: Layout) -> tuple[Sheet, Layout]:
    """Divide the rows that no page can hold; rows that spanning cells cross stay as they are."""
    heads = len(sheet.head)
    most = layout.room - max(layout.top, layout.tail) - sum(layout.rows[:heads])
    if max(layout.rows[heads:], default=0.0) <= most:
        return sheet, layout
    rows: list[Line] = []
    for line, height in zip(sheet.rows, layout.rows[heads:], strict=False):
        plain = len(line) == len(sheet.columns) and all(cell.rows == 1 for cell in line)
        rows.extend(_parts(line, layout, most) if plain and height > most else (line,))
    divided = replace(sheet, rows=tuple(rows))
    heights = row_heights(divided, PrinterRuler(), layout.points, layout.columns)
    cut = pages(divided, heights, layout.room - layout.top, layout.room, layout.tail)
    return divided, replace(layout, rows=heights, pages=cut)


def _parts(line: Line, layout: Layout, most: float) -> Iterator[Line]:
    """The same row in pieces of at most `most` mm; only the first shows the mark of a change."""
    count = int((most - text_height(0, layout.points)) / (layout.points * PITCH * MM))
    cells = list(zip(line, layout.columns, strict=True))
    broken_cells = [(cell, _lines(cell, width, layout.points)) for cell, width in cells]
    for start in range(0, max(len(lines) for _, lines in broken_cells), count):
        yield tuple(
            replace(
                cell, text="\n".join(lines[start : start + count]), mark=cell.mark and not start, room=0.0
            )
            for cell, lines in broken_cells
        )


def _lines(cell: Cell, width: float, points: float) -> tuple[str, ...]:
    return broken(cell.text, face_of(cell, head=False), points, width - 2 * PAD_ACROSS)
