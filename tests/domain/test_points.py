from dataclasses import replace

import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.points import DISCIPLINE, DisciplineRules, points_rule
from tests.builders import day

KIND = ViolationKind


@pytest.mark.parametrize(
    ("kind", "points"),
    [
        (KIND.ABSENT_FROM_POST, 5), (KIND.VACANT_POST, 5), (KIND.MISSED_DUTY, 5), (KIND.LATE, 1),
        (KIND.EARLY_LEAVE, 1), (KIND.UNAUTHORISED_SWAP, 3), (KIND.LATE_REPORT, 3), (KIND.OMITTED_REPORT, 10),
        (KIND.FALSE_REPORT, 10), (KIND.CONCEALED_REPORT, 10), (KIND.BAD_HANDOVER, 1), (KIND.OTHER, 1),
    ],
)  # fmt: skip
def test_the_points_are_those_of_the_office(kind, points):
    assert DisciplineRules().due(kind) == points * 100


def test_a_part_of_the_base_may_be_taken_and_a_table_may_be_empty():
    rules = DisciplineRules(points=(("late", 15, "percent"),))
    assert rules.due(KIND.LATE) == 1500
    assert rules.due(KIND.OTHER) == 0


def test_the_leader_answers_for_a_part_where_the_rules_say_so():
    assert DisciplineRules().joint(KIND.VACANT_POST) == 0
    half = DisciplineRules(joint_percent=50)
    assert half.joint(KIND.VACANT_POST) == 250
    assert half.joint(KIND.LATE) == 0


def test_merit_is_lost_at_ten_points_or_at_one_false_report():
    rules = DisciplineRules()
    assert rules.consequences(999, [KIND.LATE]) == ()
    assert rules.consequences(1000, []) == ("merit_lost",)
    assert rules.consequences(0, [KIND.CONCEALED_REPORT]) == ("merit_lost",)
    assert rules.consequences(2000, [KIND.FALSE_REPORT]) == ("merit_lost",)


def test_the_row_that_says_the_points_of_a_day_is_known():
    old = DISCIPLINE.defaults
    dearer = replace(old, points=(("late", 200, "point"),), appeal_days=3)
    rows = DISCIPLINE.changed(old, dearer, day("2026-07-01"))
    assert points_rule(rows, day("2026-06-30")) == ""
    assert points_rule(rows, day("2026-07-01")) == "discipline.points@2026-07-01"
    assert DISCIPLINE.on(rows, day("2026-07-01")) == dearer
