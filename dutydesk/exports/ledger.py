"""A long plain table as xlsx or csv, written row by row: a hundred thousand rows are not held as cells."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dutydesk.exports.csv import FORMULA
from dutydesk.exports.sheet import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl import Workbook

LONGEST_CELL = 32_000
"""Characters that a cell of a spreadsheet takes, with some to spare."""
MOST_ROWS = 1_048_575
"""Rows that a sheet of a spreadsheet takes below its heading."""
_LONGEST_TITLE = 31


@dataclass(frozen=True, slots=True)
class Ledger:
    """A heading for each column with its width in characters, and the rows, which are read once."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[tuple[str, ...]]


def to_xlsx(ledger: Ledger) -> bytes:
    """Write a workbook whose heading stays in sight and filters; more sheets where one is full."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load

    book = Workbook(write_only=True)
    sheet = _begun(book, ledger)
    for number, row in enumerate(ledger.rows):
        if number and number % MOST_ROWS == 0:
            sheet = _begun(book, ledger)
        sheet.append([_text_cell(sheet, text) for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _begun(book: Workbook, ledger: Ledger) -> Any:
    """A new sheet with its heading."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - slow to load
    from openpyxl.styles import Font  # noqa: PLC0415 - the same
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - the same

    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\']", " ", ledger.title)[:_LONGEST_TITLE] or "1")
    sheet.freeze_panes = "A2"
    for number, (_, width) in enumerate(ledger.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(ledger.columns))}1"
    heading = [WriteOnlyCell(sheet, title) for title, _ in ledger.columns]
    for cell in heading:
        cell.font = Font(bold=True)
    sheet.append(heading)
    return sheet


def _text_cell(sheet: Any, text: str) -> Any:
    """A text that stays one, whatever it begins with."""
    plain = _short(text)
    if not plain.startswith("="):
        return plain
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - slow to load

    cell = WriteOnlyCell(sheet, plain)
    cell.data_type = "s"
    return cell


def to_csv(ledger: Ledger) -> bytes:
    """Write the table for Excel and WPS: utf-8 with a mark at the start; nothing in it is ever evaluated."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([title for title, _ in ledger.columns])
    for row in ledger.rows:
        writer.writerow([f"'{text}" if text.startswith(FORMULA) else text for text in map(_short, row)])
    return out.getvalue().encode("utf-8-sig")


def _short(text: str) -> str:
    """What a cell can hold."""
    plain = printable(text)
    return plain if len(plain) <= LONGEST_CELL else plain[:LONGEST_CELL] + "…"
