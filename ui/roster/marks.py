"""The small marks of a cell: lock, stand-in, change since publication, note, finding, empty place."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, QPolygon
from PySide6.QtWidgets import QTableView

from ui.icons import pixmap
from ui.roster.cells import Mark
from ui.theme import colours, mixed

_GAP = 4  # pixels between the marks at the right, and to the border
_PICTURES = ((Mark.LOCKED, "lock"), (Mark.STOOD_IN, "swap"))


class MarkPainter:
    """Paints the marks of cells with brushes and pictures that it keeps; the painter keeps its pen."""

    def __init__(self, view: QTableView) -> None:
        tones = colours(view.palette())
        self._height = view.fontMetrics().height()
        self._pictures = tuple((bit, self._picture(view, name, tones.dim)) for bit, name in _PICTURES)
        self._changed, self._note = QBrush(tones.changed), QBrush(tones.accent)
        self._empty = QBrush(mixed(tones.warning, tones.workday, 0.55), Qt.BrushStyle.BDiagPattern)
        self._dash = QBrush(tones.warning)
        self._lines = (
            (Mark.ERROR, QBrush(tones.error)),
            (Mark.WARNING, QBrush(tones.warning)),
            (Mark.HINT, QBrush(tones.note)),
        )

    def paint(self, painter: QPainter, rect: QRect, marks: int) -> None:
        """Paint what the bits of `Mark` say; the name stands there already."""
        if marks & Mark.EMPTY:  # says by itself what its finding does
            self._paint_empty(painter, rect)
            marks &= ~Mark.ERROR
        right = rect.right() - _GAP
        if marks & Mark.CHANGED:
            right = self._paint_changed(painter, right, rect)
        for bit, picture in self._pictures:
            if marks & bit:
                right = self._paint_picture(painter, right, rect, picture)
        if marks & Mark.NOTE:
            side = round(self._height * 0.42)
            x, y = rect.right() + 1, rect.top()
            _fill(painter, self._note, (x - side, y), (x, y), (x, y + side))
        for bit, brush in self._lines:
            if marks & bit:
                painter.fillRect(rect.left(), rect.bottom() - 2, rect.width(), 3, brush)
                return

    def _picture(self, view: QTableView, name: str, ink: QColor) -> QPixmap:
        return pixmap(name, ink, round(self._height * 0.75), view.devicePixelRatioF())

    def _paint_empty(self, painter: QPainter, rect: QRect) -> None:
        """Hatched, with the dash that printed rosters show."""
        painter.fillRect(rect.adjusted(1, 1, -1, -1), self._empty)
        wide, middle = self._height, rect.center().y()
        ground = QRect(rect.center().x() - wide // 2, middle - 1, wide, 3)
        painter.fillRect(ground, self._dash)

    def _paint_changed(self, painter: QPainter, right: int, rect: QRect) -> int:
        """A triangle, like the ▲ of printed rosters."""
        side = round(self._height * 0.55)
        base = rect.center().y() + side // 2
        _fill(painter, self._changed, (right - side, base), (right, base), (right - side // 2, base - side))
        return right - side - _GAP

    def _paint_picture(self, painter: QPainter, right: int, rect: QRect, picture: QPixmap) -> int:
        side = round(self._height * 0.75)
        painter.drawPixmap(right - side, rect.center().y() - side // 2, picture)
        return right - side - _GAP


def _fill(painter: QPainter, brush: QBrush, *corners: tuple[int, int]) -> None:
    pen = painter.pen()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawPolygon(QPolygon([QPoint(x, y) for x, y in corners]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
