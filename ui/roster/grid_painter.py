"""Paints the part of the roster that is in sight, all of it at once.

Qt's own loop asks model, style and delegate for each cell. Painting whole rows and then the names in one loop
costs less than an empty table does there (`benchmarks/grid.py`). Brushes, pens and laid-out names are kept.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QTableView

from ui.roster.cells import Cell, Mark
from ui.roster.marks import MarkPainter
from ui.roster.model import RosterModel
from ui.theme import colours, mixed

PADDING = 9  # pixels left of a name
_TALL = 2.4  # lines of text: from this height on there is room for the phone


class Band(NamedTuple):
    """One row or column in sight: its number, where it begins and how wide it is, in pixels."""

    at: int
    begins: int
    width: int


class GridPainter:
    """Paints a `RosterModel` on its view.

    Wherever `person` stands the ground is softly tinted, and strongly for whom somebody looks (`sought`).
    """

    def __init__(self, view: QTableView, model: RosterModel) -> None:
        self._view = view
        self._model = model
        self.person = self.sought = ""
        self.dress()

    def dress(self) -> None:
        """Take brushes, pens and letters from the palette and font in force."""
        tones = colours(self._view.palette())
        self._grounds = tuple(map(QBrush, (tones.workday, tones.restday, tones.holiday, tones.today)))
        self._blank = QBrush(mixed(tones.frame, tones.workday, 0.16))
        self._same, self._found = QBrush(tones.note_ground), QBrush(tones.selection)
        self._proposed, self._selected = QBrush(tones.good_ground), QBrush(tones.selection)
        self._text, self._dim = QPen(tones.text), QPen(tones.dim)
        self._line, self._edge, self._frame = QPen(tones.grid), QPen(tones.accent), QPen(tones.accent, 2)
        self._height = self._view.fontMetrics().height()
        self._laid: dict[str, tuple[QStaticText, int]] = {}
        self._marks = MarkPainter(self._view)

    def paint(self, painter: QPainter, area: QRect, selected: Sequence[QRect], current: QRect) -> None:
        """Paint the cells that meet `area`; `selected` and `current` are rectangles on the view."""
        rows, columns = self._rows(area), self._columns(area)
        if not rows or not columns:
            return
        left, right = columns[0].begins, columns[-1].begins + columns[-1].width
        self._paint_grounds(painter, rows, columns, QRect(left, 0, right - left, 0))
        for block in selected:
            painter.fillRect(block, self._selected)
        painter.setPen(self._text)
        for row in rows:
            cells = self._model.cells[row.at]
            for column in columns:
                cell = cells[column.at]
                if cell.text:
                    self._paint_name(painter, row, column, cell)
                if cell.marks > Mark.NEEDED:
                    place = QRect(column.begins, row.begins, column.width - 1, row.width - 1)
                    self._marks.paint(painter, place, cell.marks)
        self._paint_lines(painter, rows, columns)
        for block in selected:
            painter.setPen(self._edge)
            painter.drawRect(block.adjusted(0, 0, -2, -2))
        if not current.isValid():
            return
        painter.setPen(self._frame)
        painter.drawRect(current.adjusted(1, 1, -2, -2))

    def width_of(self, text: str) -> int:
        """The width of a name, in pixels."""
        return self._laid_out(text)[1]

    def _rows(self, area: QRect) -> list[Band]:
        header, count = self._view.verticalHeader(), self._model.rowCount()
        first, last = header.visualIndexAt(area.top()), header.visualIndexAt(area.bottom())
        numbers = range(max(first, 0), (last if last >= 0 else count - 1) + 1)
        return [Band(at, header.sectionViewportPosition(at), header.sectionSize(at)) for at in numbers]

    def _columns(self, area: QRect) -> list[Band]:
        header = self._view.horizontalHeader()
        bands = (
            Band(at, header.sectionViewportPosition(at), header.sectionSize(at))
            for at in range(self._model.columnCount())
        )
        return [
            each
            for each in bands
            if each.begins <= area.right() and each.begins + each.width > area.left() and each.width
        ]

    def _paint_grounds(
        self, painter: QPainter, rows: Sequence[Band], columns: Sequence[Band], across: QRect
    ) -> None:
        lines = self._model.lines()
        for row in rows:
            across.moveTop(row.begins)
            across.setHeight(row.width)
            painter.fillRect(across, self._grounds[lines[row.at].shade])
            cells = self._model.cells[row.at]
            for column in columns:
                ground = self._ground(cells[column.at])
                if ground is not None:
                    painter.fillRect(column.begins, row.begins, column.width, row.width, ground)

    def _ground(self, cell: Cell) -> QBrush | None:
        """What is painted under a cell; None where the row's tint will do."""
        if not cell.marks:
            return self._blank
        if cell.person:
            if cell.person == self.sought:
                return self._found
            if cell.person == self.person:
                return self._same
        return self._proposed if cell.marks & Mark.PROPOSED else None

    def _paint_name(self, painter: QPainter, row: Band, column: Band, cell: Cell) -> None:
        laid, width = self._laid.get(cell.text) or self._laid_out(cell.text)
        left = column.begins + PADDING
        if width + PADDING > column.width:
            room = column.width - PADDING
            text = self._view.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideMiddle, room)
            place = QRect(left, row.begins, room, row.width)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        elif row.width < self._height * _TALL or not cell.detail:
            painter.drawStaticText(left, row.begins + (row.width - self._height) // 2, laid)
        else:
            below = row.begins + row.width // 2
            painter.drawStaticText(left, below - self._height, laid)
            painter.setPen(self._dim)
            painter.drawStaticText(left, below, self._laid_out(cell.detail)[0])
            painter.setPen(self._text)

    def _laid_out(self, text: str) -> tuple[QStaticText, int]:
        """A text ready for painting, and its width."""
        if text not in self._laid:
            laid = QStaticText(text)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.prepare(font=self._view.font())
            self._laid[text] = laid, self._view.fontMetrics().horizontalAdvance(text)
        return self._laid[text]

    def _paint_lines(self, painter: QPainter, rows: Sequence[Band], columns: Sequence[Band]) -> None:
        left, right = columns[0].begins, columns[-1].begins + columns[-1].width - 1
        top, bottom = rows[0].begins, rows[-1].begins + rows[-1].width - 1
        ends = [each.begins + each.width - 1 for each in rows]
        sides = [each.begins + each.width - 1 for each in columns]
        painter.setPen(self._line)
        painter.drawLines(
            [QLine(left, at, right, at) for at in ends] + [QLine(at, top, at, bottom) for at in sides]
        )
