"""The office's calendar: special days by notice or by hand, and sensitive periods."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dutydesk.domain.accounts import Author
from dutydesk.domain.calendar import Calendar, CalendarDay, SensitivePeriod, calendar_of
from dutydesk.errors import ForeignYearError, MissingFieldError
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.calendar import CALENDAR_DAYS, CALENDAR_YEARS, SENSITIVE_PERIODS
from dutydesk.storage.store import Store


def calendar(store: Store) -> Calendar:
    """Every day's class, and the years whose notice is entered."""
    years = store.all(CALENDAR_YEARS)
    return calendar_of(store.all(CALENDAR_DAYS), (year for year, _ in years))


@dataclass(frozen=True, slots=True)
class Notice:
    """The official notice of one year: how many special days it names, and where it came from."""

    year: int
    source: str
    days: int


def notices(store: Store) -> tuple[Notice, ...]:
    """The notices that were entered, by year."""
    special = [each.day.year for each in store.all(CALENDAR_DAYS)]
    return tuple(Notice(year, source, special.count(year)) for year, source in store.all(CALENDAR_YEARS))


def sensitive_periods(store: Store) -> tuple[SensitivePeriod, ...]:
    """All sensitive periods, by their first day."""
    return store.all(SENSITIVE_PERIODS)


def save_days(store: Store, days: Iterable[CalendarDay], *, by: Author) -> Changes:
    """Change the class or festival of days by hand; a day that equals its weekday's rule is kept too."""
    with deed(store, by, "save_calendar_days") as act:
        for day in days:
            act.writing.put(CALENDAR_DAYS, day)
    return act.changes


def clear_days(store: Store, days: Iterable[date], *, by: Author) -> Changes:
    """Let days be what their weekday makes them, whatever was said of them before."""
    with deed(store, by, "clear_calendar_days") as act:
        for day in days:
            act.writing.remove(CALENDAR_DAYS, day.isoformat())
    return act.changes


def adopt_notice(store: Store, year: int, days: Iterable[CalendarDay], source: str, *, by: Author) -> Changes:
    """Enter the official notice of a year: its special days replace what the year had before.

    Refuses a notice without days, and one that names a day of another year.
    """
    given = {each.day: each for each in days}
    if not given:
        raise MissingFieldError("days")
    _refuse_foreign(year, given)
    with deed(store, by, "adopt_notice") as act:
        for old in store.all(CALENDAR_DAYS, "id between ? and ?", (f"{year}-01-01", f"{year}-12-31")):
            if old.day not in given:
                act.writing.remove(CALENDAR_DAYS, old.day.isoformat())
        for each in given.values():
            act.writing.put(CALENDAR_DAYS, each)
        act.writing.put(CALENDAR_YEARS, (year, source))
    return act.changes


def _refuse_foreign(year: int, days: Iterable[date]) -> None:
    foreign = next((day for day in days if day.year != year), None)
    if foreign:
        raise ForeignYearError(foreign.isoformat(), year)


def save_sensitive_periods(store: Store, periods: Iterable[SensitivePeriod], *, by: Author) -> Changes:
    """Add sensitive periods or change them, all or none; refuses one without a reason."""
    with deed(store, by, "save_sensitive_periods") as act:
        for period in periods:
            if not period.reason.strip():
                raise MissingFieldError("reason")
            act.writing.put(SENSITIVE_PERIODS, period)
    return act.changes


def remove_sensitive_periods(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove sensitive periods; planned duties stay until the next plan."""
    with deed(store, by, "remove_sensitive_periods") as act:
        for each in ids:
            act.writing.remove(SENSITIVE_PERIODS, each)
    return act.changes
