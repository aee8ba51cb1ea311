"""The office's calendar: special days by notice or by hand, and sensitive periods."""

from collections.abc import Iterable

from dutydesk.domain.accounts import Author
from dutydesk.domain.calendar import Calendar, CalendarDay, SensitivePeriod, calendar_of
from dutydesk.errors import MissingFieldError
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.calendar import CALENDAR_DAYS, CALENDAR_YEARS, SENSITIVE_PERIODS
from dutydesk.storage.store import Store


def calendar(store: Store) -> Calendar:
    """Every day's class, and the years whose notice is entered."""
    years = store.all(CALENDAR_YEARS)
    return calendar_of(store.all(CALENDAR_DAYS), (year for year, _ in years))


def sensitive_periods(store: Store) -> tuple[SensitivePeriod, ...]:
    """All sensitive periods, by their first day."""
    return store.all(SENSITIVE_PERIODS)


def save_days(store: Store, days: Iterable[CalendarDay], *, by: Author) -> Changes:
    """Change the class or festival of days by hand; a day that equals its weekday's rule is kept too."""
    with deed(store, by, "save_calendar_days") as act:
        for day in days:
            act.writing.put(CALENDAR_DAYS, day)
    return act.changes


def adopt_notice(store: Store, year: int, days: Iterable[CalendarDay], source: str, *, by: Author) -> Changes:
    """Enter the official notice of a year: its special days replace what the year had before."""
    given = {each.day: each for each in days}
    with deed(store, by, "adopt_notice") as act:
        for old in store.all(CALENDAR_DAYS, "id between ? and ?", (f"{year}-01-01", f"{year}-12-31")):
            if old.day not in given:
                act.writing.remove(CALENDAR_DAYS, old.day.isoformat())
        for each in given.values():
            act.writing.put(CALENDAR_DAYS, each)
        act.writing.put(CALENDAR_YEARS, (year, source))
    return act.changes


def save_sensitive_period(store: Store, period: SensitivePeriod, *, by: Author) -> Changes:
    """Add a sensitive period or change it; refuses one without a reason."""
    if not period.reason.strip():
        raise MissingFieldError("reason")
    with deed(store, by, "save_sensitive_period") as act:
        act.writing.put(SENSITIVE_PERIODS, period)
    return act.changes


def remove_sensitive_period(store: Store, period_id: str, *, by: Author) -> Changes:
    """Remove a sensitive period; planned duties stay until the next plan."""
    with deed(store, by, "remove_sensitive_period") as act:
        act.writing.remove(SENSITIVE_PERIODS, period_id)
    return act.changes
