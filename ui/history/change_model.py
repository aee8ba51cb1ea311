"""The changes that are looked for, newest first; they are read as far as somebody scrolls."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from dutydesk.domain.history import Event, Names, Search
from dutydesk.services import history
from ui.clock import local
from ui.i18n import tr
from ui.session import Session
from ui.widgets.table_model import ROW_ROLE
from ui.words.deeds import deed_text
from ui.words.entries import change_text, record_text

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ChangeModel(QAbstractTableModel):
    """One change a row; `wanted` counts all, of which only the first pages are read at first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._search = Search()
        self._events: list[Event] = []
        self._texts = _texts(self.names)
        self._titles = _titles()
        self._names = Names({})
        self.wanted = 0

    def names(self) -> Names:
        """What the records are called."""
        return self._names

    def look_for(self, search: Search) -> None:
        """Show these changes, read anew."""
        self.beginResetModel()
        self._search = search
        self._names = self._session.read(history.names)
        self.wanted = self._session.read(history.count, search)
        self._events = list(self._read(None))
        self.endResetModel()

    def event_at(self, row: int) -> Event:
        """The change in a row."""
        return self._events[row]

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._events) < self.wanted

    @override
    def fetchMore(self, parent: Index) -> None:
        more = self._read(self._events[-1] if self._events else None)
        if not more:
            self.wanted = len(self._events)
            return
        first = len(self._events)
        self.beginInsertRows(_ROOT, first, first + len(more) - 1)
        self._events += more
        self.endInsertRows()

    def _read(self, after: Event | None) -> tuple[Event, ...]:
        return self._session.read(history.page, self._search, viewer=self._session.person, after=after)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._events)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        event = self._events[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._texts[index.column()](event)
        return event if role == ROW_ROLE else None


def _titles() -> tuple[str, ...]:
    return tr("When"), tr("Who"), tr("For whom"), tr("Deed"), tr("Why"), tr("Record"), tr("What became what")


def _texts(names: Callable[[], Names]) -> tuple[Callable[[Event], str], ...]:
    return (
        lambda event: f"{local(event.at):%Y-%m-%d %H:%M:%S}",
        lambda event: event.actor,
        lambda event: event.on_behalf_of,
        lambda event: deed_text(event.deed),
        lambda event: event.reason,
        lambda event: record_text(event, names()),
        lambda event: change_text(event, names()),
    )
