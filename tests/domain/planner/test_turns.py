"""Evenness over time: turns, not only counts."""

import pytest

from dutydesk.domain.planner.ground import units_of
from dutydesk.domain.planner.solve import solve
from dutydesk.domain.planner.turns import Moments
from tests.domain.planner.drawings import MONDAY, drawn

WORKDAY = 0
YEAR = "wwwwwrr" * 52


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


def test_a_planned_year_stays_even_in_every_quarter_while_rest_days_are_eased():
    people, weeks, quarter = 12, 52, 13 * 7
    problem = drawn("\n".join(f"p{number} {'.' * 7 * weeks}" for number in range(people)), classes=YEAR)
    duties = list(zip(problem.slots, solve(problem).chosen, strict=True))
    for first in range(MONDAY, MONDAY + 7 * weeks, quarter):
        days = range(first, first + quarter)
        had = [who for slot, who in duties if slot.queue == WORKDAY and slot.day in days]
        counts = [had.count(person) for person in range(people)]
        assert max(counts) - min(counts) <= 2
