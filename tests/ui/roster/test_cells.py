from datetime import date

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass, SensitivePeriod
from dutydesk.domain.dates import Period
from dutydesk.services import roster
from dutydesk.services.calendar import adopt_notice, save_sensitive_periods
from tests.invented import BY
from ui.roster.cells import Ground, day_lines, spoken_day

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 12))


@pytest.fixture
def lines(store):
    days = [
        CalendarDay(date(2026, 10, 1), LegalClass.STATUTORY_HOLIDAY, "国庆节"),
        CalendarDay(date(2026, 10, 2), LegalClass.ADJUSTED_REST, "国庆节"),
        CalendarDay(date(2026, 10, 10), LegalClass.ADJUSTED_WORKDAY, "国庆节"),
    ]
    adopt_notice(store, 2026, days, "国办发明电", by=BY)
    meeting = SensitivePeriod("m", Period(date(2026, 10, 5), date(2026, 10, 6)), "重要会议")
    save_sensitive_periods(store, [meeting], by=BY)
    grid = roster.grid(store, OCTOBER)
    return {line.day.day: line for line in day_lines(grid, date(2026, 10, 7))}


def test_each_class_has_its_tint(lines):
    assert lines[1].ground == lines[2].ground == Ground.HOLIDAY
    assert lines[3].ground == Ground.RESTDAY
    assert lines[10].ground == lines[5].ground == Ground.WORKDAY


def test_the_festival_stands_for_the_weekday_on_its_own_days_only(lines):
    assert lines[1].festival == "国庆节"
    assert lines[2].festival == ""


def test_exchanged_days_are_marked(lines):
    assert [lines[day].exchanged for day in (1, 2, 5, 10)] == ["off", "off", "", "work"]


def test_today_goes_before_the_class(lines):
    assert lines[7].today
    assert lines[7].shade == Ground.TODAY


def test_a_sensitive_day_says_why(lines):
    assert lines[5].sensitive == "重要会议"
    assert lines[7].sensitive == ""
    assert "重要会议" in spoken_day(lines[5])


def test_a_week_ends_on_sunday(lines):
    assert [day for day, line in lines.items() if line.week_ends] == [4, 11]
