from datetime import time

import pytest

from dutydesk.domain.leave import Half
from dutydesk.domain.leave.duties import Waiver, duties_inside, unsettled
from tests.builders import a_duty, a_leave, a_shift

SHIFTS = {
    each.id: each
    for each in (
        a_shift(),
        a_shift(id="night", starts=time(17), ends=time(8, 30)),
        a_shift(id="noon", starts=time(11, 50), ends=time(13)),
        a_shift(id="morning", starts=time(8), ends=time(12)),
    )
}
LEAVE = a_leave("ann", "2026-11-19", "2026-11-22")


@pytest.mark.parametrize(
    ("on", "shift", "inside"),
    [
        ("2026-11-17", "full_day", False),
        ("2026-11-18", "full_day", True),  # lasts until the first morning of the leave
        ("2026-11-18", "night", True),
        ("2026-11-18", "noon", False),
        ("2026-11-22", "night", True),
        ("2026-11-23", "morning", False),
    ],
)
def test_a_duty_is_inside_when_any_of_its_time_is(on, shift, inside):
    duty = a_duty("ann", on, shift=shift)
    assert duties_inside([duty], SHIFTS, LEAVE) == ((duty,) if inside else ())


def test_half_days_count():
    afternoon = a_leave("ann", "2026-11-19", from_half=Half.AFTERNOON)
    morning, noon = (a_duty("ann", "2026-11-19", shift=shift) for shift in ("morning", "noon"))
    assert duties_inside([morning, noon], SHIFTS, afternoon) == (noon,)


def test_what_somebody_else_stands_is_no_duty_of_the_one_who_leaves():
    covered = a_duty("ann", "2026-11-20", actual="bob")
    taken = a_duty("bob", "2026-11-21", actual="ann")
    assert duties_inside([taken, covered], SHIFTS, LEAVE) == (taken,)


def test_waived_duties_are_settled():
    first, second = a_duty("ann", "2026-11-20"), a_duty("ann", "2026-11-22")
    waived = Waiver("w", LEAVE.id, first.place, "会议提前结束", "chief")
    assert unsettled((first, second), [waived]) == (second,)
