"""A year of leave in one picture: coverage above, then a line for each person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen

from dutydesk.domain.calendar import Calendar, RotationClass
from dutydesk.domain.dates import Period, month_of
from dutydesk.domain.leave.coverage import Away
from ui.i18n import tr, tr_in
from ui.theme import Colours, colours, mixed

_LINE = 1.5  # lines of text that a row is high
_MONTHS = 12
_SOFT = 0.6  # of the colour of coverage, the rest is the ground


@dataclass(frozen=True)
class YearOfLeave:
    """What is painted: the people in order by id and name, who is away when, and how many are there."""

    period: Period
    people: tuple[tuple[str, str], ...]
    away: Mapping[tuple[str, date], Away]
    left: Mapping[date, int]
    calendar: Calendar
    today: date


class YearPlan:
    """Where things stand in the picture; the names take what the longest needs."""

    def __init__(self, year: YearOfLeave, metrics: QFontMetricsF, width: float) -> None:
        self.row = metrics.height() * _LINE
        names = [metrics.horizontalAdvance(name) for _, name in year.people]
        self.names = max([*names, metrics.horizontalAdvance(tr("Present"))]) + metrics.averageCharWidth() * 2
        self.day = max(width - self.names, 1.0) / len(year.period)
        self.rows = len(year.people)
        self._year = year

    @property
    def height(self) -> float:
        """Months, the line of coverage, and the people."""
        return self.row * (self.rows + 2)

    def cell(self, row: int, day: date) -> QRectF:
        """Where a day of a row stands; the months are row -2 and the coverage is row -1."""
        at = (day - self._year.period.first).days
        return QRectF(self.names + at * self.day, (row + 2) * self.row, self.day, self.row)

    def at(self, x: float, y: float) -> tuple[int, date] | None:
        """The row and the day at a point; None beside them."""
        row, column = int(y // self.row) - 2, int((x - self.names) // self.day)
        inside = -1 <= row < self.rows and 0 <= column < len(self._year.period)
        return (row, self._year.period.first + timedelta(days=column)) if inside else None


def paint_year(painter: QPainter, year: YearOfLeave, plan: YearPlan, palette: QPalette) -> None:
    """Paint the whole year."""
    tones = colours(palette)
    painter.fillRect(QRectF(0, 0, plan.names + plan.day * len(year.period), plan.height), tones.workday)
    _paint_rest_days(painter, year, plan, tones)
    for row, (person, name) in enumerate(year.people):
        _paint_name(painter, plan, row, name, tones)
        for day in year.period:
            away = year.away.get((person, day))
            if away is not None:
                box = plan.cell(row, day).adjusted(0, 2, 0, -2)
                box = box if away.whole else QRectF(box.x(), box.y(), box.width(), box.height() / 2)
                painter.fillRect(box, tones.accent if away.leave.is_away else tones.over)
    _paint_coverage(painter, year, plan, tones)
    _paint_months(painter, year, plan, tones)


def _paint_rest_days(painter: QPainter, year: YearOfLeave, plan: YearPlan, tones: Colours) -> None:
    grounds = {RotationClass.RESTDAY: tones.restday, RotationClass.HOLIDAY: tones.holiday}
    for day in year.period:
        ground = grounds.get(year.calendar.day(day).rotation)
        if ground is not None:
            box = plan.cell(0, day)
            painter.fillRect(QRectF(box.x(), box.y(), box.width(), plan.row * plan.rows), ground)


def _paint_name(painter: QPainter, plan: YearPlan, row: int, name: str, tones: Colours) -> None:
    top = (row + 2) * plan.row
    painter.setPen(tones.text)
    painter.drawText(QRectF(4, top, plan.names - 8, plan.row), Qt.AlignmentFlag.AlignVCenter, name)
    painter.setPen(QPen(tones.grid, 0))
    painter.drawLine(0, round(top), round(plan.names + plan.day * 400), round(top))


def _paint_coverage(painter: QPainter, year: YearOfLeave, plan: YearPlan, tones: Colours) -> None:
    """How many are there: the fuller the column, the more; the colour warns as it empties."""
    everybody = max(len(year.people), 1)
    for day in year.period:
        if year.calendar.day(day).rotation is RotationClass.WORKDAY:
            share = year.left[day] / everybody
            box = plan.cell(-1, day)
            tall = box.height() * share
            tone = mixed(mixed(tones.good, tones.error, share), tones.workday, _SOFT)
            painter.fillRect(QRectF(box.x(), box.bottom() - tall, box.width(), tall), tone)
    _paint_name(painter, plan, -1, tr("Present"), tones)


def _paint_months(painter: QPainter, year: YearOfLeave, plan: YearPlan, tones: Colours) -> None:
    for month in _months(year.period.first.year):
        box = plan.cell(-2, month.first)
        painter.setPen(QPen(tones.frame, 0))
        painter.drawLine(round(box.x()), 0, round(box.x()), round(plan.height))
        painter.setPen(tones.dim)
        wide = QRectF(box.x() + 3, 0, plan.day * len(month), plan.row)
        words = tr_in("calendar", "{month}", month=month.first.month)
        painter.drawText(wide, Qt.AlignmentFlag.AlignVCenter, words)
    if year.today in year.period:
        box = plan.cell(0, year.today)
        painter.fillRect(QRectF(box.x(), 0, max(box.width() / 2, 1.5), plan.height), tones.error)


def _months(year: int) -> Sequence[Period]:
    return [month_of(date(year, month, 1)) for month in range(1, _MONTHS + 1)]
