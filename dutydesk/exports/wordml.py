"""The pieces of a text document that python-docx has no words for, in the words of the file format."""

# python-docx takes a quarter of a second to load, so only the functions that write import it.
# ruff: noqa: PLC0415

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dutydesk.exports.fonts import IN_FILES, MM

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from dutydesk.exports.fonts import Face

TWIPS = 20 / MM
"""The format's unit of length, in a millimetre."""


def proofed_as_chinese(document: Document) -> None:
    """Mark East Asian text as Chinese, or Word underlines every name in red."""
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def run_in(paragraph: Paragraph, text: str, face: Face, points: float) -> Run:
    """Add text in a face: Chinese characters take their font from an attribute of their own."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.name = IN_FILES[face]
    run.font.size = Pt(points)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - no public way
    fonts.set(qn("w:eastAsia"), IN_FILES[face])
    fonts.set(qn("w:hint"), "eastAsia")
    return run


def number_in(paragraph: Paragraph, words: str, face: Face, points: float) -> None:
    """Add the words, with fields that count in place of `{page}` and `{pages}`."""
    for part in re.split(r"(\{pages?\})", words):
        name = {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(part)
        run = run_in(paragraph, "1" if name else part, face, points)._r  # noqa: SLF001 - no public way
        if name:
            field = _element("w:fldSimple", instr=name)
            run.addprevious(field)
            field.append(run)


def rule(table: Table, outer: float, inner: float) -> None:
    """Rule the table; the widths of frame and inner lines are points."""
    sides = dict.fromkeys(("top", "left", "bottom", "right"), outer)
    borders = _element("w:tblBorders")
    for side, points in {**sides, "insideH": inner, "insideV": inner}.items():
        borders.append(_element(f"w:{side}", val="single", sz=f"{points * 8:.0f}", space="0", color="000000"))
    _settle(table, borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def pad(table: Table, across: float) -> None:
    """Set the air beside the text of every cell in mm; above and below there is none."""
    margins = _element("w:tblCellMar")
    for side, width in (("top", 0.0), ("left", across), ("bottom", 0.0), ("right", across)):
        margins.append(_element(f"w:{side}", w=f"{width * TWIPS:.0f}", type="dxa"))
    _settle(table, margins, "w:tblLook")


def keep_whole(row: _Row, *, height: float, repeated: bool) -> None:
    """Make the row at least `height` mm and let no page break fall into it; a header row is repeated."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Mm

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - no public way
    properties.append(_element("w:cantSplit"))
    row.height = Mm(height)
    row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    if repeated:
        properties.append(_element("w:tblHeader"))


def _settle(table: Table, element: BaseOxmlElement, *later: str) -> None:
    """Put a property of the table before those that the format wants to come later."""
    table._tblPr.insert_element_before(element, *later)  # noqa: SLF001 - no public way


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
