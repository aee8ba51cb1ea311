from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.problem import Wish
from dutydesk.domain.planner.wishes import wishes_by_unit
from tests.domain.planner.drawings import drawn


def test_the_wishes_for_the_days_of_a_block_are_added_up():
    problem = drawn("ann ...", wishes=(Wish(0, 0, 1), Wish(0, 1, 1), Wish(0, 2, -1)))
    assert wishes_by_unit(survey(problem)) == {0: {0: 1}, 1: {0: 1}, 2: {0: -1}}
    block = replace(problem, slots=tuple(replace(slot, block=1) for slot in problem.slots))
    assert wishes_by_unit(survey(block)) == {0: {0: 1}}
