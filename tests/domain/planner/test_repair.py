from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.explain import candidates
from dutydesk.domain.planner.ground import units_of
from dutydesk.domain.planner.problem import Rules
from dutydesk.domain.planner.repair import Change, repair
from dutydesk.domain.planner.solve import solve
from tests.domain.planner.drawings import drawn, every_plan, offices, picture


@pytest.fixture(autouse=True, scope="module")
def _short():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dutydesk.domain.planner.resettle.STEPS", 2_000)
        yield


def test_nothing_lost_nothing_changed():
    problem = drawn("ann ..\nbob ..")
    assert repair(problem, (0, 1)).changes == ()


def test_one_lost_duty_is_one_change_and_goes_to_whose_turn_it_is():
    problem = drawn("ann ....xx\nbob ......\ncyd ......")
    plan = (0, 1, 2, 1, 0, 2)
    turn = candidates(problem, plan, 4)[0].person
    assert repair(problem, plan).changes == (Change(4, 0, turn, 4),)
    assert turn == 2


def test_room_is_made_where_nobody_is_free_and_the_reason_is_kept():
    problem = drawn("ann x...\nbob ....\ncyd x...", rules=Rules())
    mended = repair(problem, (0, 1, 2, 0))
    assert picture(problem, mended.chosen) == ".*.*\n*...\n..*."
    assert {(change.slot, change.because) for change in mended.changes} == {(0, 0), (1, 0)}


def test_nobody_is_moved_for_a_place_that_was_empty_before():
    problem = drawn("ann xxx\nbob ...", rules=Rules())
    assert repair(problem, (None, 1, None)).changes == ()
    assert repair(problem, (None, None, 1)).changes == (Change(0, None, 1, 0),)


def test_a_held_place_is_where_it_is_held():
    problem = drawn("ann #.\nbob ..")
    assert repair(problem, (1, 1)).changes == (Change(0, 1, 0, 0),)


def test_what_nobody_can_cover_is_a_change_to_nobody():
    assert repair(drawn("ann x."), (0, 0)).changes == (Change(0, 0, None, 0),)


def test_a_lost_week_is_covered_as_one():
    problem = drawn("ann ...x\nbob ....")
    week = replace(problem, slots=tuple(replace(slot, block=1) for slot in problem.slots))
    assert repair(week, (0, 0, 0, 0)).chosen == (1, 1, 1, 1)


@settings(max_examples=80)
@given(offices(days=5), st.data())
def test_no_other_plan_with_as_many_places_filled_changes_fewer(problem, data):
    plan = solve(problem, steps=500).chosen
    away = data.draw(st.integers(0, problem.people - 1))
    first = data.draw(st.integers(1, 5))
    left = replace(
        problem,
        slots=tuple(
            replace(slot, eligible=slot.eligible & ~(1 << away)) if slot.day >= first else slot
            for slot in problem.slots
        ),
    )
    mended = repair(left, plan)
    assert not violations(left, mended.chosen)
    ranks = [rank(left, plan, chosen) for chosen in (mended.chosen, *every_plan(left))]
    assert ranks[0] == min(ranks)


def rank(problem, plan, chosen):
    """Lost duties left empty first, then changes to what was stood; a block is one place and one change."""
    stood = [unit.slots[0] for unit in units_of(problem) if unit.slots and plan[unit.slots[0]] is not None]
    return sum(chosen[slot] is None for slot in stood), sum(chosen[slot] != plan[slot] for slot in stood)
