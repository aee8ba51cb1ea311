from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.planner.ground import apart_masks, persons_in, survey, units_of
from dutydesk.domain.planner.problem import Outside, Rules
from tests.domain.planner.drawings import DAY, FREE, MONDAY, drawn


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


def test_who_is_never_on_duty_together():
    problem = drawn("ann .\nbob .\ncyd .\ndee .", sections=(1, 1, -1, -1), pairs=((1, 2),))
    assert apart_masks(problem) == (0b0000, 0b0100, 0b0010, 0)
    assert apart_masks(replace(problem, rules=replace(FREE, sections_apart=True)))[1] == 0b0101
