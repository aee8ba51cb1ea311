"""Which days the roster shows at once, and what lies before and after them."""

from datetime import date, timedelta
from enum import StrEnum

from dutydesk.domain.calendar import Calendar
from dutydesk.domain.dates import EARLIEST, LATEST, Period, month_of, week_of
from ui.i18n import full_day, long_day, long_month, tr

_FAR = timedelta(days=400)  # the next holiday block of a noticed year is never farther
_MONTHS = 3  # of a quarter


class View(StrEnum):
    """How much of the roster is on screen; FREE is any period somebody chose."""

    WEEK = "week"
    MONTH = "month"
    HOLIDAY = "holiday"
    QUARTER = "quarter"
    YEAR = "year"
    FREE = "free"


def view_text(view: View) -> str:
    """The word on the view's button."""
    words = {
        View.WEEK: tr("Week"),
        View.MONTH: tr("Month"),
        View.HOLIDAY: tr("Holiday block"),
        View.QUARTER: tr("Quarter"),
        View.YEAR: tr("Year"),
        View.FREE: tr("Free period"),
    }
    return words[view]


def period_of(view: View, day: date, calendar: Calendar) -> Period:
    """The period of a view that holds `day`; for holidays the next block, else the last, else the month."""
    match view:
        case View.WEEK:
            return week_of(day)
        case View.MONTH | View.FREE:
            return month_of(day)
        case View.HOLIDAY:
            return _block(day, 1, calendar) or _block(day, -1, calendar) or month_of(day)
        case View.QUARTER:
            return _quarter(day)
        case View.YEAR:
            return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def stepped(view: View, period: Period, step: int, calendar: Calendar) -> Period:
    """The period before (-1) or after (1); the same one at the end of the calendar or of known holidays."""
    edge = period.first - timedelta(days=1) if step < 0 else period.last + timedelta(days=1)
    if not EARLIEST <= edge <= LATEST:
        return period
    if view is View.HOLIDAY:
        return _block(edge, step, calendar) or period
    if view is View.FREE:
        moved = timedelta(days=len(period) * step)
        return Period(max(period.first + moved, EARLIEST), min(period.last + moved, LATEST))
    return period_of(view, edge, calendar)


def title_of(view: View, period: Period, calendar: Calendar) -> str:
    """The heading of a period: 2026年11月, 国庆节 10月1日–10月7日."""
    first, last = period.first, period.last
    match view:
        case View.MONTH:
            return long_month(first)
        case View.WEEK:
            year, week, _ = first.isocalendar()
            days = tr("{first} – {last}", first=long_day(first), last=long_day(last))
            return tr("Week {week} of {year}, {days}", week=week, year=year, days=days)
        case View.QUARTER:
            return tr("Quarter {quarter} of {year}", quarter=(first.month + 2) // _MONTHS, year=first.year)
        case View.YEAR:
            return tr("Year {year}", year=first.year)
        case View.HOLIDAY | View.FREE:
            days = tr("{first} – {last}", first=full_day(first), last=long_day(last))
            if first.year != last.year:
                days = tr("{first} – {last}", first=full_day(first), last=full_day(last))
            names = dict.fromkeys(filter(None, (calendar.day(day).festival for day in period)))
            festival = tr(", ").join(names) if view is View.HOLIDAY else ""
            return f"{festival}　{days}" if festival else days


def _block(day: date, step: int, calendar: Calendar) -> Period | None:
    """The holiday block at a day, or the nearest one from there on in one direction."""
    end = min(day + _FAR, LATEST) if step > 0 else max(day - _FAR, EARLIEST)
    while day != end:
        block = calendar.holiday_block(day)
        if block is not None:
            return block
        day += timedelta(days=step)
    return None


def _quarter(day: date) -> Period:
    first = date(day.year, day.month - (day.month - 1) % _MONTHS, 1)
    return Period(first, month_of(first + timedelta(days=70)).last)
