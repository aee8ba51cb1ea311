"""Which days to plan: one of the usual periods, or any two days."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QWidget

from dutydesk.domain.dates import EARLIEST, LATEST, Period
from ui.first_run.first_period import choices
from ui.i18n import language, tr


class PeriodChoice(QWidget):
    """Shows the name of a period and its two ends; `changed` says that either end is another."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.usual = choices(today)
        self.name = QComboBox()
        self.first, self.last = QDateEdit(), QDateEdit()
        self._lay_out()
        self.choose(0)
        self.name.activated.connect(self.choose)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._on_day)

    def period(self) -> Period:
        """The days asked for, whichever end comes first."""
        return Period(*sorted((_day(self.first), _day(self.last))))

    def choose(self, at: int) -> None:
        """Take one of the usual periods by its place; the last line of the list means none of them."""
        if at < len(self.usual):
            period = self.usual[at].period
            self.first.setDate(_shown(period.first))
            self.last.setDate(_shown(period.last))

    def _on_day(self) -> None:
        """Name the days if they have a name."""
        known = [each.period for each in self.usual]
        period = self.period()
        self.name.setCurrentIndex(known.index(period) if period in known else len(known))
        self.changed.emit()

    def _lay_out(self) -> None:
        self.name.addItems([*(each.word for each in self.usual), tr("Other days")])
        self.name.setAccessibleName(tr("Days to plan"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.name)
        for edit, word in ((self.first, tr("From")), (self.last, tr("To"))):
            edit.setCalendarPopup(True)
            edit.setLocale(QLocale(language()))
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setDateRange(_shown(EARLIEST), _shown(LATEST))
            edit.setAccessibleName(word)
            row.addWidget(QLabel(word))
            row.addWidget(edit)
        row.addStretch(1)


def _day(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())


def _shown(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
