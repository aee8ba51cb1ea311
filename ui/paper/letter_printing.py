"""Letters on paper: the PDF of a circular, set by the margins and type of official papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from dutydesk.exports.fonts import Face
from dutydesk.exports.letter import (
    MARGINS,
)
from dutydesk.exports.paper import IMPRINT_SIZE
from ui.paper.letter_setting import HEIGHT, WIDTH, document
from ui.paper.printing import DOTS_PER_INCH, Page, look_at, paint_pages
from ui.paper.typefaces import UNITS_PER_MM, font

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintPreviewDialog
    from PySide6.QtWidgets import QWidget

    from dutydesk.exports.letter import Letter

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


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
    image = QImage(width, round(width * HEIGHT / WIDTH), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(*(width / (WIDTH * UNITS_PER_MM),) * 2)
    _pages(letter)[0](painter)
    painter.end()
    return image


def _paper() -> QPageLayout:
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _pages(letter: Letter) -> list[Page]:
    made = document(letter)
    return [partial(_paint, made, letter, page) for page in range(made.pageCount())]


def _paint(made: QTextDocument, letter: Letter, page: int, painter: QPainter) -> None:
    size = made.pageSize()
    top, _, bottom, left = (length * UNITS_PER_MM for length in MARGINS)
    painter.save()
    painter.translate(left, top - page * size.height())
    made.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
    painter.restore()
    painter.setFont(font(Face.BODY, IMPRINT_SIZE))
    foot = QRectF(left, HEIGHT * UNITS_PER_MM - bottom * 0.7, size.width(), bottom * 0.2)
    painter.drawText(foot, _LEFT, letter.imprint)
    painter.drawText(foot, _RIGHT, f"— {page + 1} —")
