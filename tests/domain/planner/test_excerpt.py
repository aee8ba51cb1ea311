from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.planner.excerpt import excerpt
from dutydesk.domain.planner.problem import Outside, Rules, Wish
from tests.domain.planner.drawings import MONDAY, drawn

PLAN = (0, 1, 0, 1, 0, 1)
PROBLEM = drawn("ann ......\nbob ......", rules=Rules(), wishes=(Wish(0, 0, 1), Wish(1, 3, -1)))


def test_what_lies_beyond_stands_outside():
    part = excerpt(PROBLEM, PLAN, MONDAY + 2, MONDAY + 3)
    assert (part.start, part.chosen) == (2, (0, 1))
    assert [(duty.person, duty.day) for duty in part.problem.outside] == [
        (0, MONDAY), (1, MONDAY + 1), (0, MONDAY + 4), (1, MONDAY + 5),
    ]  # fmt: skip
    assert part.problem.wishes == (Wish(1, 1, -1),)


def test_only_what_is_owed_here_is_left_of_the_due():
    part = excerpt(PROBLEM, PLAN, MONDAY + 2, MONDAY + 3)
    assert part.problem.queues[0].due == (1.0, 1.0)
    assert part.draft().load[0] == [0, 0]


def test_a_block_is_never_cut():
    week = replace(PROBLEM, slots=tuple(replace(slot, block=slot.day // 4) for slot in PROBLEM.slots))
    part = excerpt(week, (0, 0, 0, 1, 1, 1), MONDAY + 4, MONDAY + 5)
    assert part.start == 3
    assert part.problem.queues[0].due == (2.0, 3.0)


def test_an_empty_stretch_is_no_error():
    part = excerpt(PROBLEM, PLAN, MONDAY + 90, MONDAY + 99)
    assert part.chosen == ()
    assert part.problem.outside == ()


def test_outside_duties_of_the_whole_stay_outside():
    before = Outside(1, MONDAY - 1, -960, 480)
    part = excerpt(replace(PROBLEM, outside=(before,)), PLAN, MONDAY, MONDAY)
    assert part.problem.outside[0] == before
