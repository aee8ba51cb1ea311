"""A sheet as a text document that opens in Word, WPS and LibreOffice as the printed form."""

# python-docx takes a quarter of a second to load, so only the functions that write import it.
# ruff: noqa: PLC0415

from __future__ import annotations

import io
from itertools import accumulate
from typing import TYPE_CHECKING

from dutydesk.exports import wordml
from dutydesk.exports.fitting import PAD_ACROSS, PITCH, face_of
from dutydesk.exports.fonts import MM, Estimate, Face
from dutydesk.exports.paper import (
    AIR,
    GAP,
    IMPRINT_ROOM,
    IMPRINT_SIZE,
    LINE_SIZES,
    SEAL,
    SUBTITLE_SIZE,
    lay_out,
    note_width,
)
from dutydesk.exports.sheet import Align

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from dutydesk.exports.paper import Layout
    from dutydesk.exports.sheet import Place, Sheet

RULER = Estimate(air=0.25)
SNUG = 0.98
"""The rows of a one-page sheet are this part of their plan: Word adds the borders to them."""


def render(sheet: Sheet) -> bytes:
    """Write the form: A4, fixed columns, header rows repeated, no row broken, proofed as Chinese."""
    import docx

    layout = lay_out(sheet, RULER)
    document = docx.Document()
    document.core_properties.author = "DutyDesk"
    document.core_properties.title = sheet.title
    document.core_properties.comments = ""
    wordml.proofed_as_chinese(document)
    _page(document, sheet, layout)
    _heading(document, sheet, layout)
    _table(document, sheet, layout)
    _tail(document, sheet, layout)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Document, sheet: Sheet, layout: Layout) -> None:
    """Set paper and margins, and the imprint with the page number below them."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(layout.width), Mm(layout.height)
    section.left_margin = section.right_margin = Mm(layout.side)
    section.top_margin, section.bottom_margin = Mm(layout.edge), Mm(layout.edge + IMPRINT_ROOM)
    section.header_distance, section.footer_distance = Mm(layout.edge / 2), Mm(layout.edge)
    imprint = section.footer.paragraphs[0]
    imprint.style = document.styles["Normal"]
    _write(imprint, sheet.imprint, Face.BODY, IMPRINT_SIZE)
    if sheet.page_words and not sheet.one_page:
        _stops(imprint, (), layout.inner)
        wordml.run_in(imprint, "\t", Face.BODY, IMPRINT_SIZE)
        wordml.number_in(imprint, sheet.page_words, Face.BODY, IMPRINT_SIZE)


def _heading(document: Document, sheet: Sheet, layout: Layout) -> None:
    if sheet.corner:
        _write(document.add_paragraph(), sheet.corner, Face.HEAD, LINE_SIZES[0])
    _write(document.add_paragraph(), sheet.title, Face.TITLE, layout.title_points, Align.CENTRE)
    if sheet.subtitle:
        _write(document.add_paragraph(), sheet.subtitle, Face.BODY, SUBTITLE_SIZE, Align.CENTRE)
    if sheet.lead:
        widths = [RULER.width(text, Face.BODY, layout.lead_points) for text in sheet.lead]
        air = (layout.inner - sum(widths)) / max(1, len(widths) - 1)
        line = document.add_paragraph()
        _write(line, "\t".join(sheet.lead), Face.BODY, layout.lead_points)
        _stops(line, list(accumulate(width + air for width in widths))[:-2], layout.inner)
    _gap(document)


def _table(document: Document, sheet: Sheet, layout: Layout) -> None:
    if not layout.rows:
        return
    table, grid = _grid(document, len(layout.rows), layout.columns)
    wordml.rule(table, 1.0, 0.5)
    wordml.pad(table, PAD_ACROSS)
    heads = len(sheet.head)
    snug = SNUG if sheet.one_page else 1.0
    for number, row in enumerate(table.rows):
        wordml.keep_whole(row, repeated=number < heads, height=layout.rows[number] * snug)
    for place in sheet.grid():
        _cell(grid, place, face_of(place.cell, head=place.row < heads), layout.points)


def _cell(grid: list[list[_Cell]], place: Place, face: Face, points: float) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    cell = place.cell
    box = grid[place.row][place.column]
    if cell.rows > 1 or cell.columns > 1:
        box = box.merge(grid[place.row + cell.rows - 1][place.column + cell.columns - 1])
    up, middle = WD_CELL_VERTICAL_ALIGNMENT.TOP, WD_CELL_VERTICAL_ALIGNMENT.CENTER
    box.vertical_alignment = up if cell.top else middle
    _write(box.paragraphs[0], cell.words, face, points, cell.align or Align.CENTRE, PITCH)


def _tail(document: Document, sheet: Sheet, layout: Layout) -> None:
    """Write notes, the seal's space beside them, and signatures; a table must not end the document."""
    _gap(document)
    if sheet.seal:
        _notes_and_seal(document, sheet, layout)
    else:
        for note in sheet.remarks:
            _write(document.add_paragraph(), note, Face.BODY, layout.note_points)
    if sheet.seal or sheet.foot:
        _gap(document)
    if sheet.foot:
        each = layout.inner / len(sheet.foot)
        line = document.add_paragraph()
        _write(line, "\t".join(sheet.foot), Face.BODY, layout.foot_points)
        _stops(line, [each * place for place in range(1, len(sheet.foot))])


def _notes_and_seal(document: Document, sheet: Sheet, layout: Layout) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    table, grid = _grid(document, 1, (note_width(sheet, layout.inner), SEAL[0]))
    wordml.pad(table, 0)
    wordml.keep_whole(table.rows[0], repeated=False, height=SEAL[1])
    notes, space = grid[0]
    _write(notes.paragraphs[0], "\n".join(sheet.remarks), Face.BODY, layout.note_points)
    space.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    _write(space.paragraphs[0], sheet.seal, Face.BODY, layout.note_points, Align.CENTRE)


def _grid(document: Document, rows: int, columns: Sequence[float]) -> tuple[Table, list[list[_Cell]]]:
    """Add a table with the width on every cell, as Word and LibreOffice each read another place."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table = document.add_table(rows, len(columns))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER  # else the text, not the frame, stands at the margin
    for column, width in zip(table.columns, columns, strict=True):
        column.width = Mm(width)
    grid = [list(row.cells) for row in table.rows]
    for line in grid:
        for box, width in zip(line, columns, strict=True):
            box.width = Mm(width)
    return table, grid


def _write(
    paragraph: Paragraph, text: str, face: Face, points: float, align: Align = Align.LEFT, pitch: float = AIR
) -> None:
    """Fill a paragraph whose lines are `pitch` type sizes apart, whatever font is found for them."""
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as WAY
    from docx.shared import Pt

    paragraph.alignment = {Align.LEFT: WAY.LEFT, Align.CENTRE: WAY.CENTER, Align.RIGHT: WAY.RIGHT}[align]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(points * pitch)
    wordml.run_in(paragraph, text, face, points)


def _gap(document: Document) -> None:
    _write(document.add_paragraph(), "", Face.BODY, GAP / MM / AIR)


def _stops(paragraph: Paragraph, left: Iterable[float], right: float = 0.0) -> None:
    """Set tab stops in mm; the last one aligns what follows to the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    for stop in left:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(stop))
    if right:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(right), WD_TAB_ALIGNMENT.RIGHT)
