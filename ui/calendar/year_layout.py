"""Where the days of a year lie on a surface: twelve months of weeks from Monday to Sunday."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF

WEEKDAYS, WEEKS = 7, 6
_WIDE = 1.05  # width to height from which four months stand in a row

_BETWEEN = 0.4  # of the gap beside a month, between rows of months


@dataclass(frozen=True)
class YearLayout:
    """The places of one year on a surface of a size; `line` is the height of a line of text."""

    year: int
    width: float
    height: float
    line: float

    @property
    def across(self) -> int:
        """How many months stand in a row."""
        return 4 if self.width > _WIDE * self.height else 3

    def month(self, month: int) -> QRectF:
        """The place of a month, its heading included."""
        row, column = divmod(month - 1, self.across)
        gap = self.line
        width = (self.width - gap * (self.across - 1)) / self.across
        rows = 12 // self.across
        height = (self.height - gap * _BETWEEN * (rows - 1)) / rows
        return QRectF(column * (width + gap), row * (height + gap * _BETWEEN), width, height)

    def title(self, month: int) -> QRectF:
        """The line with the name of a month."""
        place = self.month(month)
        return QRectF(place.x(), place.y(), place.width(), self.line * 1.2)

    def weekday(self, month: int, number: int) -> QRectF:
        """The heading of a column of a month; 0 is Monday."""
        place, title = self.month(month), self.title(month)
        width = place.width() / WEEKDAYS
        return QRectF(place.x() + number * width, title.bottom(), width, self.line)

    def day(self, day: date) -> QRectF:
        """The cell of a day."""
        first = day.replace(day=1).weekday()
        week, weekday = divmod(first + day.day - 1, WEEKDAYS)
        head = self.weekday(day.month, weekday)
        height = (self.month(day.month).bottom() - head.bottom()) / WEEKS
        return QRectF(head.x(), head.bottom() + week * height, head.width(), height)

    def at(self, point: QPointF) -> date | None:
        """The day on a point of the surface."""
        month = next((each for each in range(1, 13) if self.month(each).contains(point)), None)
        if month is None:
            return None
        return next((day for day in self.days(month) if self.day(day).contains(point)), None)

    def days(self, month: int) -> Iterator[date]:
        """The days of a month."""
        day = date(self.year, month, 1)
        while day.month == month:
            yield day
            day += timedelta(days=1)
