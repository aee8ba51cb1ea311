from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given, settings

from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.cost import cost_of, fairest
from dutydesk.domain.planner.problem import Pair, Plan, PlanningCancelledError, Problem, Rules
from dutydesk.domain.planner.solve import improve, solve
from tests.domain.planner.drawings import MONDAY, best_rank, drawn, offices, picture, upper

FEW = 3_000
"""Chains enough for a tiny office."""


def test_turns_go_round_the_list():
    problem = drawn("""
        ann ......
        bob ......
        cyd ......
    """)
    assert picture(problem, solve(problem).chosen) == "*..*..\n.*..*.\n..*..*"


def test_leave_is_worked_around_and_the_counts_stay_even():
    problem = drawn("""
        ann xxx...
        bob ......
        cyd ....xx
    """)
    plan = solve(problem)
    assert plan.cost.empty == 0
    assert plan.cost.unfair == 0
    assert not violations(problem, plan.chosen)


def test_each_class_of_day_is_fair_by_itself():
    problem = drawn("ann ........\nbob ........", classes="wwrrwwrr")
    plan = solve(problem)
    weekends = [plan.chosen[day] for day in (2, 3, 6, 7)]
    assert weekends.count(0) == weekends.count(1) == 2


def test_what_nobody_can_stand_stays_empty():
    problem = drawn("ann .x.\nbob .x.")
    plan = solve(problem)
    assert plan.chosen[1] is None
    assert plan.cost.empty == 1


def test_a_held_place_stands_whatever_it_breaks():
    problem = drawn("ann .##.\nbob ....", rules=Rules())
    plan = solve(problem)
    assert plan.chosen[1:3] == (0, 0)
    assert plan.chosen[0] == plan.chosen[3] == 1
    assert not violations(problem, plan.chosen)


def test_a_pair_of_two_days_leaves_no_other_day_empty():
    pair = Pair(0, 1, MONDAY + 1, MONDAY + 2)
    plan = solve(drawn("ann ......\nbob ......", heads=2, pairs=(pair,)))
    assert [day for day in range(6) if None in plan.chosen[2 * day : 2 * day + 2]] == [1, 2]
    assert plan.cost.empty == 2


def test_no_problem_no_plan():
    assert solve(Problem(people=0, sections=(), slots=(), queues=())).chosen == ()


def test_the_asker_hears_how_far_it_is_and_may_stop_it():
    told = []

    def stop_at_the_third(share):
        told.append(share)
        return len(told) < 3

    problem = drawn("ann ......", rules=Rules())  # every second day stays empty, so it is searched to the end
    with pytest.raises(PlanningCancelledError):
        solve(problem, progress=stop_at_the_third)
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] < 1


@settings(max_examples=60)
@given(offices(heads=2))
def test_no_hard_rule_is_broken_and_the_cost_is_the_counted_one(problem):
    plan = solve(problem, steps=FEW)
    assert violations(problem, plan.chosen) == ()
    assert plan.cost == cost_of(problem, plan.chosen)
    assert plan.cost.unfair >= fairest(problem) or plan.cost.empty


@settings(max_examples=20)
@given(offices(heads=2))
def test_the_same_problem_has_the_same_plan(problem):
    assert solve(problem, steps=FEW) == solve(replace(problem), steps=FEW)


@settings(max_examples=60)
@given(offices())
def test_a_tiny_office_is_planned_as_well_as_trying_everything(problem):
    assert upper(problem, solve(problem, steps=4 * FEW).cost) == best_rank(problem)


@settings(max_examples=10)
@given(offices(people=5, days=8, heads=2))
def test_thinking_longer_is_never_worse(problem):
    plan = solve(problem, steps=0)
    for better in islice(improve(problem, plan), 3):
        assert better.cost.rank(problem.rules) <= plan.cost.rank(problem.rules)
        assert not violations(problem, better.chosen)
        plan = better


def test_thinking_longer_starts_from_any_plan_and_ends_when_nothing_is_gained():
    problem = drawn("ann ....\nbob ....")
    worst = (0, 0, 0, 0)
    *_, best = improve(problem, Plan(worst, cost_of(problem, worst)))
    assert best.cost.unfair == 0
