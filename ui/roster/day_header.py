"""The rows' headings, which stay in sight: date, weekday or festival, 班 or 休, sensitive period."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from ui.i18n import tr_in
from ui.roster.cells import DayLine, Ground
from ui.roster.model import RosterModel
from ui.theme import colours

_PADDING = 8
_ZONES = ("00月00日", "星期八八", "休", "敏")  # the widest texts that stand in a row, side by side


class DayHeader(QHeaderView):
    """Paints the `DayLine` of each row in the tint of its class; today has a bar, the current row a mark."""

    def __init__(self, view: QTableView, model: RosterModel) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.dress()

    def dress(self) -> None:
        """Take colours and widths from the palette and font in force."""
        tones = colours(self.palette())
        self._grounds = tuple(map(QBrush, (tones.workday, tones.restday, tones.holiday, tones.today)))
        self._text, self._dim, self._festival = QPen(tones.text), QPen(tones.dim), QPen(tones.festival)
        self._line, self._edge = QPen(tones.grid), QPen(tones.frame)
        self._bar, self._sensitive = QBrush(tones.accent), QBrush(tones.warning_ground)
        self._warning, self._work = QPen(tones.warning), QPen(tones.accent)
        widths = [self.fontMetrics().horizontalAdvance(text) + _PADDING for text in _ZONES]
        widths[0] = max(widths[0], self.fontMetrics().horizontalAdvance("30 Nov") + _PADDING)
        widths[2] = max(widths[2], self.fontMetrics().horizontalAdvance(tr_in("day mark", "work")) + _PADDING)
        self._widths = widths
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths) + 2 * _PADDING, 0)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        lines = self._model.lines()
        if not 0 <= logicalIndex < len(lines):
            return
        line = lines[logicalIndex]
        painter.fillRect(rect, self._grounds[line.shade])
        self._paint_words(painter, rect, line)
        painter.setPen(self._edge if line.week_ends else self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if self._view.currentIndex().row() == logicalIndex:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), self._bar)

    def _paint_words(self, painter: QPainter, rect: QRect, line: DayLine) -> None:
        date_width, name_width, mark_width, _ = self._widths
        middle = Qt.AlignmentFlag.AlignVCenter
        place = QRect(rect.x() + _PADDING, rect.y(), date_width, rect.height())
        painter.setPen(self._text)
        painter.drawText(place, middle, line.title)
        place.moveLeft(place.right() + 1)
        place.setWidth(name_width)
        painter.setPen(self._festival if line.festival else self._dim)
        painter.drawText(place, middle, line.festival or line.weekday)
        place.moveLeft(place.right() + 1)
        place.setWidth(mark_width)
        if line.exchanged:
            painter.setPen(self._festival if line.ground == Ground.HOLIDAY else self._work)
            painter.drawText(place, middle, line.exchanged)
        if line.sensitive:
            self._paint_sensitive(painter, QPoint(place.right() + 1, rect.center().y()))

    def _paint_sensitive(self, painter: QPainter, at: QPoint) -> None:
        side = round(self.fontMetrics().height() * 1.15)
        tag = QRect(at.x(), at.y() - side // 2, side, side)
        painter.fillRect(tag, self._sensitive)
        painter.setPen(self._warning)
        painter.drawRect(tag)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, tr_in("day mark", "!"))
