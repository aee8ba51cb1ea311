from datetime import date

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.lists.calendar import understand_calendar
from dutydesk.domain.lists.table import Refused, Table, Why


def calendar(*rows, heading=("日期", "星期", "类别", "节日", "来源")):
    return understand_calendar(Table("放假安排", (heading, *rows)))


@pytest.mark.parametrize(
    ("word", "legal"),
    [
        ("statutory_holiday", LegalClass.STATUTORY_HOLIDAY),
        ("法定节假日", LegalClass.STATUTORY_HOLIDAY),
        ("adjusted_rest", LegalClass.ADJUSTED_REST),
        ("调休放假", LegalClass.ADJUSTED_REST),
        ("节假日周末", LegalClass.HOLIDAY_WEEKEND),
        ("调休上班", LegalClass.ADJUSTED_WORKDAY),
        ("周末", LegalClass.WEEKEND),
    ],
)
def test_kinds_in_both_languages(word, legal):
    found = calendar(("2027年1月1日", "星期五", word, "元旦", "通知"))
    assert found.rows == ((2, CalendarDay(date(2027, 1, 1), legal, "元旦", "通知")),)


@pytest.mark.parametrize(
    ("row", "why", "text"),
    [
        (("2027-11-31", "", "周末"), Why.BAD_DAY, "2027-11-31"),
        (("1999-10-01", "", "周末"), Why.BAD_DAY, "1999-10-01"),
        (("2027-10-01", "六", "周末"), Why.WRONG_WEEKDAY, "六"),
        (("2027-10-01", "周五", "放假"), Why.UNKNOWN_KIND, "放假"),
        (("2027-01-01", "5", "周末"), Why.DUPLICATE, "2"),
    ],
)
def test_refused_rows(row, why, text):
    found = calendar(("2027-01-01", "Fri", "周末"), row)
    assert found.refused == (Refused("放假安排", 3, why, text),)


def test_a_year_is_noticed_when_new_year_and_national_day_are_named():
    whole = calendar(("2027-01-01", "", "法定节假日", "", "甲"), ("2027-10-01", "", "法定节假日", "", "乙"))
    part = calendar(("2027-01-01", "", "法定节假日", "", "甲"), ("2028-10-01", "", "法定节假日", "", "乙"))
    assert whole.noticed_years() == ((2027, "乙"),)
    assert part.noticed_years() == ()


def test_no_calendar():
    assert calendar(heading=("日期", "星期", "天气")) is None
