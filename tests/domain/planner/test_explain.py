from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.planner.check import Rule, violations
from dutydesk.domain.planner.explain import Obstacle, candidates, obstacles
from dutydesk.domain.planner.problem import Outside, Pair, Rules
from dutydesk.domain.planner.solve import solve
from tests.domain.planner.drawings import DAY, FREE, MONDAY, drawn, offices


def test_the_turn_ranks_the_free():
    problem = drawn("ann ....\nbob ....\ncyd .x..")
    ranked = candidates(problem, (0, None, 1, None), 1)
    assert [candidate.person for candidate in ranked] == [1, 0]
    assert ranked[0].last is None
    assert ranked[1].last == MONDAY
    assert ranked[0].obstacles == ranked[1].obstacles == ()


def test_what_owes_most_is_told_in_duties():
    ranked = candidates(drawn("ann ....\nbob ...."), (0, None, 0, 1), 1)
    assert [(candidate.person, candidate.ahead) for candidate in ranked] == [(1, -1.0), (0, 0.0)]


def test_the_nearest_follow_the_free_with_what_is_in_their_way():
    problem = drawn("ann ...\nbob ...", rules=Rules())
    ranked = candidates(problem, (0, None, 0), 1)
    assert [candidate.person for candidate in ranked] == [1, 0]
    assert ranked[1].obstacles == (
        Obstacle(0, Rule.CONSECUTIVE, 0, MONDAY, 0),
        Obstacle(0, Rule.CONSECUTIVE, 2, MONDAY + 2, 0),
    )


def test_every_rule_has_its_obstacle():
    rules = replace(FREE, rest_minutes=2 * DAY, week_limit=1, sections_apart=True)
    problem = drawn("ann ...\nbob ...\ncyd ...\ndee ...", heads=2, rules=rules, sections=(1, 1, -1, -1))
    problem = replace(problem, pairs=(Pair(0, 3),))
    chosen = (1, None, 0, None, None, None)
    found = {(each.person, each.rule) for each in obstacles(problem, chosen, 3)}
    assert found == {
        (0, Rule.ONE_A_DAY), (0, Rule.WEEK_LIMIT), (1, Rule.REST), (1, Rule.SECTION), (1, Rule.WEEK_LIMIT),
        (3, Rule.PAIR),
    }  # fmt: skip


def test_a_duty_before_the_period_has_no_slot():
    yesterday = Outside(0, MONDAY - 1, 480 - DAY, 480)
    problem = drawn("ann .", rules=Rules(), outside=(yesterday,))
    assert obstacles(problem, (None,), 0) == (Obstacle(0, Rule.CONSECUTIVE, None, MONDAY - 1, 0),)


def test_a_held_place_can_be_asked_about_as_well():
    assert [each.person for each in candidates(drawn("ann #.\nbob .."), (0, 1), 0)] == [0, 1]


@settings(max_examples=60)
@given(offices(heads=2), st.data())
def test_no_obstacle_is_exactly_that_no_rule_is_broken(problem, data):
    plan = solve(problem, steps=200)
    open_slots = [
        slot for slot, about in enumerate(problem.slots) if about.held is None and about.block is None
    ]
    if not open_slots:
        return
    slot = data.draw(st.sampled_from(open_slots))
    for candidate in candidates(problem, plan.chosen, slot):
        chosen = list(plan.chosen)
        chosen[slot] = candidate.person
        assert bool(candidate.obstacles) == bool(violations(problem, chosen))
