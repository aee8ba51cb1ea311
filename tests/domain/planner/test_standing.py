from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.planner.standing import standing
from tests.domain.planner.drawings import MONDAY, drawn


def test_the_place_itself_is_not_counted():
    problem = drawn("ann ....\nbob ....")
    where = standing(problem, (0, 1, 0, 1), 2)
    assert where.ahead == (-100, 0)
    assert where.last == (MONDAY, MONDAY + 1)


def test_the_furthest_behind_comes_first_then_the_longest_wait_then_the_list():
    problem = drawn("ann ....\nbob ....\ncyd ....\ndee ....")
    where = standing(problem, (0, 1, None, 2), 2)
    assert sorted(range(4), key=where.rank) == [3, 2, 0, 1]


def test_a_block_counts_once():
    problem = drawn("ann ....\nbob ....")
    weeks = replace(problem, slots=tuple(replace(slot, block=slot.day // 3) for slot in problem.slots))
    assert standing(weeks, (0, 0, 1, 1), 2).ahead == (-100, -200)


def test_outside_any_fairness_only_the_list_counts():
    problem = drawn("ann ..\nbob ..")
    free = replace(problem, slots=tuple(replace(slot, queue=-1) for slot in problem.slots))
    assert standing(free, (0, 0), 1).rank(1) == (0, -1, 1)
