"""A letter set into pages: no line of a table is torn between two, and no heading stays behind alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

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
from ui.paper.typefaces import UNITS, UNITS_PER_MM, font, wrapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dutydesk.exports.letter import Letter, Part

WIDTH, HEIGHT = 210.0, 297.0
_LEFT, _CENTRE, _RIGHT = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)
_HAIR = 0.1  # points: the line with which a page begins for the sake of the table below it
_LEAST = 2  # lines of a table: its headings, and one that must stay
_BEFORE = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the letter, or of its table; `turns` begins a new page with it."""

    part: Part
    turns: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A table as it was set: which piece it is, and where the text above it begins."""

    index: int
    table: QTextTable
    above: int


def document(letter: Letter) -> QTextDocument:
    """The letter in pages of A4 between its margins, in layout units."""
    pieces = [_Piece(each) for each in letter.parts]
    while True:
        made, tables = _set(letter, pieces)
        torn = next((found for each in tables if (found := _torn(made, each, pieces))), None)
        skipped = _skipped(made, tables)
        if torn is not None:
            pieces = _cut(pieces, *torn)
        elif skipped:
            pieces = _with_a_row_more(pieces, skipped)
        else:
            return made


def _skipped(made: QTextDocument, tables: Sequence[_Placed]) -> int:
    """The piece before which a page stays empty, as the table above fills its own to the last; 0 for none."""
    for one, other in pairwise(tables):
        last = _page(made, one.table.lastCursorPosition().position())
        if other.index == one.index + 1 and _page(made, other.above) > last + 1 and one.table.rows() > _LEAST:
            return other.index
    return 0


def _with_a_row_more(pieces: Sequence[_Piece], index: int) -> list[_Piece]:
    """Let the last row of the table above go over to this one's page."""
    above, below = pieces[index - 1].part, pieces[index].part
    changed = list(pieces)
    if isinstance(above, Grid) and isinstance(below, Grid):
        changed[index - 1] = replace(pieces[index - 1], part=replace(above, rows=above.rows[:-1]))
        changed[index] = replace(pieces[index], part=replace(below, rows=(above.rows[-1], *below.rows)))
    return changed


def _torn(made: QTextDocument, placed: _Placed, pieces: Sequence[_Piece]) -> tuple[int, int] | None:
    """The piece and the row at which a table goes over to another page, if it may still be cut there."""
    table = placed.table
    page = _page(made, placed.above)
    for row in range(table.rows()):
        cells = [table.cellAt(row, each) for each in range(table.columns())]
        own = _page(made, cells[0].firstCursorPosition().position())
        whole = all(_page(made, each.lastCursorPosition().position()) == own for each in cells)
        if not whole or own != page:
            first = row <= 1 and (pieces[placed.index].turns or pieces[_start(pieces, placed.index)].turns)
            if not first:
                return placed.index, row
        page = own
    return None


def _page(made: QTextDocument, position: int) -> int:
    """The page on which the line of a position stands; its block may begin on the page before."""
    block = made.findBlock(position)
    layout = block.layout()
    above = made.documentLayout().blockBoundingRect(block).top() - layout.boundingRect().top()
    line = layout.lineForTextPosition(position - block.position())
    return int((above + line.rect().center().y()) // made.pageSize().height())


def _start(pieces: Sequence[_Piece], index: int) -> int:
    """The piece with which a table moves: its heading, if it has one."""
    return index - 1 if index and isinstance(pieces[index - 1].part, Heading) else index


def _cut(pieces: Sequence[_Piece], index: int, row: int) -> list[_Piece]:
    """Begin a new page at a row of a table; with the first ones goes the heading above."""
    grid = pieces[index].part
    if isinstance(grid, Grid) and row > 1:
        kept, rest = replace(grid, rows=grid.rows[: row - 1]), replace(grid, rows=grid.rows[row - 1 :])
        split = [replace(pieces[index], part=kept), _Piece(rest, turns=True)]
        return [*pieces[:index], *split, *pieces[index + 1 :]]
    at = _start(pieces, index)
    return [*pieces[:at], replace(pieces[at], turns=True), *pieces[at + 1 :]]


def _set(letter: Letter, pieces: Sequence[_Piece]) -> tuple[QTextDocument, list[_Placed]]:
    top, right, bottom, left = MARGINS
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultTextOption(wrapping())
    made.setPageSize(QSizeF((WIDTH - left - right) * UNITS_PER_MM, (HEIGHT - top - bottom) * UNITS_PER_MM))
    cursor = QTextCursor(made)
    _write(cursor, letter.title, Face.TITLE, TITLE_POINTS, _CENTRE)
    _next(cursor)
    tables, above = [], 0
    for index, piece in enumerate(pieces):
        continued = piece.turns and bool(index) and isinstance(pieces[index - 1].part, Grid)
        if not continued:
            _next(cursor)
        match piece.part:
            case Heading():
                above = cursor.position()
                _write(cursor, piece.part.text, Face.HEAD, BODY_POINTS, indent=INDENT, turns=piece.turns)
            case Paragraph():
                above = cursor.position()
                _write(cursor, piece.part.text, Face.BODY, BODY_POINTS, indent=INDENT)
            case Grid():
                if piece.turns:
                    above = cursor.position()
                    _write(cursor, "", Face.BODY, _HAIR, pitch=_HAIR, turns=True)
                tables.append(_Placed(index, _grid(cursor, piece.part), above))
    _next(cursor)
    for line in letter.closing:
        _next(cursor)
        _write(cursor, line, Face.BODY, BODY_POINTS, _RIGHT, margin=CLOSING_INDENT)
    return made, tables


def _grid(cursor: QTextCursor, part: Grid) -> QTextTable:
    form = QTextTableFormat()
    form.setBorderCollapse(True)
    form.setBorder(0.5 * UNITS)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(Qt.GlobalColor.black)
    form.setCellPadding(2 * UNITS)
    form.setCellSpacing(0)
    form.setHeaderRowCount(1)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    total = sum(width for _, width in part.titles)
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * width / total) for _, width in part.titles]
    )
    lines = [tuple(title for title, _ in part.titles), *part.rows]
    table = cursor.insertTable(len(lines), len(part.titles), form)
    for row, texts in enumerate(lines):
        for column, text in enumerate(texts):
            inside = table.cellAt(row, column).firstCursorPosition()
            face = Face.HEAD if row == 0 else Face.BODY
            _write(inside, text, face, TABLE_POINTS, _CENTRE, pitch=TABLE_POINTS * TABLE_PITCH)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    return table


def _next(cursor: QTextCursor) -> None:
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
    _write(cursor, "", Face.BODY, BODY_POINTS)


def _write(  # noqa: PLR0913 - a paragraph has that many sides
    cursor: QTextCursor,
    text: str,
    face: Face,
    points: float,
    align: Qt.AlignmentFlag = _LEFT,
    *,
    indent: int = 0,
    margin: int = 0,
    pitch: float = PITCH_POINTS,
    turns: bool = False,
) -> None:
    """Fill a paragraph whose lines are `pitch` points apart and whose first one is set in."""
    form = QTextBlockFormat()
    if turns:
        form.setPageBreakPolicy(_BEFORE)
    form.setLineHeight(pitch * UNITS, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setAlignment(align)
    form.setTextIndent(indent * points * UNITS)
    form.setRightMargin(margin * points * UNITS)
    cursor.setBlockFormat(form)
    look = QTextCharFormat()
    look.setFont(font(face, points))
    look.setForeground(Qt.GlobalColor.black)
    cursor.setBlockCharFormat(look)
    cursor.insertText(text, look)
