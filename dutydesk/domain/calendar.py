"""What each day is: its rotation class, its legal class and its festival (domain.md §4.3, §11)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from dutydesk.domain.dates import Period

SATURDAY = 5


class RotationClass(StrEnum):
    """Which queue pays for a duty on the day."""

    WORKDAY = "workday"
    RESTDAY = "restday"
    HOLIDAY = "holiday"


class LegalClass(StrEnum):
    """What a duty on the day is worth."""

    WORKDAY = "workday"
    ADJUSTED_WORKDAY = "adjusted_workday"
    WEEKEND = "weekend"
    HOLIDAY_WEEKEND = "holiday_weekend"
    ADJUSTED_REST = "adjusted_rest"
    STATUTORY_HOLIDAY = "statutory_holiday"


_ROTATION = {
    LegalClass.WORKDAY: RotationClass.WORKDAY,
    LegalClass.ADJUSTED_WORKDAY: RotationClass.WORKDAY,
    LegalClass.WEEKEND: RotationClass.RESTDAY,
    LegalClass.HOLIDAY_WEEKEND: RotationClass.HOLIDAY,
    LegalClass.ADJUSTED_REST: RotationClass.HOLIDAY,
    LegalClass.STATUTORY_HOLIDAY: RotationClass.HOLIDAY,
}


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day that differs from its weekday, by the notice or by hand; `festival` may be empty."""

    day: date
    legal: LegalClass
    festival: str = ""
    source: str = ""

    @property
    def rotation(self) -> RotationClass:
        """The queue that pays: a whole festival block counts as holiday."""
        return _ROTATION[self.legal]


@dataclass(frozen=True, slots=True)
class SensitivePeriod:
    """Days on which the office stands in greater strength (domain.md §3.2).

    `places` adds heads to every shift that stands the post: ((post id, heads), ...).
    """

    id: str
    period: Period
    reason: str
    places: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Calendar:
    """All days: the given ones, and weekdays and weekends for the rest.

    `noticed` are the years whose official notice is entered; other years are planned by weekends
    only and never guessed (domain.md §11.3).
    """

    days: Mapping[date, CalendarDay] = field(default_factory=dict)
    noticed: frozenset[int] = frozenset()

    def day(self, day: date) -> CalendarDay:
        """The class of one day; given days go before the weekday."""
        given = self.days.get(day)
        if given is not None:
            return given
        weekend = day.weekday() >= SATURDAY
        return CalendarDay(day, LegalClass.WEEKEND if weekend else LegalClass.WORKDAY)

    def unnoticed_years(self, period: Period) -> tuple[int, ...]:
        """The years of the period for which no official notice was entered."""
        years = range(period.first.year, period.last.year + 1)
        return tuple(year for year in years if year not in self.noticed)

    def holiday_block(self, day: date) -> Period | None:
        """The unbroken run of holidays around `day`, or None on any other day."""
        if self.day(day).rotation is not RotationClass.HOLIDAY:
            return None
        first = last = day
        while self.day(first - timedelta(days=1)).rotation is RotationClass.HOLIDAY:
            first -= timedelta(days=1)
        while self.day(last + timedelta(days=1)).rotation is RotationClass.HOLIDAY:
            last += timedelta(days=1)
        return Period(first, last)


def calendar_of(days: Iterable[CalendarDay], noticed: Iterable[int]) -> Calendar:
    """Make a calendar from its special days and the years whose notice is known."""
    return Calendar({each.day: each for each in days}, frozenset(noticed))
