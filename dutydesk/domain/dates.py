"""Days, periods and times of day as a duty room writes them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from dutydesk.errors import (
    NotADayError,
    NotAMonthError,
    NotATimeError,
    NotAWeekError,
    ReversedPeriodError,
)

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?")
_WEEK = re.compile(r"(\d{4})-?[Ww](\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"(\d{1,2})\s*[:：时]\s*(\d{1,2})?\s*分?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ReversedPeriodError(self.first.isoformat(), self.last.isoformat())

    def __iter__(self) -> Iterator[date]:
        for ordinal in range(self.first.toordinal(), self.last.toordinal() + 1):
            yield date.fromordinal(ordinal)

    def __len__(self) -> int:
        return self.last.toordinal() - self.first.toordinal() + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def meets(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


def parse_day(text: str) -> date:
    """Read 2026-11-16, 2026/11/16, 2026.11.16, 20261116 or 2026年11月16日; refuse 31 November and 1900."""
    plain = _plain(text)
    found = _DAY.fullmatch(plain) or _COMPACT.fullmatch(plain)
    day = _day_of(*found.groups()) if found else None
    if day is None:
        raise NotADayError(text)
    return day


def _plain(text: str) -> str:
    """Full-width digits and signs as plain ones."""
    return unicodedata.normalize("NFKC", text).strip()


def _day_of(year: str, month: str, number: str) -> date | None:
    try:
        day = date(int(year), int(month), int(number))
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def parse_time(text: str) -> time:
    """Read 8:00, 08:00 or 8时30分."""
    found = _TIME.fullmatch(_plain(text))
    if not found:
        raise NotATimeError(text)
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise NotATimeError(text) from None


def week_of(day: date) -> Period:
    """Monday to Sunday of the ISO week of `day`."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def parse_week(text: str) -> Period:
    """Read an ISO week such as 2026-W47."""
    found = _WEEK.fullmatch(_plain(text))
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        monday = None
    if monday is None or not EARLIEST <= monday <= LATEST:
        raise NotAWeekError(text)
    return week_of(monday)


def month_of(day: date) -> Period:
    """The first to the last day of the month of `day`."""
    first = day.replace(day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def parse_month(text: str) -> Period:
    """Read 2026-11, 2026/11, 2026.11 or 2026年11月."""
    found = _MONTH.fullmatch(_plain(text))
    first = _day_of(found[1], found[2], "1") if found else None
    if first is None:
        raise NotAMonthError(text)
    return month_of(first)
