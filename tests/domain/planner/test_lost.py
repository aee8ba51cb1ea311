from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.lost import lost_slots
from dutydesk.domain.planner.problem import Outside, Pair, Rules
from dutydesk.domain.planner.solve import solve
from tests.domain.planner.drawings import DAY, FREE, MONDAY, drawn, offices

STRICT = Rules()


@pytest.mark.parametrize(
    ("drawing", "options", "chosen", "lost"),
    [
        ("ann ..x\nbob ...", {}, (0, 1, 0), (2,)),
        ("ann ..\nbob ..", {}, (0, None), (1,)),
        ("ann ...", {"rules": STRICT}, (0, 0, 0), (1,)),
        ("ann .#.", {"rules": STRICT}, (0, 0, None), (0, 2)),
        ("ann ##", {"rules": STRICT}, (0, 0), ()),
        ("ann ..", {"heads": 2}, (0, 0, 0, None), (1, 3)),
        ("ann .\nbob .", {"heads": 2, "pairs": (Pair(0, 1),)}, (0, 1), (1,)),
        ("ann #\nbob .", {"heads": 2, "pairs": (Pair(0, 1),)}, (0, 1), (1,)),
    ],
)
def test_what_cannot_stay(drawing, options, chosen, lost):
    assert lost_slots(drawn(drawing, **options), chosen) == lost


def test_a_pair_that_is_over_may_stay_together():
    problem = drawn("ann ..\nbob ..", heads=2, pairs=(Pair(0, 1, MONDAY, MONDAY),))
    assert lost_slots(problem, (0, 1) * 2) == (1,)


def test_the_earlier_goes_where_the_later_is_held():
    problem = drawn("ann .\nbob .", heads=2, pairs=(Pair(0, 1),))
    held = replace(problem, slots=(problem.slots[0], replace(problem.slots[1], held=1)))
    assert lost_slots(held, (0, 1)) == (0,)


def test_the_rest_of_an_outside_duty_is_kept():
    yesterday = Outside(0, MONDAY - 1, 480 - DAY, 480)
    tomorrow = Outside(0, MONDAY + 2, 480 + 2 * DAY, 480 + 3 * DAY)
    problem = drawn("ann ..\nbob ..", rules=STRICT)
    assert lost_slots(replace(problem, outside=(yesterday,)), (0, 1)) == (0,)
    assert lost_slots(replace(problem, outside=(tomorrow,)), (1, 0)) == (1,)


def test_a_block_is_lost_as_a_whole():
    problem = drawn("ann .x.\nbob ...", rules=STRICT)
    block = replace(problem, slots=tuple(replace(slot, block=1) for slot in problem.slots))
    assert lost_slots(block, (0, 0, 0)) == (0, 1, 2)
    assert lost_slots(block, (1, 1, 1)) == ()


@settings(max_examples=40)
@given(offices(heads=2))
def test_of_a_sound_plan_only_the_empty_places_are_lost(problem):
    chosen = solve(problem, steps=200).chosen
    assert not violations(problem, chosen)
    empty = {slot for slot, person in enumerate(chosen) if person is None}
    assert set(lost_slots(problem, chosen)) == empty


def test_free_rules_lose_nothing():
    assert lost_slots(drawn("ann ....", rules=FREE), (0, 0, 0, 0)) == ()
