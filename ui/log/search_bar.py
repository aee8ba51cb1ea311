"""What the log is searched by: words or initials, days, kind, and whether anything is still open."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.log import LogKind, LogSearch
from ui.clock import OFFICE_ZONE
from ui.editing import reading
from ui.i18n import tr
from ui.words.log import kind_text

_MOST, _DAY_WIDTH = 200, 11  # entries, characters


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
        self.first, self.last = self._day(tr("From")), self._day(tr("To"))
        self.open_only = QCheckBox(tr("Only what is still open"))
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        self.kinds.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.open_only.toggled.connect(lambda _on: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        for each in (self.first, QLabel("–"), self.last, self.kinds):
            row.addWidget(each)
        row.addWidget(self.open_only)

    def asked(self, recent: datetime) -> LogSearch:
        """The search; what happened since `recent` where nothing is looked for. Refuses what is no day."""
        text, kind = self.words.text().strip(), self.kinds.currentData()
        first, last = reading.past_day(self.first.text()), reading.past_day(self.last.text(), end=True)
        searching = bool(text or kind or first or last or self.open_only.isChecked())
        since = _midnight(first) if first else None
        return LogSearch(
            text,
            frozenset([LogKind(kind)] if kind else []),
            since if searching else recent,
            _midnight(last + timedelta(days=1)) if last else None,
            open_only=self.open_only.isChecked(),
            limit=_MOST,
        )

    def _day(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.setToolTip(tr("A day such as 2026-11-20, or a month such as 2026-11"))
        line.setClearButtonEnabled(True)
        line.setFixedWidth(_DAY_WIDTH * self.fontMetrics().horizontalAdvance("0"))
        line.editingFinished.connect(self.changed)
        return line


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), OFFICE_ZONE)
