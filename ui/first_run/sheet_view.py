"""A sheet as it will be printed, looked at on the screen."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dutydesk.exports.sheet import Sheet
from ui.paper.printing import picture
from ui.theme import colours, mixed

_SHADOW = 5  # logical pixels around the paper
_LANDSCAPE = 210 / 297
_USUAL = 480  # logical pixels wide; what is printed does not grow with the text of the window


class SheetView(QWidget):
    """Shows the whole first page; with `share` below 1 only that upper part of it, as wide as can be.

    Paper is white in the dark too: it is a picture of what comes out of the printer.
    """

    def __init__(self, *, share: float = 1.0) -> None:
        super().__init__()
        self._share = share
        self._sheet: Sheet | None = None
        self._drawn: QImage | None = None
        down = QSizePolicy.Policy.Expanding if share == 1 else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, down)
        policy.setHeightForWidth(share < 1)
        self.setSizePolicy(policy)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show this sheet."""
        self._sheet, self._drawn = sheet, None
        self.setAccessibleName(sheet.title)
        lines = ("  ".join(cell.text.replace("\n", " ") for cell in row) for row in sheet.rows)
        self.setAccessibleDescription("\n".join((*sheet.lead, *lines)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() / 2

    @override
    def heightForWidth(self, width: int) -> int:
        return round((width - 2 * _SHADOW) * _LANDSCAPE * self._share) + 2 * _SHADOW

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        paper = self._paper()
        painter = QPainter(self)
        self._paint_shadow(painter, paper)
        image = self._picture(paper.width())
        painter.drawImage(paper.topLeft(), image, QRect(QPoint(), paper.size() * image.devicePixelRatio()))
        painter.setPen(colours(self.palette()).frame)
        painter.drawRect(paper.adjusted(0, 0, -1, -1))

    def _paper(self) -> QRect:
        """Where the paper lies: as large as fits, in the middle."""
        room = self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        size = QSize(1000, round(1000 * _LANDSCAPE * self._share))
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        paper = QRect(QPoint(), size)
        paper.moveCenter(room.center())
        paper.moveTop(room.top() if self._share < 1 else paper.top())
        return paper

    def _picture(self, width: int) -> QImage:
        ratio = self.devicePixelRatioF()
        pixels = round(width * ratio)
        if self._sheet is not None and (self._drawn is None or self._drawn.width() != pixels):
            self._drawn = picture(self._sheet, pixels)
            self._drawn.setDevicePixelRatio(ratio)
        return self._drawn or QImage()

    def _paint_shadow(self, painter: QPainter, paper: QRect) -> None:
        ground, dark = self.palette().window().color(), self.palette().shadow().color()
        for depth in range(_SHADOW, 0, -1):
            tone = mixed(dark, ground, 0.05 * (_SHADOW + 1 - depth))
            painter.setPen(tone)
            painter.drawRoundedRect(
                paper.adjusted(-depth + 1, -depth + 2, depth - 2, depth - 1), depth, depth
            )
