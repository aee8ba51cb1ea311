"""Widths of columns, heights of rows and the cut into pages of a sheet's table, in mm."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from dutydesk.exports.fonts import MM, Face
from dutydesk.exports.sheet import Align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dutydesk.exports.fonts import Ruler
    from dutydesk.exports.sheet import Cell, Sheet

PITCH = 1.25
"""From one line of a cell to the next, in type sizes."""
PAD_ACROSS = 1.5
_WORD = re.compile(r"[\u3400-\u9fff]{1,4}|[^\s\u3000-\u9fff\uff00-\uffef]+")
"""What stays whole on a crowded page: a Western word or a number, of Chinese as much as a name has."""
PROSE = 8.0
UNBROKEN = 12.0
"""Ems up to which a line stands unbroken: a column set to the left holds prose, others names and numbers."""
LEAST = 0.6
"""The part of its share that is left to a column which needs less."""
TALLEST_ROW = 20.0
TALLEST_HEAD = 12.0
"""A table stretched to fill its page stops here: three days do not become three posters."""


def face_of(cell: Cell, *, head: bool) -> Face:
    """Choose the typeface of a cell: what is bold in Western type is 黑体 in Chinese."""
    return Face.HEAD if head or cell.bold else Face.BODY


def column_widths(sheet: Sheet, ruler: Ruler, points: float, width: float) -> tuple[tuple[float, ...], bool]:
    """Share `width` among the columns; False with it when a name would break or a column starve."""
    total = sum(column.width for column in sheet.columns)
    shares = [column.width * width / total for column in sheet.columns]
    needs = _needs(sheet, ruler, points, shorten=False)
    if sum(needs) > width:
        needs = _needs(sheet, ruler, points, shorten=True)
    if sum(needs) > width:
        return _crowded(shares, _least(sheet, ruler, points), width), False
    wanted = [max(pair) for pair in zip(shares, needs, strict=True)]
    slack = [have - need for have, need in zip(wanted, needs, strict=True)]
    cut = (sum(wanted) - width) / (sum(slack) or 1.0)
    widths = tuple(have - cut * spare for have, spare in zip(wanted, slack, strict=True))
    if all(have >= LEAST * share for have, share in zip(widths, shares, strict=True)):
        return widths, True
    return _crowded(shares, _least(sheet, ruler, points), width), False


def _crowded(shares: Sequence[float], least: Sequence[float], width: float) -> tuple[float, ...]:
    """Share a page that is too narrow for all lines: its words stay whole, what is left goes by weight."""
    rest = width - sum(least)
    if rest <= 0:
        return tuple(each * width / sum(least) for each in least)
    spare = [max(share - each, 0.0) for share, each in zip(shares, least, strict=True)]
    part = rest / (sum(spare) or 1.0)
    return tuple(each + part * more for each, more in zip(least, spare, strict=True))


def _least(sheet: Sheet, ruler: Ruler, points: float) -> list[float]:
    """Find for each column the width at which no word of it is torn."""
    least = [points * MM + 2 * PAD_ACROSS] * len(sheet.columns)
    for place in sheet.grid():
        if place.cell.columns > 1:
            continue
        face = face_of(place.cell, head=place.row < len(sheet.head))
        for word in _WORD.findall(place.cell.words):
            wide = min(ruler.width(word, face, points), UNBROKEN * points * MM) + 2 * PAD_ACROSS
            least[place.column] = max(least[place.column], wide)
    return least


def _needs(sheet: Sheet, ruler: Ruler, points: float, *, shorten: bool) -> list[float]:
    """Find for each column the width that keeps its lines whole; prose may always break, others if `shorten`.

    A cell that spans columns does not count.
    """
    needs = [points * MM + 2 * PAD_ACROSS] * len(sheet.columns)
    for place in sheet.grid():
        if place.cell.columns > 1:
            continue
        face = face_of(place.cell, head=place.row < len(sheet.head))
        prose = sheet.columns[place.column].align is Align.LEFT
        most = (PROSE if prose else UNBROKEN) * points * MM if prose or shorten else math.inf
        for line in place.cell.words.split("\n"):
            wide = min(ruler.width(line, face, points), most) + 2 * PAD_ACROSS
            needs[place.column] = max(needs[place.column], wide)
    return needs


def row_heights(sheet: Sheet, ruler: Ruler, points: float, columns: Sequence[float]) -> tuple[float, ...]:
    """Find the least height of every grid row that shows all of its text and leaves the room asked for."""
    heads = len(sheet.head)
    least = 0.0 if sheet.one_page else sheet.row_height
    heights = [least] * (heads + len(sheet.body))
    for place in sorted(sheet.grid(), key=lambda place: place.cell.rows):
        cell, under = place.cell, range(place.row, place.row + place.cell.rows)
        width = sum(columns[place.column : place.column + cell.columns]) - 2 * PAD_ACROSS
        lines = ruler.lines(cell.words, face_of(cell, head=place.row < heads), points, width)
        lacking = max(text_height(lines, points), cell.room) - sum(heights[row] for row in under)
        for row in under if lacking > 0 else ():
            heights[row] += lacking / len(under)
    return tuple(heights)


def text_height(lines: int, points: float) -> float:
    """Height of a cell with this many lines; large type needs more air above and below."""
    return lines * points * PITCH * MM + 0.3 * (points - 8)


def stretched(heights: Sequence[float], heads: int, room: float) -> tuple[float, ...]:
    """Raise the low rows to one common level, so that the table fills `room` and looks even."""
    caps = [TALLEST_HEAD] * heads + [TALLEST_ROW] * (len(heights) - heads)

    def filled(level: float) -> list[float]:
        return [max(height, min(level, cap)) for height, cap in zip(heights, caps, strict=True)]

    low, high = 0.0, TALLEST_ROW
    for _ in range(30):  # halves 20 mm to far below a printer's dot
        level = (low + high) / 2
        low, high = (level, high) if sum(filled(level)) <= room else (low, level)
    return tuple(filled(low))


def pages(
    sheet: Sheet, heights: Sequence[float], first: float, later: float, tail: float
) -> tuple[range, ...]:
    """Cut the body into pages, never through a cell; grid row numbers, header rows left out.

    `first` and `later` are the heights left for the table on the first and the other pages, `tail` what must
    still fit below the table on the last one.
    """
    heads = len(sheet.head)
    header = sum(heights[:heads])
    found: list[range] = []
    start, room = heads, first - header
    blocks = _blocks(sheet)
    for number, block in enumerate(blocks):
        need = sum(heights[start : block.stop]) + (tail if number == len(blocks) - 1 else 0.0)
        if need > room and block.start > start:
            found.append(range(start, block.start))
            start, room = block.start, later - header
    return (*found, range(start, len(heights)))


def _blocks(sheet: Sheet) -> list[range]:
    """Group body rows held together by cells that span them."""
    heads, end = len(sheet.head), len(sheet.head) + len(sheet.body)
    reach = list(range(1, end + 1))
    for place in sheet.grid():
        reach[place.row] = max(reach[place.row], place.row + place.cell.rows)
    found: list[range] = []
    start = heads
    for row in range(heads, end):
        stop = max(reach[start : row + 1])
        if stop == row + 1:
            found.append(range(start, stop))
            start = stop
    return found
