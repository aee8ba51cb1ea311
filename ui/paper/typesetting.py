"""A sheet as pages of rich text, a document for each: Qt loses borders where it cuts a table itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from dutydesk.exports.fitting import PAD_ACROSS, PITCH, face_of
from dutydesk.exports.fonts import MM, Face
from dutydesk.exports.paper import AIR, GAP, LINE_SIZES, SEAL, line_height, note_width
from dutydesk.exports.sheet import Align
from ui.paper.typefaces import UNITS, UNITS_PER_MM, PrinterRuler, broken, font, wrapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QTextTable

    from dutydesk.exports.paper import Layout
    from dutydesk.exports.sheet import Place, Sheet

LINE_SEPARATOR: Final = "\u2028"
OUTER: Final = 1.0
INNER: Final = 0.5
"""Points of the frame and of the lines within it."""

ALIGNED: Final = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


def documents(sheet: Sheet, layout: Layout) -> tuple[QTextDocument, ...]:
    """Set every page of the sheet, margins left out; lengths are layout units."""
    return tuple(_page(sheet, layout, number) for number in range(len(layout.pages)))


def _page(sheet: Sheet, layout: Layout, number: int) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultTextOption(wrapping())
    document.setTextWidth(layout.inner * UNITS_PER_MM)
    cursor = QTextCursor(document)
    _format(cursor, 0)
    if number == 0:
        _heading(cursor, sheet, layout)
    _table(cursor, sheet, layout, layout.pages[number])
    if number == len(layout.pages) - 1:
        _tail(cursor, sheet, layout)
    return document


def _heading(cursor: QTextCursor, sheet: Sheet, layout: Layout) -> None:
    """Write what stands above the table."""
    centred = _Line(Align.CENTRE)
    if sheet.corner:
        _paragraph(cursor, sheet.corner, Face.HEAD, LINE_SIZES[0])
    _paragraph(cursor, sheet.title, Face.TITLE, layout.title_points, centred)
    if sheet.subtitle:
        _paragraph(cursor, sheet.subtitle, Face.BODY, layout.subtitle_points, centred)
    if sheet.lead:
        widths = [PrinterRuler().width(part, Face.BODY, layout.lead_points) for part in sheet.lead]
        air = (layout.inner - sum(widths)) / max(1, len(widths) - 1)
        _spread(cursor, sheet.lead, layout.lead_points, accumulate(width + air for width in widths[:-1]))
    _format(cursor, GAP)


def _tail(cursor: QTextCursor, sheet: Sheet, layout: Layout) -> None:
    """Write what stands below the table: notes, an empty space for the seal beside them, and signatures."""
    notes = "\n".join(sheet.remarks)
    _format(cursor, GAP)
    if sheet.seal:
        _notes_and_seal(cursor, sheet, layout)
    elif notes:
        cursor.insertBlock()
        _paragraph(cursor, notes, Face.BODY, layout.note_points)
    if sheet.foot:
        _format(cursor, GAP)
        cursor.insertBlock()
        each = layout.inner / len(sheet.foot)
        _spread(cursor, sheet.foot, layout.foot_points, (each * place for place in range(1, len(sheet.foot))))


def _notes_and_seal(cursor: QTextCursor, sheet: Sheet, layout: Layout) -> None:
    table = _insert_table(cursor, 1, (note_width(sheet, layout.inner), SEAL[0]))
    notes, space = table.cellAt(0, 0), table.cellAt(0, 1)
    _write(notes.firstCursorPosition(), "\n".join(sheet.remarks), Face.BODY, layout.note_points)
    low = QTextTableCellFormat()
    low.setTopPadding((SEAL[1] - line_height(layout.note_points)) * UNITS_PER_MM)
    space.setFormat(low)
    _write(space.firstCursorPosition(), sheet.seal, Face.BODY, layout.note_points, _Line(Align.CENTRE))
    cursor.movePosition(QTextCursor.MoveOperation.End)
    _format(cursor, 0)


def _table(cursor: QTextCursor, sheet: Sheet, layout: Layout, body: range) -> None:
    """Set the header rows and the body rows of one page as a ruled table."""
    heads = len(sheet.head)
    shown = {row: number for number, row in enumerate((*range(heads), *body))}
    if not shown:
        return
    table = _insert_table(cursor, len(shown), layout.columns)
    for place in sheet.grid():
        if place.row in shown:
            face = face_of(place.cell, head=place.row < heads)
            _cell(table, shown[place.row], place, face, layout)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    _format(cursor, 0)


def _cell(table: QTextTable, row: int, place: Place, face: Face, layout: Layout) -> None:
    """Set one cell; the padding above and below its lines makes the height of its row."""
    cell, points = place.cell, layout.points
    across = slice(place.column, place.column + cell.columns)
    width = sum(layout.columns[across]) - 2 * PAD_ACROSS
    lines = broken(cell.words, face, points, width)
    spare = (
        sum(layout.rows[place.row : place.row + cell.rows]) - len(lines) * points * PITCH * MM - INNER * MM
    )
    above = PAD_ACROSS if cell.top else spare / 2
    table.mergeCells(row, place.column, cell.rows, cell.columns)
    box = _box(above, spare - above)
    _rule(box, row == 0, across.stop == table.columns(), row + cell.rows == table.rows(), place.column == 0)
    target = table.cellAt(row, place.column)
    target.setFormat(box)
    text = "\n".join(lines)  # broken here as it was planned, for Qt's own reckoning differs by a hair
    _write(target.firstCursorPosition(), text, face, points, _Line(cell.align or Align.CENTRE, PITCH))


def _box(above: float, below: float) -> QTextTableCellFormat:
    box = QTextTableCellFormat()
    box.setTopPadding(above * UNITS_PER_MM)
    box.setBottomPadding(below * UNITS_PER_MM)
    box.setLeftPadding(PAD_ACROSS * UNITS_PER_MM - OUTER * UNITS)
    box.setRightPadding(PAD_ACROSS * UNITS_PER_MM - OUTER * UNITS)
    return box


def _rule(box: QTextTableCellFormat, *outer: bool) -> None:
    """Rule a cell; `outer` tells for top, right, bottom, left whether it lies on the frame of the table."""
    top, right, bottom, left = ((OUTER if edge else INNER) * UNITS for edge in outer)
    box.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    box.setBorderBrush(QBrush(Qt.GlobalColor.black))
    box.setTopBorder(top)
    box.setRightBorder(right)
    box.setBottomBorder(bottom)
    box.setLeftBorder(left)


def _insert_table(cursor: QTextCursor, rows: int, columns: Sequence[float]) -> QTextTable:
    form = QTextTableFormat()
    form.setBorderCollapse(True)
    form.setBorder(0)
    form.setCellPadding(0)
    form.setCellSpacing(0)
    fixed = QTextLength.Type.FixedLength
    form.setColumnWidthConstraints([QTextLength(fixed, width * UNITS_PER_MM) for width in columns])
    return cursor.insertTable(rows, len(columns), form)


@dataclass(frozen=True, slots=True)
class _Line:
    """How lines of text stand: `pitch` in type sizes, `stops` the tab stops in mm."""

    align: Align = Align.LEFT
    pitch: float = AIR
    stops: tuple[float, ...] = ()


def _spread(cursor: QTextCursor, parts: Sequence[str], points: float, stops: Iterable[float]) -> None:
    """Write several texts in one line, the second and following at these distances from the left."""
    _paragraph(cursor, "\t".join(parts), Face.BODY, points, _Line(stops=tuple(stops)))


def _paragraph(cursor: QTextCursor, text: str, face: Face, points: float, line: _Line = _Line()) -> None:
    """Write a paragraph and open the next one, empty and without height."""
    _write(cursor, text, face, points, line)
    cursor.insertBlock()
    _format(cursor, 0)


def _write(cursor: QTextCursor, text: str, face: Face, points: float, line: _Line = _Line()) -> None:
    look = QTextCharFormat()
    look.setFont(font(face, points))
    look.setForeground(Qt.GlobalColor.black)  # else the ink of the window, which is pale in the dark
    _format(cursor, points * line.pitch * MM, line)
    cursor.mergeBlockCharFormat(look)  # merge: the first paragraph of a cell also carries its borders
    cursor.insertText(text.replace("\n", LINE_SEPARATOR), look)


def _format(cursor: QTextCursor, pitch: float, line: _Line = _Line()) -> None:
    """Give the paragraph lines of exactly this height in mm, whatever fonts its characters come from."""
    form = QTextBlockFormat()
    form.setLineHeight(max(1.0, pitch * UNITS_PER_MM), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setAlignment(ALIGNED[line.align])
    left = QTextOption.TabType.LeftTab
    form.setTabPositions([QTextOption.Tab(stop * UNITS_PER_MM, left) for stop in line.stops])
    cursor.setBlockFormat(form)
