"""The columns' headings: seats, and above them the shifts where there are several."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from dutydesk.domain.duties import ShiftType
from ui.roster.describe import shifts_text
from ui.roster.model import RosterModel
from ui.theme import colours

Shifts = tuple[ShiftType, ...]
_PADDING = 9
_LINE = 1.6  # of a line of text


class ShiftHeader(QHeaderView):
    """Paints one line, or two where the grid's columns belong to several shifts."""

    def __init__(self, view: QTableView, model: RosterModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.dress()

    def dress(self) -> None:
        """Take colours from the palette and the height from the font in force."""
        tones = colours(self.palette())
        self._ground, self._bar = QBrush(self.palette().window()), QBrush(tones.accent)
        self._text, self._dim = QPen(tones.text), QPen(tones.dim)
        self._edge = QPen(tones.frame)
        self._line = round(self.fontMetrics().height() * _LINE)
        self.updateGeometry()

    @property
    def lines(self) -> int:
        """One, or two where there are several shifts."""
        return 2 if len({each.shifts for each in self._model.grid.columns}) > 1 else 1

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._line * self.lines)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        columns = self._model.grid.columns
        if not 0 <= logicalIndex < len(columns):
            return
        painter.fillRect(rect, self._ground)
        below = rect.adjusted(0, rect.height() - self._line, 0, 0)
        painter.setPen(self._text)
        painter.drawText(
            below.adjusted(_PADDING, 0, -2, 0), Qt.AlignmentFlag.AlignVCenter, columns[logicalIndex].title
        )
        painter.setPen(self._edge)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(below.topRight(), below.bottomRight())
        if self._view.currentIndex().column() == logicalIndex:
            painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, self._bar)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.lines == 1:
            return
        painter = QPainter(self.viewport())
        for shifts, place in self._runs():
            self._paint_shifts(painter, shifts, place)

    def _paint_shifts(self, painter: QPainter, shifts: Shifts, place: QRect) -> None:
        inside = place.adjusted(_PADDING, 0, -_PADDING, 0)
        seen = inside.intersected(self.viewport().rect())
        text = shifts_text(shifts, hours_too=True)
        if self.fontMetrics().horizontalAdvance(text) > seen.width():
            text = shifts_text(shifts, hours_too=False)
        fitting = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, seen.width())
        painter.setPen(self._dim)
        painter.drawText(seen, Qt.AlignmentFlag.AlignVCenter, fitting)
        painter.setPen(self._edge)
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.drawLine(place.topRight(), place.bottomRight())

    def _runs(self) -> Iterator[tuple[Shifts, QRect]]:
        """Each run of columns of the same shifts, and the room above it."""
        columns = self._model.grid.columns
        start = 0
        for at in range(1, len(columns) + 1):
            if at == len(columns) or columns[at].shifts != columns[start].shifts:
                left = self.sectionViewportPosition(start)
                right = self.sectionViewportPosition(at - 1) + self.sectionSize(at - 1)
                yield columns[start].shifts, QRect(left, 0, right - left, self.height() - self._line)
                start = at
