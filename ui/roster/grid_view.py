"""The grid itself: a spreadsheet whose cells are swapped by dragging, and whose days stay in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel
from typing_extensions import override

from ui.i18n import tr
from ui.roster.cells import Mark
from ui.roster.day_header import DayHeader
from ui.roster.delegate import PlaceDelegate
from ui.roster.grid_painter import PADDING, GridPainter
from ui.roster.model import Index, RosterModel
from ui.roster.names import Named
from ui.roster.shift_header import ShiftHeader
from ui.widgets.name_edit import Name
from ui.widgets.table_view import TableView

_FEW_DAYS = 16  # so few rows are tall and show phones
_LOW, _TALL = 1.45, 2.7  # heights of rows, in lines of text
_NARROWEST, _WIDEST = 4.5, 13  # of a column, in lines of text
_MARKS = 26  # pixels beside a name, for two marks

Triggers = QAbstractItemView.EditTrigger


class GridView(TableView):
    """Shows a `RosterModel`; a cell that is selected already can be dragged onto another.

    `asked` says that somebody double-clicked an empty place: who could stand it? `moved` that another cell
    is the current one.
    """

    asked = Signal()
    moved = Signal()

    def __init__(self, model: RosterModel) -> None:
        self._corner: QLabel | None = None
        super().__init__(tr("Duty roster"))
        self._model = model
        self._named = Named(model.grid)
        self._painter = GridPainter(self, model)
        self.setItemDelegate(PlaceDelegate(self, model, self._choices))
        self._days, self._shifts = DayHeader(self, model), ShiftHeader(self, model)
        self.setModel(model)
        self.setVerticalHeader(self._days)
        self.setHorizontalHeader(self._shifts)
        self._days.show()
        self.setEditTriggers(Triggers.EditKeyPressed | Triggers.AnyKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)
        self.setDropIndicatorShown(True)
        self.setCornerButtonEnabled(False)
        self._shifts.setStretchLastSection(False)
        self._corner = QLabel(tr("Day"), self)
        self._corner.setAutoFillBackground(True)
        self._corner.setIndent(PADDING)
        self._corner.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.doubleClicked.connect(self._on_double_clicked)
        model.modelReset.connect(self._fit)
        self._fit()

    @property
    def named(self) -> Named:
        """The people as the cells name them."""
        return self._named

    def refresh_names(self) -> None:
        """Take the people of the grid anew."""
        self._named = Named(self._model.grid)

    def seek(self, person: str) -> None:
        """Tint every duty of a person strongly; nobody's when empty."""
        self._painter.sought = person
        self.viewport().update()

    @override
    def go_to(self, row: int, column: int = 0) -> None:
        index = self._model.index(row, column)
        # not setCurrentIndex: it would extend the selection while Ctrl or Shift is down
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        cells = self._model.cells
        shown = current.isValid() and current.row() < len(cells)
        self._painter.person = cells[current.row()][current.column()].person if shown else ""
        for part in (self.viewport(), self._days.viewport(), self._shifts.viewport()):
            part.update()
        self.moved.emit()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # only a lone selected duty is dragged: a drag from anywhere else selects, as in spreadsheets
        under = self.indexAt(event.position().toPoint())
        stood = bool(under.data() and under.flags() & Qt.ItemFlag.ItemIsDragEnabled)
        self.setDragEnabled(stood and self.selectedIndexes() == [under])
        super().mousePressEvent(event)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        current = self.visualRect(self.currentIndex())
        self._painter.paint(QPainter(self.viewport()), e.rect(), self._blocks(), current)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            for part in (self._painter, self._days, self._shifts):
                part.dress()
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._corner is not None:  # Qt lays out before we are made
            frame = self.frameWidth()
            self._corner.setGeometry(frame, frame, self._days.width(), self._shifts.height())

    def _blocks(self) -> list[QRect]:
        """The selected blocks of more than one cell, as rectangles in sight."""
        selection = self.selectionModel().selection()
        blocks = [selection.at(at) for at in range(selection.count())]
        if len(blocks) == 1 and blocks[0].width() * blocks[0].height() == 1:
            return []
        model = self._model
        places = [
            self.visualRect(model.index(each.top(), each.left())).united(
                self.visualRect(model.index(each.bottom(), each.right()))
            )
            for each in blocks
        ]
        return [each for each in places if each.intersects(self.viewport().rect())]

    def _choices(self, post: str) -> Sequence[Name]:
        return self._named.choices(post)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        if self._model.cells[index.row()][index.column()].marks & Mark.EMPTY:
            self.asked.emit()
        else:
            self.edit(index)

    def _fit(self) -> None:
        """Give rows and columns what their contents need."""
        self._named = Named(self._model.grid)
        lines = _TALL if self._model.rowCount() <= _FEW_DAYS else _LOW
        self._days.setDefaultSectionSize(round(self.fontMetrics().height() * lines))
        self._spread()
        self.updateGeometries()

    def _spread(self) -> None:
        """Let the columns fill the width, as long as names have room and none grows too wide."""
        columns = self._model.grid.columns
        if not columns:
            return
        line = self.fontMetrics().height()
        needed = [
            max(self._painter.width_of(text) for text in (column.title, *self._texts(at)))
            + 2 * PADDING
            + _MARKS
            for at, column in enumerate(columns)
        ]
        needed = [max(each, round(_NARROWEST * line)) for each in needed]
        spare = max(self.viewport().width() - sum(needed), 0) // len(columns)
        for at, least in enumerate(needed):
            self.setColumnWidth(at, max(least, min(least + spare, round(_WIDEST * line))))

    def _texts(self, column: int) -> set[str]:
        """What stands in a column."""
        return {cells[column].text for cells in self._model.cells}
