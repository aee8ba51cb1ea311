import pytest

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
