from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.violations import (
    State,
    Step,
    Violation,
    appeal_until,
    standing_at,
    working_day_after,
)
from tests.builders import MONDAY, NOW, day, the_calendar

ONE = Violation(
    id="v", number=7, kind=ViolationKind.LATE, person="p1", at=NOW, day=MONDAY, what="迟到", due=100
)
COURSE = {
    State.REPORTED: {State.INFORMED, State.EXCUSED, State.DROPPED},
    State.INFORMED: {State.HEARD, State.VERIFIED, State.EXCUSED, State.DROPPED},
    State.HEARD: {State.HEARD, State.VERIFIED, State.EXCUSED, State.DROPPED},
    State.VERIFIED: {State.CONFIRMED, State.EXCUSED, State.DROPPED},
    State.CONFIRMED: {State.APPEALED, State.CANCELLED},
    State.APPEALED: {State.MAINTAINED, State.CHANGED, State.CANCELLED},
    State.MAINTAINED: {State.CANCELLED},
    State.CHANGED: {State.CANCELLED},
    State.EXCUSED: set(),
    State.DROPPED: set(),
    State.CANCELLED: set(),
}


@pytest.mark.parametrize("state", State)
def test_a_violation_takes_its_steps_in_order_and_skips_none(state):
    there = replace(ONE, state=state)
    assert {each for each in State if there.may_become(each)} == COURSE[state]
    assert there.title == "2026-007"


def test_what_waits_for_somebody_is_open():
    ends = {State.CONFIRMED, State.EXCUSED, State.DROPPED, State.MAINTAINED, State.CHANGED, State.CANCELLED}
    assert {each for each in State if not replace(ONE, state=each).is_open} == ends


def test_as_of_an_instant_the_newest_step_before_it_counts():
    reached = enumerate(((State.REPORTED, 0), (State.CONFIRMED, 100)), 1)
    steps = [
        Step(f"s{at}", "v", at, state, NOW + timedelta(days=at), "王敏", points=points)
        for at, (state, points) in reached
    ]
    assert standing_at(steps, NOW) == {}
    assert standing_at(reversed(steps), NOW + timedelta(days=2))["v"].state is State.REPORTED
    assert standing_at(steps, NOW + timedelta(days=3))["v"].points == 100


def test_the_window_counts_working_days_and_leaps_over_a_holiday():
    calendar = the_calendar()
    assert working_day_after(calendar, day("2026-11-20"), 5) == day("2026-11-27")
    assert working_day_after(calendar, day("2026-09-30"), 1) == day("2026-10-08")
    assert working_day_after(calendar, day("2026-10-09"), 1) == day("2026-10-10")  # a working Saturday
    told = replace(ONE, informed_on=day("2026-11-16"), confirmed_on=day("2026-11-20"))
    assert appeal_until(told, calendar, 5) == day("2026-11-27")
    assert appeal_until(ONE, calendar, 5) is None
