"""What the log is searched by: words or initials, kind, and whether anything is still open."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from dutydesk.domain.log import LogKind, LogSearch
from ui.i18n import tr
from ui.words.log import kind_text

_MOST = 200


class SearchBar(QWidget):
    """`changed` says that something else is looked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(tr("Search the log of all years: any words, or a person's initials"))
        self.words.setAccessibleName(tr("Search the log"))
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(tr("Only this kind"))
        self.kinds.addItem(tr("All kinds"), "")
        for kind in LogKind:
            self.kinds.addItem(kind_text(kind), kind.value)
        self.open_only = QCheckBox(tr("Only what is still open"))
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        self.kinds.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.open_only.toggled.connect(lambda _on: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.kinds)
        row.addWidget(self.open_only)

    def asked(self, recent: datetime) -> LogSearch:
        """The search; what happened since `recent` where nothing is looked for."""
        text, kind = self.words.text().strip(), self.kinds.currentData()
        searching = bool(text or kind or self.open_only.isChecked())
        return LogSearch(
            text,
            frozenset([LogKind(kind)] if kind else []),
            None if searching else recent,
            open_only=self.open_only.isChecked(),
            limit=_MOST,
        )
