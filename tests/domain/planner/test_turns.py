"""Evenness over time: turns, not only counts."""

import pytest

from dutydesk.domain.planner.cost import counts_by_queue
from dutydesk.domain.planner.ground import units_of
from dutydesk.domain.planner.solve import solve
from dutydesk.domain.planner.turns import Moments
from tests.domain.planner.drawings import drawn


def moments(days):
    problem = drawn("\n".join(f"p{number} {'.' * days}" for number in range(3)))
    return Moments(units_of(problem))


def test_round_after_round_is_on_turn():
    even = moments(9)
    assert even.drift((1, 4, 7), 0) == pytest.approx(0)
    assert even.off_turn((1, 4, 7)) == 0


def test_duties_heaped_at_one_end_are_off_their_turn():
    even = moments(9)
    assert even.off_turn((0, 1, 2)) == 1
    assert even.is_off(2, (0, 1, 2))
    assert not even.is_off(0, (0, 1, 2))


def test_a_planned_year_is_even_in_every_quarter():
    people, days = 12, 360
    problem = drawn("\n".join(f"p{number} {'.' * days}" for number in range(people)))
    plan = solve(problem)
    assert set(counts_by_queue(problem, plan.chosen)[0]) == {days // people}
    for quarter in range(4):
        part = plan.chosen[quarter * 90 : (quarter + 1) * 90]
        counts = [part.count(person) for person in range(people)]
        assert max(counts) - min(counts) <= 2
