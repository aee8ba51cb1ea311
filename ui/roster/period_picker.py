"""A small calendar to jump to any day, and two days for a period of one's own."""

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.dates import EARLIEST, LATEST, Period
from ui.i18n import language, tr
from ui.roster.day_edit import DayEdit, as_date, as_qdate


class PeriodPicker(QFrame):
    """Hangs below a button; `day_picked` and `period_picked` say what was chosen."""

    day_picked = Signal(object)
    period_picked = Signal(object)

    def __init__(self, parent: QWidget, period: Period) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(language()))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setDateRange(as_qdate(EARLIEST), as_qdate(LATEST))
        self.calendar.setSelectedDate(as_qdate(period.first))
        self.calendar.clicked.connect(self._on_day)
        self.calendar.activated.connect(self._on_day)
        self.first, self.last = DayEdit(tr("From")), DayEdit(tr("To"))
        self.first.set_day(period.first)
        self.last.set_day(period.last)
        self.show_period = QPushButton(tr("Show"))
        self.show_period.clicked.connect(self._on_period)
        row = QHBoxLayout()
        for part in (QLabel(tr("From")), self.first, QLabel(tr("to")), self.last, self.show_period):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.addWidget(self.calendar)
        column.addLayout(row)

    def show_below(self, widget: QWidget) -> None:
        """Appear under a widget."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height())))
        self.show()
        self.calendar.setFocus()

    def _on_day(self, day: QDate) -> None:
        self.close()
        self.day_picked.emit(as_date(day))

    def _on_period(self) -> None:
        first, last = sorted((self.first.day(), self.last.day()))
        self.close()
        self.period_picked.emit(Period(first, last))
