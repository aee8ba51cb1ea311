from datetime import datetime

import pytest

from dutydesk.domain.leave import Half, LeaveState
from tests.builders import a_leave, day, days

MORNING, AFTERNOON = Half


@pytest.mark.parametrize(
    ("from_half", "to_half", "begins", "ends"),
    [
        (MORNING, AFTERNOON, "2026-11-19T00:00", "2026-11-23T00:00"),
        (AFTERNOON, AFTERNOON, "2026-11-19T12:00", "2026-11-23T00:00"),
        (MORNING, MORNING, "2026-11-19T00:00", "2026-11-22T12:00"),
        (AFTERNOON, MORNING, "2026-11-19T12:00", "2026-11-22T12:00"),
    ],
)
def test_a_leave_reaches_from_half_day_to_half_day(from_half, to_half, begins, ends):
    leave = a_leave("ann", "2026-11-19", "2026-11-22", from_half=from_half, to_half=to_half)
    assert leave.span() == (datetime.fromisoformat(begins), datetime.fromisoformat(ends))


@pytest.mark.parametrize(
    ("back", "last", "to_half"),
    [
        (("2026-11-20", MORNING), "2026-11-19", AFTERNOON),
        (("2026-11-20", AFTERNOON), "2026-11-20", MORNING),
        (("2026-11-23", MORNING), "2026-11-22", AFTERNOON),
        (("2026-11-27", MORNING), "2026-11-22", AFTERNOON),
    ],
)
def test_whoever_is_back_early_was_away_until_then_and_nobody_longer_than_allowed(back, last, to_half):
    leave = a_leave("ann", "2026-11-19", "2026-11-22", back=(day(back[0]), back[1]))
    taken = leave.taken()
    assert (taken.period, taken.to_half) == (days("2026-11-19", last), to_half)
    assert taken.span() == leave.span()


def test_half_days_that_touch_do_not_meet():
    leave = a_leave("ann", "2026-11-19", to_half=MORNING)
    assert not leave.meets(a_leave("bob", "2026-11-19", from_half=AFTERNOON))
    assert leave.meets(a_leave("bob", "2026-11-19"))


@pytest.mark.parametrize(
    ("state", "away", "asked"),
    [
        (LeaveState.DRAFT, False, False),
        (LeaveState.PENDING, False, True),
        (LeaveState.SENT_BACK, False, False),
        (LeaveState.APPROVED, True, True),
        (LeaveState.REFUSED, False, False),
        (LeaveState.REPORTED_BACK, True, True),
        (LeaveState.CANCELLED, False, False),
    ],
)
def test_only_what_was_approved_keeps_somebody_away(state, away, asked):
    leave = a_leave("ann", "2026-11-19", state=state)
    assert (leave.is_away, leave.is_asked) == (away, asked)
