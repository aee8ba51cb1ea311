"""Who could stand this? Everybody for one place, ranked, with what stands in the way in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from dutydesk.domain.candidates import Candidate
from dutydesk.domain.duties import PlaceKey
from dutydesk.services.roster import RosterGrid
from ui.i18n import tr
from ui.roster.describe import place_title
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import ROW_ROLE, TableModel
from ui.words.candidates import CandidateLine, candidate_columns, candidate_lines

_SIZE = (30, 20)  # lines of text


class CandidatesPopup(QFrame):
    """Stands beside a cell until somebody is taken by Enter or a double click, or Esc is pressed."""

    taken = Signal(object, str)

    def __init__(
        self, parent: QWidget, grid: RosterGrid, place: PlaceKey, candidates: Sequence[Candidate]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._place = place
        title = QLabel(tr("Who could stand {place}?", place=place_title(grid, place)))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        free = sum(not each.obstacles for each in candidates)
        hint = QLabel(tr("{free} free of {all}. Enter assigns, Esc closes.", free=free, all=len(candidates)))
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.table: FilteredTable[CandidateLine] = FilteredTable(
            tr("Candidates"),
            TableModel(candidate_columns(), key=lambda line: line.candidate.person),
            whole_rows=True,
            also=lambda line: line.person.initials,
        )
        header = self.table.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.model.set_rows(candidate_lines(grid.people, grid.names, grid.sections, candidates))
        self.table.opened.connect(self._on_opened)
        self.table.filter.returnPressed.connect(self._take_first)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        for part in (title, self.table, hint):
            column.addWidget(part)
        self.resize(*(self.fontMetrics().height() * lines for lines in _SIZE))

    def show_at(self, corner: QPoint) -> None:
        """Appear with the upper left corner there, as far as the screen allows."""
        screen = QGuiApplication.screenAt(corner) or self.screen()
        room = screen.availableGeometry()
        left = max(min(corner.x(), room.right() - self.width()), room.left())
        top = max(min(corner.y(), room.bottom() - self.height()), room.top())
        self.move(left, top)
        self.show()
        self.table.view.setFocus()
        if self.table.model.rowCount():
            self.table.view.selectRow(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.isVisible():
            return  # the key that closed us comes by once more
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take_first()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            self.table.filter.setFocus()
            self.table.filter.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _take_first(self) -> None:
        shown = self.table.view.model().index(0, 0)
        chosen = self.table.chosen() or ([shown.data(ROW_ROLE)] if shown.isValid() else [])
        if chosen:
            self._on_opened(chosen[0])

    def _on_opened(self, line: CandidateLine) -> None:
        self.close()
        self.taken.emit(self._place, line.candidate.person)
