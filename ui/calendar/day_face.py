"""What the year shows of each day: its ground, a festival's name, 班 or 休, and sensitive times hatched."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dutydesk.domain.calendar import Calendar, CalendarDay, LegalClass, RotationClass, SensitivePeriod
from dutydesk.domain.dates import Period
from ui.i18n import full_day, tr, tr_in, weekday
from ui.words.planning import legal_text


@dataclass(frozen=True)
class DayFace:
    """One day of the year as it is painted; `ground` is a ground of `ui.theme.Colours` by name."""

    ground: str
    label: str = ""
    mark: str = ""
    hatched: bool = False
    tip: str = ""


def whole_year(year: int) -> Period:
    """New Year to New Year's Eve."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def faces(year: int, calendar: Calendar, sensitive: Iterable[SensitivePeriod]) -> Mapping[date, DayFace]:
    """Every day of a year."""
    periods = tuple(sensitive)
    return {day: _face(day, calendar, periods) for day in whole_year(year)}


def counts(year: int, calendar: Calendar) -> Mapping[RotationClass, int]:
    """How many days of each class a year has."""
    found = [calendar.day(day).rotation for day in whole_year(year)]
    return {each: found.count(each) for each in RotationClass}


def _face(day: date, calendar: Calendar, sensitive: tuple[SensitivePeriod, ...]) -> DayFace:
    shown = calendar.day(day)
    reasons = [each.reason for each in sensitive if day in each.period]
    return DayFace(
        shown.rotation.value,
        _block(shown) if _block(shown) != _block(calendar.day(day - timedelta(days=1))) else "",
        _mark(shown),
        bool(reasons),
        "\n".join(_lines(shown, reasons)),
    )


def _block(day: CalendarDay) -> str:
    """The festival of a day off; 春节(除夕) and 春节 are one block."""
    return day.festival.partition("(")[0] if day.rotation is RotationClass.HOLIDAY else ""


def _mark(day: CalendarDay) -> str:
    """班 on a weekend that is worked, 休 on a weekday that is off."""
    if day.legal is LegalClass.ADJUSTED_WORKDAY:
        return tr_in("mark", "W")
    return tr_in("mark", "R") if day.legal is LegalClass.ADJUSTED_REST else ""


def _lines(day: CalendarDay, reasons: list[str]) -> Iterator[str]:
    yield f"{full_day(day.day)} {weekday(day.day)}"
    yield " ".join(filter(None, (legal_text(day.legal), day.festival)))
    for reason in reasons:
        yield tr("Sensitive: {reason}", reason=reason)


def counts_text(year: int, calendar: Calendar) -> str:
    """The days of a year by class in one line."""
    number = counts(year, calendar)
    return tr(
        "{workdays} working days, {restdays} rest days, {holidays} holidays",
        workdays=number[RotationClass.WORKDAY],
        restdays=number[RotationClass.RESTDAY],
        holidays=number[RotationClass.HOLIDAY],
    )
