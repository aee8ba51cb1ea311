from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.planner.ground import persons_in, survey, units_of
from dutydesk.domain.planner.problem import Outside, Pair, Rules
from tests.domain.planner.drawings import DAY, MONDAY, drawn


def test_neighbouring_days_bar_each_other_and_later_ones_do_not():
    ground = survey(drawn("ann ....", rules=Rules()))
    assert ground.barred == ((1,), (0, 2), (1, 3), (2,))


def test_a_long_rest_bars_further():
    problem = drawn("ann ....", rules=Rules())
    tired = replace(problem, slots=tuple(replace(slot, rest_after=2 * DAY) for slot in problem.slots))
    assert survey(tired).barred[0] == (1, 2)


def test_places_of_one_day_lie_beside_each_other():
    assert survey(drawn("ann ..", heads=2)).beside == ((1,), (0,), (3,), (2,))


def test_a_block_is_one_unit_and_its_held_day_another_that_does_not_count():
    problem = drawn("ann .#..\nbob ....", rules=Rules())
    week = replace(problem, slots=tuple(replace(slot, block=1) for slot in problem.slots))
    free, held = units_of(week)
    assert (free.slots, free.queue) == ((0, 2, 3), 0)
    assert (held.slots, held.queue, held.held) == ((1,), -1, 0)
    assert survey(week).barred == ((), ())


def test_only_who_is_free_all_the_block_may_stand_it():
    problem = drawn("ann .x\nbob ..")
    week = replace(problem, slots=tuple(replace(slot, block=1) for slot in problem.slots))
    assert persons_in(units_of(week)[0].eligible) == [1]


def test_an_outside_duty_is_a_unit_without_slots():
    problem = drawn("ann ..", rules=Rules(), outside=(Outside(0, MONDAY - 1, 480 - DAY, 480),))
    ground = survey(problem)
    assert ground.units[0].slots == ()
    assert ground.barred[0] == (1,)


def test_weeks_begin_on_monday():
    weeks = survey(drawn("ann " + "." * 9)).weeks
    assert [len(units) for units in weeks.values()] == [7, 2]


def test_units_are_kept_apart_on_the_days_that_they_share():
    """A week's turn and the days in it, of which a pair lasts on the last one only."""
    problem = drawn("ann ...\nbob ...", heads=2, pairs=(Pair(0, 1, MONDAY + 2, MONDAY + 2),))
    slots = (replace(slot, block=None if number % 2 else 7) for number, slot in enumerate(problem.slots))
    ground = survey(replace(problem, slots=tuple(slots)))
    assert [unit.slots for unit in ground.units] == [(0, 2, 4), (1,), (3,), (5,)]
    assert ground.apart == ({3: ({1}, {0})}, {}, {}, {0: ({1}, {0})})
