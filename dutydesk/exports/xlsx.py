"""A sheet as a spreadsheet that opens ready to print in Excel, WPS and LibreOffice."""

# openpyxl takes a fifth of a second to load, so only the functions that write import it.
# ruff: noqa: PLC0415

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise
from typing import TYPE_CHECKING, Any, cast

from dutydesk.exports.fitting import face_of
from dutydesk.exports.fonts import IN_FILES, MM, Estimate, Face
from dutydesk.exports.paper import IMPRINT_ROOM, LINE_SIZES, SEAL, SUBTITLE_SIZE, lay_out, line_height
from dutydesk.exports.sheet import Align, Kind

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Box
    from openpyxl.worksheet.worksheet import Worksheet

    from dutydesk.exports.paper import Layout
    from dutydesk.exports.sheet import Cell, Sheet

INCH = 25.4
TALLEST = 409.0
"""Points: a spreadsheet takes no taller row."""
A4 = 9
"""The number spreadsheets give this paper."""


def render(sheet: Sheet) -> bytes:
    """Write one worksheet: A4, one page wide, header rows repeated, nothing in it is ever evaluated."""
    from openpyxl import Workbook

    layout = lay_out(sheet, Estimate())
    book = Workbook()
    page = book.worksheets[0]
    page.title = re.sub(r"[\[\]:*?/\\']", " ", sheet.title)[:31] or "1"
    book.properties.creator = "DutyDesk"
    book.properties.title = sheet.title
    _columns(book, page, layout)
    row = _heading(page, sheet, layout)
    _table(page, sheet, layout, row)
    _tail(page, sheet, layout, row + len(layout.rows))
    _print_setup(page, sheet, layout, row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Look:
    face: Face
    points: float
    align: Align = Align.LEFT
    vertical: str = "center"
    wrap: bool = True


_Text = tuple[str, float, Align]
"""A text of a shared line, the width it wants beside the others, and where it stands in it."""


def _columns(book: Any, page: Worksheet, layout: Layout) -> None:
    """Set the widths, counted in digits of the workbook's first font plus 5 pixels, 96 to the inch.

    Arial 10 has digits of 7 pixels on every system; the usual Calibri is wider where it is substituted.
    """
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book._named_styles["Normal"].font = Font("Arial", 10)  # noqa: SLF001 - there is no public way
    for number, width in enumerate(layout.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = (width * 96 / INCH - 5) / 7


def _heading(page: Worksheet, sheet: Sheet, layout: Layout) -> int:
    """Write the lines above the table; gives the row where the table begins."""
    row = 1
    for text, look in (
        (sheet.corner, _Look(Face.HEAD, LINE_SIZES[0])),
        (sheet.title, _Look(Face.TITLE, layout.title_points, Align.CENTRE)),
        (sheet.subtitle, _Look(Face.BODY, SUBTITLE_SIZE, Align.CENTRE)),
    ):
        if text:
            lines = Estimate().lines(text, look.face, look.points, layout.inner)
            _band(page, row, (0, len(layout.columns)), text, look)
            _height(page, row, line_height(look.points) * lines)
            row += 1
    if sheet.lead:
        _spread(page, row, _lead(sheet, layout), layout)
        row += 1
    return row


def _lead(sheet: Sheet, layout: Layout) -> list[_Text]:
    """Place the line under the title: first left, last right, others between."""
    inner = len(sheet.lead) - 2
    aligns = [Align.LEFT, *[Align.CENTRE] * inner, Align.RIGHT][: len(sheet.lead)]
    points = layout.lead_points
    return [
        (text, max(1.0, Estimate().width(text, Face.BODY, points)), align)
        for text, align in zip(sheet.lead, aligns, strict=True)
    ]


def _table(page: Worksheet, sheet: Sheet, layout: Layout, top: int) -> None:
    """Write header and body with every cell ruled, the covered ones of a span too."""
    heads, bottom, right = len(sheet.head), top + len(layout.rows), len(layout.columns)
    for row, height in enumerate(layout.rows, start=top):
        _height(page, row, height)
        for column in range(1, right + 1):
            edges = (row == top, column == right, row == bottom - 1, column == 1)
            _rule(_box(page, row, column), edges)
    for place in sheet.grid():
        cell, row = place.cell, top + place.row
        box = _box(page, row, place.column + 1)
        head = place.row < heads
        vertical = "top" if cell.top else "center"
        look = _Look(face_of(cell, head=head), layout.points, cell.align or Align.CENTRE, vertical)
        _put(box, cell.words, look)
        _settle_kind(box, cell)
        if cell.rows > 1 or cell.columns > 1:
            _merge(page, row, place.column + 1, row + cell.rows - 1, place.column + cell.columns)


def _settle_kind(box: Box, cell: Cell) -> None:
    """Make a number a number; a telephone keeps its leading zero and its last digits."""
    if cell.number is not None and not cell.mark:
        box.value = cell.number
        box.number_format = "General"
    elif cell.kind is not Kind.NUMBER:
        box.number_format = "@"


def _tail(page: Worksheet, sheet: Sheet, layout: Layout, row: int) -> None:
    """Write notes, the seal's space beside them, and signatures."""
    width = len(layout.columns)
    split = _first_of_seal(layout) if sheet.seal else width
    first = row
    for note in sheet.remarks or ("",) * bool(sheet.seal):
        look = _Look(Face.BODY, layout.note_points)
        lines = Estimate().lines(note, Face.BODY, layout.note_points, sum(layout.columns[:split]))
        _band(page, row, (0, split), note, look)
        _height(page, row, line_height(layout.note_points) * lines)
        row += 1
    if sheet.seal:
        lacking = SEAL[1] - sum(
            (page.row_dimensions[number].height or 0) * MM for number in range(first, row)
        )
        _height(page, row, max(lacking, line_height(layout.note_points)))
        look = _Look(Face.BODY, layout.note_points, Align.CENTRE, "bottom")
        _band(page, first, (split, width), sheet.seal, look, rows=row - first + 1)
        row += 1
    if sheet.foot:
        _spread(page, row, [(text, 1.0, Align.LEFT) for text in sheet.foot], layout)


def _first_of_seal(layout: Layout) -> int:
    """Find the columns at the right that together are wide enough for a seal."""
    widths = list(accumulate(reversed(layout.columns)))
    needed = next((count for count, width in enumerate(widths, start=1) if width >= SEAL[0]), 1)
    return max(1, len(layout.columns) - needed)


def _spread(page: Worksheet, row: int, texts: list[_Text], layout: Layout) -> None:
    """Write several texts in one row, cut at the column borders that leave each as much room as it wants."""
    if len(texts) > len(layout.columns):
        texts = [("　".join(text for text, _, _ in texts), 1.0, Align.LEFT)]
    reach = [0.0, *accumulate(layout.columns)]
    borders = range(1, len(layout.columns))

    def tightest(cuts: tuple[int, ...]) -> float:
        ends = pairwise((0, *cuts, len(layout.columns)))
        return min(
            (reach[stop] - reach[start]) / text[1] for (start, stop), text in zip(ends, texts, strict=True)
        )

    best = max(combinations(borders, len(texts) - 1), key=tightest)
    for columns, (text, _, align) in zip(pairwise((0, *best, len(layout.columns))), texts, strict=True):
        _band(page, row, columns, text, _Look(Face.BODY, LINE_SIZES[0], align, wrap=False))
    _height(page, row, line_height(LINE_SIZES[0]))


def _band(page: Worksheet, row: int, columns: tuple[int, int], text: str, look: _Look, rows: int = 1) -> None:
    """Write a text over columns from the first, counted from 0, up to before the second."""
    start, stop = columns
    _put(_box(page, row, start + 1), text, look)
    if stop > start + 1 or rows > 1:
        _merge(page, row, start + 1, row + rows - 1, stop)


def _put(box: Box, text: str, look: _Look) -> None:
    """Write text as text: what looks like a formula is kept letter for letter and never evaluated."""
    from openpyxl.styles import Alignment, Font

    box.value = text or None
    if text:
        box.data_type = "s"
        box.quotePrefix = text.startswith(("=", "+", "-", "@", "'"))
    box.font = Font(name=IN_FILES[look.face], size=look.points)
    box.alignment = Alignment(
        horizontal=look.align.value, vertical=look.vertical, wrap_text=look.wrap, shrink_to_fit=not look.wrap
    )


def _rule(box: Box, edges: tuple[bool, bool, bool, bool]) -> None:
    """Rule a cell; `edges` tells for top, right, bottom, left whether it lies on the frame."""
    from openpyxl.styles import Border, Side

    top, right, bottom, left = (Side("medium" if outer else "thin") for outer in edges)
    box.border = Border(top=top, right=right, bottom=bottom, left=left)


def _box(page: Worksheet, row: int, column: int) -> Box:
    return cast("Box", page.cell(row, column))  # never one that a span covers


def _merge(page: Worksheet, top: int, left: int, bottom: int, right: int) -> None:
    page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _height(page: Worksheet, row: int, millimetres: float) -> None:
    page.row_dimensions[row].height = min(round(millimetres / MM, 1), TALLEST)


def _print_setup(page: Any, sheet: Sheet, layout: Layout, first: int) -> None:
    """Make it print as it stands: paper, margins, one page wide, header rows on every page, imprint.

    `page` is a Worksheet; the library's stubs call optional what a new one always has.
    """
    heads = len(sheet.head)
    page.page_setup.paperSize = A4
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 1 if sheet.one_page else 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_options.horizontalCentered = True
    page.page_margins.left = page.page_margins.right = layout.side / INCH
    page.page_margins.top = layout.edge / INCH
    page.page_margins.bottom = (layout.edge + IMPRINT_ROOM) / INCH
    page.page_margins.header = page.page_margins.footer = layout.edge / INCH
    page.oddFooter.left.text = _footer(sheet.imprint)
    if not sheet.one_page:
        page.oddFooter.right.text = _footer(sheet.page_words).format(page="&P", pages="&N")
    if heads:
        page.print_title_rows = f"{first}:{first + heads - 1}"
        page.freeze_panes = page.cell(first + heads, 1)
    page.sheet_view.showGridLines = False


def _footer(text: str) -> str:
    """Double the ampersand, which commands in a footer, and set the size."""
    return f"&8 {text.replace('&', '&&')}" if text else ""
