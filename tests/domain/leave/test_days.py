from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Half, LeaveType
from dutydesk.domain.leave.days import days_text, half_days
from tests.builders import a_leave, day, the_calendar

MORNING, AFTERNOON = Half
WORKING = LeaveType("annual", "年休假")
CALENDAR = LeaveType("maternity", "产假", calendar_days=True)


@pytest.mark.parametrize(
    ("first", "last", "halves"),
    [
        (("2026-11-19", MORNING), ("2026-11-22", AFTERNOON), 4),  # Thursday to Sunday
        (("2026-11-19", AFTERNOON), ("2026-11-23", MORNING), 4),
        (("2026-11-20", AFTERNOON), ("2026-11-20", AFTERNOON), 1),
        (("2026-11-21", MORNING), ("2026-11-22", AFTERNOON), 0),
        (("2026-09-30", MORNING), ("2026-10-10", AFTERNOON), 8),  # a week of holidays and a working Saturday
    ],
)
def test_only_working_days_count_by_the_official_calendar(first, last, halves):
    leave = a_leave("ann", first[0], last[0], from_half=first[1], to_half=last[1])
    assert half_days(leave, WORKING, the_calendar()) == halves


def test_a_kind_that_is_counted_by_the_calendar_counts_every_day():
    assert half_days(a_leave("ann", "2026-11-19", "2026-11-22"), CALENDAR, the_calendar()) == 8


def test_what_was_not_taken_is_not_counted():
    leave = a_leave("ann", "2026-11-16", "2026-11-20", back=(day("2026-11-18"), AFTERNOON))
    assert half_days(leave, WORKING, the_calendar()) == 5


@pytest.mark.parametrize(("halves", "text"), [(0, "0"), (1, "0.5"), (5, "2.5"), (30, "15")])
def test_half_days_are_said_as_days(halves, text):
    assert days_text(halves) == text


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from((WORKING, CALENDAR)))
def test_a_leave_taken_in_two_parts_takes_as_many_days_as_in_one(one, other, kind):
    first, last = sorted((one, other))
    whole = between(0, last + 1)
    parts = (between(0, first + 1), between(first + 1, last + 1)) if first < last else (whole,)
    count = [half_days(each, kind, the_calendar()) for each in parts]
    assert sum(count) == half_days(whole, kind, the_calendar())


def between(begins, ends):
    """A leave over half days counted from the morning of 25 September, `ends` left out."""
    start = day("2026-09-25")
    last = ends - 1
    period = Period(start + timedelta(days=begins // 2), start + timedelta(days=last // 2))
    return a_leave(
        "ann",
        start,
        period=period,
        from_half=AFTERNOON if begins % 2 else MORNING,
        to_half=AFTERNOON if last % 2 else MORNING,
    )
