"""A letter as a text document that opens in Word, WPS and LibreOffice."""

# python-docx takes a quarter of a second to load, so only the functions that write import it.
# ruff: noqa: PLC0415

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from dutydesk.exports import wordml
from dutydesk.exports.fonts import Face
from dutydesk.exports.letter import (
    BODY_POINTS,
    CLOSING_INDENT,
    INDENT,
    MARGINS,
    PITCH_POINTS,
    TABLE_PITCH,
    TABLE_POINTS,
    TITLE_POINTS,
    Grid,
    Heading,
    Paragraph,
)
from dutydesk.exports.paper import IMPRINT_SIZE
from dutydesk.exports.sheet import Align

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as DocxParagraph

    from dutydesk.exports.letter import Letter, Part

_WIDTH, _HEIGHT = 210.0, 297.0
_PAD = 1.0
_ROW = 8.0


def render(letter: Letter) -> bytes:
    """Write the letter: A4, the margins of official papers, proofed as Chinese."""
    import docx

    document = docx.Document()
    document.core_properties.author = "DutyDesk"
    document.core_properties.title = letter.title
    document.core_properties.comments = ""
    wordml.proofed_as_chinese(document)
    _page(document, letter)
    _write(document.add_paragraph(), letter.title, Face.TITLE, TITLE_POINTS, align=Align.CENTRE)
    _write(document.add_paragraph(), "", Face.BODY, BODY_POINTS)
    for part in letter.parts:
        _part(document, part)
    _write(document.add_paragraph(), "", Face.BODY, BODY_POINTS)
    for line in letter.closing:
        paragraph = document.add_paragraph()
        _write(paragraph, line, Face.BODY, BODY_POINTS, align=Align.RIGHT)
        _indent_right(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Document, letter: Letter) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    top, right, bottom, left = map(Mm, MARGINS)
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left
    imprint = section.footer.paragraphs[0]
    imprint.style = document.styles["Normal"]
    wordml.run_in(imprint, letter.imprint + "　", Face.BODY, IMPRINT_SIZE)
    wordml.number_in(imprint, "— {page} —", Face.BODY, IMPRINT_SIZE)


def _part(document: Document, part: Part) -> None:
    match part:
        case Heading():
            heading = document.add_paragraph()
            _write(heading, part.text, Face.HEAD, BODY_POINTS, indent=INDENT)
            heading.paragraph_format.keep_with_next = True
        case Paragraph():
            _write(document.add_paragraph(), part.text, Face.BODY, BODY_POINTS, indent=INDENT)
        case Grid():
            _grid(document, part)


def _grid(document: Document, part: Grid) -> None:
    """A ruled table with the width on every cell, as Word and LibreOffice each read another place."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    inner = _WIDTH - MARGINS[1] - MARGINS[3]
    total = sum(width for _, width in part.titles)
    table = document.add_table(len(part.rows) + 1, len(part.titles))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    wordml.rule(table, 1.0, 0.5)
    wordml.pad(table, _PAD)
    lines = [tuple(title for title, _ in part.titles), *part.rows]
    for box, (_, width) in zip(table.columns, part.titles, strict=True):
        box.width = Mm(inner * width / total)
    for number, (row, texts) in enumerate(zip(table.rows, lines, strict=True)):
        wordml.keep_whole(row, repeated=number == 0, height=_ROW)
        face = Face.HEAD if number == 0 else Face.BODY
        for box, text, (_, width) in zip(row.cells, texts, part.titles, strict=True):
            box.width = Mm(inner * width / total)
            box.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            pitch = TABLE_POINTS * TABLE_PITCH
            _write(box.paragraphs[0], text, face, TABLE_POINTS, align=Align.CENTRE, pitch=pitch)
            box.paragraphs[0].paragraph_format.keep_with_next = number == 0


def _write(
    paragraph: DocxParagraph,
    text: str,
    face: Face,
    points: float,
    *,
    align: Align = Align.LEFT,
    indent: int = 0,
    pitch: float = PITCH_POINTS,
) -> None:
    """Fill a paragraph whose lines are `pitch` points apart and whose first one is set in."""
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as WAY
    from docx.shared import Pt

    paragraph.alignment = {Align.LEFT: WAY.LEFT, Align.CENTRE: WAY.CENTER, Align.RIGHT: WAY.RIGHT}[align]
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = Pt(pitch)
    if indent:
        form.first_line_indent = Pt(indent * points)
    wordml.run_in(paragraph, text, face, points)


def _indent_right(paragraph: DocxParagraph) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.right_indent = Pt(CLOSING_INDENT * BODY_POINTS)
