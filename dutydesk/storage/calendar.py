"""Special days, noticed years and sensitive periods as rows; a day's id is its ISO text."""

import json
from datetime import date

from dutydesk.domain.calendar import CalendarDay, LegalClass, SensitivePeriod
from dutydesk.domain.dates import Period
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table


def _day_row(day: CalendarDay) -> Row:
    return {
        "id": day.day.isoformat(), "legal": day.legal.value, "festival": day.festival, "source": day.source,
    }  # fmt: skip


def _day(row: Row) -> CalendarDay:
    return CalendarDay(
        date.fromisoformat(row["id"]), LegalClass(row["legal"]), row["festival"], row["source"]
    )


def _year_row(year: tuple[int, str]) -> Row:
    return {"id": str(year[0]), "source": year[1]}


def _year(row: Row) -> tuple[int, str]:
    return int(row["id"]), row["source"]


def _sensitive_row(sensitive: SensitivePeriod) -> Row:
    period = sensitive.period
    return {
        "id": sensitive.id, "first": period.first.isoformat(), "last": period.last.isoformat(),
        "reason": sensitive.reason, "places": json.dumps(sensitive.places),
    }  # fmt: skip


def _sensitive(row: Row) -> SensitivePeriod:
    period = Period(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
    places = tuple((post, heads) for post, heads in json.loads(row["places"]))
    return SensitivePeriod(row["id"], period, row["reason"], places)


CALENDAR_DAYS = Table("calendar_day", _day_row, _day)
CALENDAR_YEARS = Table("calendar_year", _year_row, _year)
SENSITIVE_PERIODS = Table("sensitive_period", _sensitive_row, _sensitive, order="first")
