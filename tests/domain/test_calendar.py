from datetime import timedelta

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass, RotationClass, calendar_of
from tests.builders import day, days, the_calendar

WORKDAY, RESTDAY, HOLIDAY = RotationClass
OFFICIAL = the_calendar()


@pytest.mark.parametrize(
    ("date", "legal", "rotation"),
    [
        ("2026-11-16", LegalClass.WORKDAY, WORKDAY),
        ("2026-11-21", LegalClass.WEEKEND, RESTDAY),
        ("2026-10-10", LegalClass.ADJUSTED_WORKDAY, WORKDAY),
        ("2026-10-11", LegalClass.WEEKEND, RESTDAY),
        ("2026-10-01", LegalClass.STATUTORY_HOLIDAY, HOLIDAY),
        ("2026-10-03", LegalClass.STATUTORY_HOLIDAY, HOLIDAY),
        ("2026-10-04", LegalClass.HOLIDAY_WEEKEND, HOLIDAY),
        ("2026-10-05", LegalClass.ADJUSTED_REST, HOLIDAY),
        ("2024-02-09", LegalClass.WORKDAY, WORKDAY),  # 除夕 was a plain Friday then
        ("2026-02-16", LegalClass.STATUTORY_HOLIDAY, HOLIDAY),
    ],
)
def test_what_a_day_is_follows_the_notice_before_the_weekday(date, legal, rotation):
    found = OFFICIAL.day(day(date))
    assert (found.legal, found.rotation) == (legal, rotation)


def test_a_year_without_notice_is_planned_by_its_weekends_and_said_to_be_so():
    february = days("2027-02-01", "2027-02-28")
    assert OFFICIAL.unnoticed_years(february) == (2027,)
    assert {OFFICIAL.day(each).rotation for each in february} == {WORKDAY, RESTDAY}
    assert [OFFICIAL.day(each).rotation is RESTDAY for each in february] == [
        each.weekday() >= 5 for each in february
    ]


def test_only_the_years_without_notice_are_named():
    assert OFFICIAL.unnoticed_years(days("2025-12-01", "2026-01-31")) == ()
    assert OFFICIAL.unnoticed_years(days("2023-12-31", "2028-01-01")) == (2023, 2027, 2028)


@pytest.mark.parametrize(
    ("within", "first", "last"),
    [
        ("2026-10-05", "2026-10-01", "2026-10-07"),
        ("2026-10-01", "2026-10-01", "2026-10-07"),
        ("2025-02-01", "2025-01-28", "2025-02-04"),
        ("2026-01-01", "2026-01-01", "2026-01-03"),
    ],
)
def test_a_holiday_block_is_the_unbroken_run_also_over_the_month(within, first, last):
    assert OFFICIAL.holiday_block(day(within)) == days(first, last)


@pytest.mark.parametrize("plain", ["2026-10-10", "2026-11-21", "2026-11-16"])
def test_other_days_are_in_no_block(plain):
    assert OFFICIAL.holiday_block(day(plain)) is None


def test_every_block_is_the_same_from_each_of_its_days_and_ends_at_other_days():
    for each in days("2024-01-01", "2026-12-31"):
        block = OFFICIAL.holiday_block(each)
        if block is None:
            continue
        assert all(OFFICIAL.holiday_block(within) == block for within in block)
        outside = (block.first - timedelta(days=1), block.last + timedelta(days=1))
        assert all(OFFICIAL.day(beside).rotation is not HOLIDAY for beside in outside)


@pytest.mark.parametrize(("year", "statutory"), [(2024, 11), (2025, 13), (2026, 13)])
def test_a_year_has_the_statutory_holidays_of_its_law(year, statutory):
    found = [OFFICIAL.day(each).legal for each in days(f"{year}-01-01", f"{year}-12-31")]
    assert found.count(LegalClass.STATUTORY_HOLIDAY) == statutory


def test_a_day_said_by_hand_goes_before_its_weekday():
    monday = day("2026-11-16")
    assert calendar_of([CalendarDay(monday, LegalClass.WEEKEND)], []).day(monday).rotation is RESTDAY
