"""A list of a page: filter line, table, number of rows, and what stands there when it is empty."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ui.i18n import tr_n
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_line import FilterLine
from ui.widgets.sort_filter import SortFilter
from ui.widgets.table_model import ROW_ROLE, TableModel
from ui.widgets.table_view import TableView

T = TypeVar("T")
_WIDEST = 40  # characters that a column takes by itself


class FilteredTable(QWidget, Generic[T]):
    """Shows a `TableModel`, sorted by its headers; `chosen_changed` says that other rows are selected.

    `also` gives further text by which a row is found, such as pinyin initials. `opened` carries the row on
    which Enter or a double click fell. With `whole_rows` one row is always selected, as long as there is any:
    what is told of it beside the list is there without a click.
    """

    opened = Signal(object)
    chosen_changed = Signal()

    def __init__(
        self,
        name: str,
        model: TableModel[T],
        *,
        whole_rows: bool = False,
        also: Callable[[T], str] | None = None,
        actions: Sequence[QAction] = (),
        empty: EmptyState | None = None,
    ) -> None:
        super().__init__()
        self.model = model
        self._sorted = SortFilter(also)
        self._sorted.setSourceModel(model)
        self.view = TableView(name, whole_rows=whole_rows)
        self.view.setModel(self._sorted)
        self.filter = FilterLine()
        self._fitted = False
        self._whole_rows = whole_rows
        self._count = QLabel()
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._stack = QStackedWidget()
        self._lay_out(actions, empty)
        self._connect()
        self._set_widths()
        self._recount()

    def chosen(self) -> list[T]:
        """The rows in which something is selected, from top to bottom."""
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        return [self._sorted.index(row, 0).data(ROW_ROLE) for row in rows]

    def choose(self, key: object) -> bool:
        """Select the row with this key and bring it into sight; False when it is not shown."""
        row = self.model.row_of(key)
        shown = self._sorted.mapFromSource(self.model.index(row, 0))
        if shown.isValid():
            self.view.go_to(shown.row())
        return shown.isValid()

    def sort_by(self, column: str, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's id, until the user clicks on another header."""
        at = next(at for at, each in enumerate(self.model.columns) if each.id == column)
        self.view.sortByColumn(at, order)

    def _lay_out(self, actions: Sequence[QAction], empty: EmptyState | None) -> None:
        bar = QHBoxLayout()
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            bar.addWidget(button)
            self.view.addAction(action)
        bar.addStretch(1)
        bar.addWidget(self._count)
        self.filter.setMaximumWidth(self.fontMetrics().averageCharWidth() * 36)
        bar.addWidget(self.filter, 1)
        self._stack.addWidget(self.view)
        if empty is not None:
            self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._sorted.set_words)
        self.filter.left.connect(self.view.setFocus)
        self.view.find_wanted.connect(self.filter.start)
        self.view.activated.connect(self._on_activated)
        self.view.selectionModel().selectionChanged.connect(self.chosen_changed)
        for changed in (self._sorted.rowsInserted, self._sorted.rowsRemoved, self._sorted.modelReset):
            changed.connect(self._recount)

    def _set_widths(self) -> None:
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.horizontalHeader().setSortIndicatorClearable(True)
        letter = self.fontMetrics().averageCharWidth()
        for at, column in enumerate(self.model.columns):
            title = self.view.fontMetrics().horizontalAdvance(column.title) + 5 * letter
            self.view.setColumnWidth(at, max(title, column.width * letter))

    def _fit_contents(self) -> None:
        """Give the columns without a width of their own what the first rows need."""
        widest = _WIDEST * self.fontMetrics().averageCharWidth()
        for at, column in enumerate(self.model.columns):
            if not column.width:
                needed = min(self.view.width_of_texts(at), widest)
                self.view.setColumnWidth(at, max(needed, self.view.columnWidth(at)))

    def _recount(self) -> None:
        shown, total = self._sorted.rowCount(), self.model.rowCount()
        if total and not self._fitted:
            self._fitted = True
            self._fit_contents()
        words = tr_n("{n} row", "{n} rows", total)
        self._count.setText(words if shown == total else f"{shown} / {words}")
        self._stack.setCurrentIndex(1 if total == 0 and self._stack.count() > 1 else 0)
        if self._whole_rows and shown and not self.view.selectionModel().hasSelection():
            self.view.go_to(max(0, self.view.currentIndex().row()))

    def _on_activated(self, index: Any) -> None:
        self.opened.emit(index.data(ROW_ROLE))
