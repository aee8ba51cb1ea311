from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.planner.cost import cost_of, counts_by_queue, fairest, short_gaps, spreads
from dutydesk.domain.planner.problem import Problem, Wish
from tests.domain.planner.drawings import drawn

TWO = "ann ....\nbob ...."


def test_an_even_plan_costs_nothing():
    problem = drawn(TWO)
    assert cost_of(problem, (0, 1, 0, 1)).rank(problem.rules) == (0, 0, 0, 0, 0, 0)


def test_unfairness_is_the_squared_deviation_of_each_person_in_ten_thousandths():
    assert cost_of(drawn(TWO), (0, 0, 0, 1)).unfair == 2 * 10_000


def test_an_empty_place_is_counted():
    assert cost_of(drawn(TWO), (0, None, 0, 1)).empty == 1


def test_rest_days_in_a_row_are_those_of_two_successive_weekends():
    problem = drawn("ann " + "." * 15, classes="r" + "w" * 7 + "r" + "w" * 5 + "r")
    nobody = [None] * 15
    nobody[0] = nobody[8] = 0
    assert cost_of(problem, nobody).rest_pairs == 1
    nobody[8], nobody[14] = None, 0
    assert cost_of(problem, nobody).rest_pairs == 0


def test_a_gap_is_short_below_half_of_the_even_one():
    problem = drawn("ann ............\nbob ............\ncyd ............")
    assert short_gaps(problem) == (1, 1, 1)
    sparse = drawn("ann ............\nbob ............\ncyd ............\ndee ............")
    assert short_gaps(sparse)[0] == 2
    assert cost_of(sparse, (0, 0, 1, 2, 3, 1, 2, 3, 1, 2, 3, 0)).uneven == 2  # one gap, one turn


def test_mates_on_one_day_are_counted_and_those_of_no_section_are_not():
    problem = drawn("ann .\nbob .", heads=2)
    assert cost_of(problem, (0, 1)).same_section == 0
    assert cost_of(replace(problem, sections=(4, 4)), (0, 1)).same_section == 1


def test_wishes_are_broken_both_ways():
    problem = drawn(TWO, wishes=(Wish(0, 0, 1), Wish(1, 1, -1)))
    assert cost_of(problem, (0, 0, 1, 1)).broken_wishes == 0
    assert cost_of(problem, (1, 1, 0, 0)).broken_wishes == 2


def test_a_block_counts_once():
    problem = drawn(TWO)
    block = replace(problem, slots=tuple(replace(slot, block=slot.day // 3) for slot in problem.slots))
    assert counts_by_queue(block, (0, 0, 1, 1)) == ((1, 1),)


def test_spread_and_bound_stand_beside_each_other():
    assert spreads(drawn(TWO), (0, 0, 0, 1)) == ((2.0, 0.0),)


def test_the_fairest_division_leaves_out_what_nobody_may_stand():
    assert fairest(drawn("ann ..\nbob ..")) == 0
    assert fairest(drawn("ann ...\nbob ...")) == 2 * 50**2
    assert fairest(drawn("ann ..x\nbob ..x")) == 2 * 50**2


def test_no_slots_no_cost():
    nothing = Problem(people=1, sections=(-1,), slots=(), queues=())
    assert cost_of(nothing, ()).unfair == 0
    assert short_gaps(nothing) == (0,)
