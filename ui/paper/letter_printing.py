"""Letters on paper: the PDF of a circular, set by the margins and type of official papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
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
from dutydesk.exports.paper import IMPRINT_SIZE
from ui.paper.printing import DOTS_PER_INCH, Page, look_at, paint_pages
from ui.paper.typefaces import UNITS, UNITS_PER_MM, font, wrapping

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintPreviewDialog
    from PySide6.QtWidgets import QWidget

    from dutydesk.exports.letter import Letter, Part

_WIDTH, _HEIGHT = 210.0, 297.0
_LEFT, _CENTRE, _RIGHT = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)


def pdf(letter: Letter) -> bytes:
    """Set the letter as a PDF that can be searched; needs a QGuiApplication, no screen and no printer."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(letter.title)
    writer.setCreator("DutyDesk")
    writer.setPageLayout(_paper())
    paint_pages(_pages(letter), writer)
    return bytes(buffer.data().data())


def preview(letter: Letter, parent: QWidget | None = None) -> QPrintPreviewDialog:
    """Open the preview, from which the letter can be printed; it deletes itself when closed."""
    return look_at(_pages(letter), _paper(), letter.title, parent)


def picture(letter: Letter, width: int) -> QImage:
    """The first page as it will be printed, `width` pixels wide."""
    image = QImage(width, round(width * _HEIGHT / _WIDTH), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(*(width / (_WIDTH * UNITS_PER_MM),) * 2)
    _pages(letter)[0](painter)
    painter.end()
    return image


def _paper() -> QPageLayout:
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _pages(letter: Letter) -> list[Page]:
    document = _document(letter)
    return [partial(_paint, document, letter, page) for page in range(document.pageCount())]


def _paint(document: QTextDocument, letter: Letter, page: int, painter: QPainter) -> None:
    size = document.pageSize()
    top, _, bottom, left = (length * UNITS_PER_MM for length in MARGINS)
    painter.save()
    painter.translate(left, top - page * size.height())
    document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
    painter.restore()
    painter.setFont(font(Face.BODY, IMPRINT_SIZE))
    foot = QRectF(left, _HEIGHT * UNITS_PER_MM - bottom * 0.7, size.width(), bottom * 0.2)
    painter.drawText(foot, _LEFT, letter.imprint)
    painter.drawText(foot, _RIGHT, f"— {page + 1} —")


def _document(letter: Letter) -> QTextDocument:
    top, right, bottom, left = MARGINS
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultTextOption(wrapping())
    inner = QSizeF((_WIDTH - left - right) * UNITS_PER_MM, (_HEIGHT - top - bottom) * UNITS_PER_MM)
    document.setPageSize(inner)
    cursor = QTextCursor(document)
    _write(cursor, letter.title, Face.TITLE, TITLE_POINTS, _CENTRE)
    _next(cursor)
    for part in letter.parts:
        _next(cursor)
        _part(cursor, part)
    _next(cursor)
    for line in letter.closing:
        _next(cursor)
        _write(cursor, line, Face.BODY, BODY_POINTS, _RIGHT, margin=CLOSING_INDENT)
    return document


def _part(cursor: QTextCursor, part: Part) -> None:
    match part:
        case Heading():
            _write(cursor, part.text, Face.HEAD, BODY_POINTS, indent=INDENT)
        case Paragraph():
            _write(cursor, part.text, Face.BODY, BODY_POINTS, indent=INDENT)
        case Grid():
            _grid(cursor, part)


def _grid(cursor: QTextCursor, part: Grid) -> None:
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
) -> None:
    """Fill a paragraph whose lines are `pitch` points apart and whose first one is set in."""
    form = QTextBlockFormat()
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
