"""A day to be typed or picked, as 2026-11-16."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit

from dutydesk.domain.dates import EARLIEST, LATEST


class DayEdit(QDateEdit):
    """Holds a `date` within the years that rosters know."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setDateRange(as_qdate(EARLIEST), as_qdate(LATEST))

    def day(self) -> date:
        """The day entered."""
        return as_date(self.date())

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(as_qdate(day))


def as_qdate(day: date) -> QDate:
    """A day for Qt."""
    return QDate(day.year, day.month, day.day)


def as_date(day: QDate) -> date:
    """A day from Qt."""
    return date(day.year(), day.month(), day.day())
