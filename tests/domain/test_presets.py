from dataclasses import replace
from datetime import time

import pytest

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import Turn, day_places
from dutydesk.domain.leave import Counted, LeaveType
from dutydesk.domain.presets import PresetKind, with_usual_rules
from tests.builders import MONDAY, a_preset

WORKDAY, RESTDAY, HOLIDAY = RotationClass
FULL = "full_day leader, full_day officer, full_day officer"
STOOD = {
    (PresetKind.FULL_DAY, WORKDAY): f"{FULL}, full_day driver",
    (PresetKind.FULL_DAY, RESTDAY): f"{FULL}, full_day driver",
    (PresetKind.FULL_DAY, HOLIDAY): f"{FULL}, full_day mid_level, full_day driver",
    (PresetKind.GAPS, WORKDAY): "noon noon_officer, night leader, night officer, night officer, night driver",
    (PresetKind.GAPS, RESTDAY): "rest_day leader, rest_day officer, rest_day officer, rest_day driver",
    (PresetKind.GAPS, HOLIDAY): (
        "rest_day leader, rest_day officer, rest_day officer, rest_day mid_level, rest_day driver"
    ),
    (PresetKind.DAY_NIGHT, WORKDAY): "lead leader, day day_officer, night night_officer, night driver",
    (PresetKind.DAY_NIGHT, RESTDAY): "lead leader, day day_officer, night night_officer, night driver",
    (PresetKind.DAY_NIGHT, HOLIDAY): (
        "lead leader, lead mid_level, day day_officer, night night_officer, night driver"
    ),
    (PresetKind.WEEKLY, WORKDAY): "week leader, week officer, week officer, week driver",
    (PresetKind.WEEKLY, RESTDAY): "week leader, week officer, week officer, week driver",
    (PresetKind.WEEKLY, HOLIDAY): "week leader, week officer, week officer, week driver",
}


@pytest.mark.parametrize(("kind", "rotation"), STOOD)
def test_who_stands_on_each_class_of_day(kind, rotation):
    found = day_places(a_preset(kind).shifts, MONDAY, rotation, {})
    assert ", ".join(f"{each.shift} {each.post}" for each in found) == STOOD[kind, rotation]


@pytest.mark.parametrize(
    ("kind", "hours"),
    [
        (PresetKind.FULL_DAY, {"full_day": (time(8), time(8))}),
        (
            PresetKind.GAPS,
            {"noon": (time(11, 50), time(13)), "night": (time(17), time(9)), "rest_day": (time(9), time(9))},
        ),
        (
            PresetKind.DAY_NIGHT,
            {
                "lead": (time(8, 30), time(8, 30)),
                "day": (time(8, 30), time(17, 30)),
                "night": (time(17, 30), time(8, 30)),
            },
        ),
        (PresetKind.WEEKLY, {"week": (time(9), time(9))}),
    ],
)
def test_the_hours_are_those_of_the_trade(kind, hours):
    assert {each.id: (each.starts, each.ends) for each in a_preset(kind).shifts} == hours


@pytest.mark.parametrize("kind", PresetKind)
def test_a_preset_holds_together(kind):
    made = a_preset(kind)
    posts = {each.id for each in made.posts}
    assert {place.post for shift in made.shifts for place in shift.places} <= posts
    assert [each.id for each in made.posts if each.leads] == ["leader"]
    assert all(shift.night == (shift.ends <= shift.starts) for shift in made.shifts)
    assert {shift.turn for shift in made.shifts} == {Turn.WEEK if kind is PresetKind.WEEKLY else Turn.DAY}


@pytest.mark.parametrize(
    ("code", "repaid"),
    [("annual", True), ("sick", True), ("long_sick", False), ("maternity", False), ("training", False)],
)
def test_short_leave_is_made_up_and_long_leave_is_not(code, repaid):
    types = {each.id: each.repaid for each in a_preset().leave_types}
    assert types[code] is repaid


def test_a_kind_of_leave_without_rules_gets_the_usual_ones_and_others_keep_theirs():
    bare = LeaveType("annual", "年假", ("年假",), sort=7)
    usual = with_usual_rules(bare)
    assert (usual.account, usual.repaid_days, usual.name, usual.sort) == (Counted.ANNUAL, 15, "年假", 7)
    own = replace(bare, longest=3)
    assert with_usual_rules(own) == own
    assert with_usual_rules(LeaveType("study", "学习假")) == LeaveType("study", "学习假")
