from datetime import date

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass, calendar_of
from dutydesk.domain.dates import EARLIEST, LATEST, Period
from ui.i18n import CHINESE, set_language
from ui.roster.spans import View, period_of, stepped, title_of, view_text

DAY = date(2026, 9, 15)
FESTIVAL = [
    CalendarDay(date(2026, 10, number), LegalClass.STATUTORY_HOLIDAY, "国庆节") for number in (1, 2, 3)
]
SPRING = [CalendarDay(date(2026, 2, 17), LegalClass.STATUTORY_HOLIDAY, "春节")]
CALENDAR = calendar_of([*SPRING, *FESTIVAL], [2026])
GOLDEN = Period(date(2026, 10, 1), date(2026, 10, 3))


@pytest.mark.parametrize(
    ("view", "first", "last"),
    [
        (View.WEEK, date(2026, 9, 14), date(2026, 9, 20)),
        (View.MONTH, date(2026, 9, 1), date(2026, 9, 30)),
        (View.QUARTER, date(2026, 7, 1), date(2026, 9, 30)),
        (View.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
        (View.HOLIDAY, date(2026, 10, 1), date(2026, 10, 3)),
        (View.FREE, date(2026, 9, 1), date(2026, 9, 30)),
    ],
)
def test_a_view_shows_the_period_around_a_day(view, first, last):
    assert period_of(view, DAY, CALENDAR) == Period(first, last)


def test_after_the_last_holidays_the_last_ones_are_shown():
    assert period_of(View.HOLIDAY, date(2026, 11, 1), CALENDAR) == GOLDEN


def test_without_any_holidays_the_month_is_shown():
    assert period_of(View.HOLIDAY, DAY, calendar_of([], [])) == period_of(View.MONTH, DAY, CALENDAR)


@pytest.mark.parametrize("view", list(View))
def test_stepping_there_and_back_comes_home(view):
    here = GOLDEN if view is View.HOLIDAY else period_of(view, DAY, CALENDAR)
    there = stepped(view, here, -1, CALENDAR)
    assert there.last < here.first
    if view is not View.FREE:
        assert stepped(view, there, 1, CALENDAR) == here


def test_a_free_period_moves_by_its_own_length():
    ten = Period(date(2026, 11, 1), date(2026, 11, 10))
    assert stepped(View.FREE, ten, 1, CALENDAR) == Period(date(2026, 11, 11), date(2026, 11, 20))


def test_holidays_end_where_the_notices_end():
    assert stepped(View.HOLIDAY, GOLDEN, 1, CALENDAR) == GOLDEN


def test_nothing_lies_beyond_the_calendar():
    first, last = Period(EARLIEST, EARLIEST), Period(LATEST, LATEST)
    assert stepped(View.FREE, first, -1, CALENDAR) == first
    assert stepped(View.FREE, last, 1, CALENDAR) == last


@pytest.mark.parametrize(
    ("view", "words", "chinese"),
    [
        (View.MONTH, "Sep 2026", "2026年9月"),
        (View.WEEK, "Week 38 of 2026", "38"),
        (View.QUARTER, "Quarter 3 of 2026", "3"),
        (View.YEAR, "Year 2026", "2026"),
        (View.HOLIDAY, "国庆节", "国庆节"),
        (View.FREE, "1 Sep 2026 – 30 Sep", "2026年9月1日"),
    ],
)
def test_titles_name_the_period(view, words, chinese):
    period = period_of(view, DAY, CALENDAR)
    assert words in title_of(view, period, CALENDAR)
    set_language(CHINESE)
    assert chinese in title_of(view, period, CALENDAR)


def test_a_period_over_the_new_year_names_both_years():
    title = title_of(View.FREE, Period(date(2026, 12, 1), date(2027, 1, 31)), CALENDAR)
    assert "2026" in title
    assert "2027" in title


def test_every_view_has_a_word():
    assert len({view_text(view) for view in View}) == len(View)
