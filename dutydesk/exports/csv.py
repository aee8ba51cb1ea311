"""A sheet as csv for Excel and WPS: utf-8 with a mark at the start, one line for each row of the table."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dutydesk.exports.sheet import Cell, Sheet

FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the start of a formula when it opens a csv, full width too."""


def render(sheet: Sheet) -> bytes:
    """Write header and rows without marks; a spanning cell is repeated wherever it reaches, for sorting."""
    table = [[""] * len(sheet.columns) for _ in range(len(sheet.head) + len(sheet.rows))]
    for place in sheet.grid():
        for row in range(place.row, min(place.row + place.cell.rows, len(table))):
            for column in range(place.column, place.column + place.cell.columns):
                table[row][column] = _plain(place.cell)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(table)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    """Put an apostrophe before what would be evaluated; a true number, −5 points, stays one."""
    if cell.number is not None or not cell.text.startswith(FORMULA):
        return cell.text
    return f"'{cell.text}"
