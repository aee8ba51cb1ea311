from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.dates import (
    EARLIEST,
    LATEST,
    Period,
    month_of,
    parse_day,
    parse_month,
    parse_time,
    parse_week,
    week_of,
)
from dutydesk.errors import NotADayError, NotAMonthError, NotATimeError, NotAWeekError, ReversedPeriodError
from tests.builders import day, days

a_day = st.dates(date(2000, 1, 3), LATEST - timedelta(days=31))


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-06", "2026-11-6", "2026/11/06", "2026.11.6", "20261106", "2026年11月6日", "2026年11月06",
        "２０２６－１１－０６", "２０２６年１１月６日", "  2026-11-06 ", "2026 - 11 - 06",
    ],
)  # fmt: skip
def test_a_day_is_read_as_offices_write_it(text):
    assert parse_day(text) == date(2026, 11, 6)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-0", "1900-01-01", "1999-12-31",
        "2100-01-01", "0000-00-00", "", " ", "today", "2026-11", "2026-11-16T08:00", "16.11.2026", "46342",
        "2026111", "2026-11-16日本", "-2026-11-16", "2026-111-6",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_as_it_was_written(text):
    with pytest.raises(NotADayError) as refused:
        parse_day(text)
    assert refused.value.text == text


@given(st.dates(EARLIEST, LATEST))
def test_every_day_that_is_written_is_read_again(some):
    assert parse_day(some.isoformat()) == parse_day(f"{some:%Y%m%d}") == some
    assert parse_day(f"{some.year}年{some.month}月{some.day}日") == some


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8:00", time(8)), ("08:05", time(8, 5)), ("23:59", time(23, 59)), ("8时", time(8)),
        ("8时30分", time(8, 30)), ("１７：３０", time(17, 30)), (" 0:00 ", time(0)),
    ],
)  # fmt: skip
def test_a_time_is_read_as_offices_write_it(text, moment):
    assert parse_time(text) == moment


@pytest.mark.parametrize("text", ["24:00", "8:60", "8", "", "noon", "8:00:00", "-1:00"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(NotATimeError) as refused:
        parse_time(text)
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-W47", "2026-11-16", "2026-11-22"),
        ("2026w01", "2025-12-29", "2026-01-04"),
        ("2026-W53", "2026-12-28", "2027-01-03"),
        (" ２０２６－Ｗ４７ ", "2026-11-16", "2026-11-22"),
    ],
)
def test_a_week_may_reach_into_another_year(text, first, last):
    assert parse_week(text) == days(first, last)


@pytest.mark.parametrize(
    "text", ["2025-W53", "2026-W00", "2026-W54", "1900-W10", "2026-47", "W47", "", "0-W1"]
)
def test_what_is_no_week_is_refused(text):
    with pytest.raises(NotAWeekError) as refused:
        parse_week(text)
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("2024/2", "2024-02-01", "2024-02-29"),
        ("2026年12月", "2026-12-01", "2026-12-31"),
        ("２０２６－０１", "2026-01-01", "2026-01-31"),
        ("2099-12", "2099-12-01", "2099-12-31"),
    ],
)
def test_a_month_is_read(text, first, last):
    assert parse_month(text) == days(first, last)


@pytest.mark.parametrize("text", ["2026-13", "1900-01", "2026", "", "November", "2026-11-16"])
def test_what_is_no_month_is_refused_as_it_was_written(text):
    with pytest.raises(NotAMonthError) as refused:
        parse_month(text)
    assert refused.value.text == text


@given(a_day)
def test_a_week_is_seven_days_from_a_monday_and_a_month_is_its_days(some):
    week, month = week_of(some), month_of(some)
    assert (len(week), week.first.weekday(), some in week) == (7, 0, True)
    assert {each.month for each in month} == {some.month}
    assert month.first.day == 1
    assert (month.last + timedelta(days=1)).day == 1
    assert parse_week("{}-W{:02}".format(*some.isocalendar()[:2])) == week


@given(a_day, st.integers(1, 40), st.integers(-50, 50))
def test_a_period_is_its_days(first, length, shift):
    period = days(first, length)
    assert len(period) == len(list(period)) == length
    assert [each in period for each in (first, period.last, first - timedelta(days=1))] == [True, True, False]
    if first.toordinal() + shift >= EARLIEST.toordinal():
        other = days(first + timedelta(days=shift), 10)
        assert period.meets(other) == other.meets(period) == bool(set(period) & set(other))


def test_a_reversed_period_is_refused():
    with pytest.raises(ReversedPeriodError) as refused:
        Period(day("2026-11-02"), day("2026-11-01"))
    assert (refused.value.first, refused.value.last) == ("2026-11-02", "2026-11-01")
