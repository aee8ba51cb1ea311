"""The records on which a candidate or a violation rests; each can be opened where it is kept."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from dutydesk.domain.history import Names, Search
from dutydesk.services import history
from dutydesk.services.grounds import grounds
from ui.history.dialog import show_history
from ui.i18n import tr
from ui.session import Session
from ui.words.noted import ground_text

_PAGES: Final[Mapping[str, str]] = {"incident": "incidents", "follow_up": "followups", "leave": "leave"}
"""The pages that show a record by its id; of any other its history is shown."""
_LINES = 4


class GroundList(QListWidget):
    """Enter or a double click opens the record's page, or its history where no page shows it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Records it rests on"))
        self.setToolTip(tr("Enter or a double click opens the record."))
        self._names: Names | None = None
        self.itemActivated.connect(self._open)
        session.changed.connect(self._forget)

    def show_records(self, records: Sequence[tuple[str, str]]) -> None:
        """List these records, each with who entered it when."""
        self.clear()
        for each in self._session.read(grounds, records):
            self._names = self._names or self._session.read(history.names)
            item = QListWidgetItem(ground_text(each, self._names))
            item.setData(Qt.ItemDataRole.UserRole, (each.table, each.row))
            self.addItem(item)
        self.setVisible(self.count() > 0)
        lines = min(self.count(), _LINES) * self.sizeHintForRow(0)
        self.setFixedHeight(lines + 2 * self.frameWidth() + 2)

    def texts(self) -> list[str]:
        """What is listed."""
        return [self.item(at).text() for at in range(self.count())]

    def _forget(self) -> None:
        self._names = None  # something may be called otherwise now

    def _open(self, item: QListWidgetItem) -> None:
        table, row = item.data(Qt.ItemDataRole.UserRole)
        if table in _PAGES:
            self._session.sought.emit(_PAGES[table], row)
        else:
            show_history(self, self._session, Search(rows=((table, row),)))
