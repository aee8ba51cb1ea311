"""The history of a record in a window of its own, opened by Ctrl+H or the right mouse button."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from dutydesk.domain.history import Search
from ui.history.change_view import ChangeView
from ui.i18n import tr
from ui.icons import icon
from ui.session import Session
from ui.widgets.room import give_room

_SIZE = (1080, 560)


class HistoryDialog(QDialog):
    """Who changed it, when, on whose behalf, what became what, and why."""

    def __init__(self, parent: QWidget, session: Session, search: Search) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.changes = ChangeView(session)
        self.changes.look_for(search)
        self.setWindowTitle(tr("History"))
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.changes.count)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addWidget(self.changes, 1)
        column.addLayout(foot)
        give_room(self, *_SIZE)
        self.changes.list.setFocus()


def show_history(parent: QWidget, session: Session, search: Search) -> None:
    """Show the changes of some records, of all of a table, or about one; nothing where none is meant."""
    if search.rows or search.tables or search.about:
        HistoryDialog(parent, session, search).open()


def add_history(view: QWidget, session: Session, search: Callable[[], Search]) -> None:
    """Put the history of what is selected into a widget's context menu; its key is the window's."""
    action = QAction(icon("history"), tr("History…"), view)
    action.triggered.connect(lambda: show_history(view, session, search()))
    view.addAction(action)


def of_rows(table: str, ids: Iterable[str]) -> Search:
    """The search for the changes of these records."""
    return Search(rows=tuple((table, each) for each in ids))
