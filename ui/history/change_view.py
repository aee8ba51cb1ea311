"""The list of changes, and below it the fields of the one that is chosen, before and after."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dutydesk.domain.history import Search
from ui.history.change_model import ChangeModel
from ui.i18n import tr, tr_in, tr_n
from ui.session import Session
from ui.widgets.empty_state import EmptyState
from ui.widgets.table_model import Column, TableModel
from ui.widgets.table_view import TableView
from ui.words.entries import field_texts, record_text

FieldLine = tuple[str, str, str]
_WIDTHS = (14, 7, 7, 12, 10, 20, 60)  # characters
_FIELD_WIDTHS = (14, 30, 30)
_SHARES = (300, 200)


class ChangeView(QWidget):
    """Shows what a `Search` finds."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.model = ChangeModel(session)
        self.list = TableView(tr("Changes"), whole_rows=True)
        self.list.setModel(self.model)
        self.fields: TableModel[FieldLine] = TableModel(_field_columns(), lambda line: line[0])
        self.detail = TableView(tr("Fields of the change"), whole_rows=True)
        self.detail.setModel(self.fields)
        self._which = QLabel()
        self._which.setTextFormat(Qt.TextFormat.PlainText)
        self.count = QLabel()
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.selectionModel().currentRowChanged.connect(self._show_fields)

    def look_for(self, search: Search) -> None:
        """Show these changes, the newest one chosen."""
        self.model.look_for(search)
        found = self.model.wanted
        self.count.setText(tr_n("{n} change", "{n} changes", found))
        self._stack.setCurrentIndex(0 if found else 1)
        if found:
            self.list.selectRow(0)
        self._show_fields()

    def _lay_out(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for view, widths in ((self.list, _WIDTHS), (self.detail, _FIELD_WIDTHS)):
            for at, width in enumerate(widths):
                view.setColumnWidth(at, width * letter)
        below = QWidget()
        inner = QVBoxLayout(below)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.addWidget(self._which)
        inner.addWidget(self.detail)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.list)
        halves.addWidget(below)
        halves.setSizes(list(_SHARES))
        self._stack.addWidget(halves)
        self._stack.addWidget(
            EmptyState("history", tr("No changes"), tr("Nothing was entered, changed or removed here."))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)

    def _show_fields(self) -> None:
        row = self.list.currentIndex().row()
        if row < 0 or row >= self.model.rowCount():
            self.fields.set_rows([])
            self._which.setText("")
            return
        event, names = self.model.event_at(row), self.model.names()
        self._which.setText(record_text(event, names))
        self.fields.set_rows(field_texts(event, names))


def _field_columns() -> tuple[Column[FieldLine], ...]:
    return (
        Column("field", tr("Field"), lambda line: line[0]),
        Column("before", tr_in("change", "Before"), lambda line: line[1], tip=lambda line: line[1]),
        Column("after", tr_in("change", "After"), lambda line: line[2], tip=lambda line: line[2]),
    )
