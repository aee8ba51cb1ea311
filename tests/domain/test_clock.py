from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.clock import MIDNIGHT, gaps, stood
from dutydesk.domain.duties import Places, ShiftType
from dutydesk.domain.presets import PresetKind, preset

MONDAY = date(2026, 11, 16)
WORKDAY, RESTDAY, HOLIDAY = RotationClass


def drawn(stretches):
    return [
        f"{each.begins // 60:02}:{each.begins % 60:02}-{each.ends // 60:02}:{each.ends % 60:02}"
        for each in stretches
    ]


@pytest.mark.parametrize("rotation", RotationClass)
@pytest.mark.parametrize("kind", [PresetKind.FULL_DAY, PresetKind.DAY_NIGHT, PresetKind.WEEKLY])
def test_a_pattern_round_the_clock_leaves_no_gap(kind, rotation):
    assert gaps(stood(preset(kind, str).shifts, rotation, MONDAY)) == ()


def test_a_pattern_around_office_hours_leaves_the_office_hours():
    shifts = preset(PresetKind.GAPS, str).shifts
    assert drawn(gaps(stood(shifts, WORKDAY, MONDAY))) == ["09:00-11:50", "13:00-17:00"]
    assert gaps(stood(shifts, RESTDAY, MONDAY)) == ()


def test_a_shift_stands_only_the_classes_it_has_heads_for():
    night = ShiftType("n", "night", time(17), time(9), (Places("p", WORKDAY, 1),))
    assert drawn(stood([night], WORKDAY, MONDAY)) == ["00:00-09:00", "17:00-24:00"]
    assert drawn(gaps(stood([night], HOLIDAY, MONDAY))) == ["00:00-24:00"]


def test_a_pattern_that_is_not_in_force_stands_nothing():
    old = ShiftType("o", "old", time(8), time(8), (Places("p", WORKDAY, 1),), last=date(2026, 1, 1))
    assert stood([old], WORKDAY, MONDAY) == ()


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 23), st.integers(0, 23)), max_size=4))
def test_stood_and_unstood_minutes_make_the_whole_day(hours):
    shifts = [
        ShiftType(str(number), "", time(first), time(last), (Places("p", WORKDAY, 1),))
        for number, (first, last) in enumerate(hours)
    ]
    stretches = stood(shifts, WORKDAY, MONDAY)
    minutes = {minute for each in stretches for minute in range(each.begins, each.ends)}
    idle = {minute for each in gaps(stretches) for minute in range(each.begins, each.ends)}
    assert minutes | idle == set(range(MIDNIGHT))
    assert not minutes & idle
