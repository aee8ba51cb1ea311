from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.planner.apart import Apart, paired
from dutydesk.domain.planner.problem import Pair
from tests.domain.planner.drawings import FREE, MONDAY, drawn

ANN, BOB, CYD = range(3)
TUESDAY = MONDAY + 1


def two_days(*pairs, **others):
    return drawn("ann ..\nbob ..\ncyd ..\ndee ..", sections=(1, 1, -1, -1), pairs=pairs, **others)


def test_pairs_and_sections_are_kept_apart_as_the_rules_say():
    problem = two_days(Pair(BOB, CYD))
    assert Apart(problem).on(MONDAY, TUESDAY) == (set(), {CYD}, {BOB}, set())
    strict = replace(problem, rules=replace(FREE, sections_apart=True))
    assert Apart(strict).on(MONDAY, TUESDAY) == ({BOB}, {ANN, CYD}, {BOB}, set())
    free = replace(problem, rules=replace(FREE, pairs_apart=False))
    assert not any(Apart(free).on(MONDAY, TUESDAY))


def test_a_pair_counts_on_the_days_it_lasts():
    apart = Apart(two_days(Pair(BOB, CYD, TUESDAY, TUESDAY + 9)))
    assert not any(apart.on(MONDAY, MONDAY))
    assert apart.on(TUESDAY, TUESDAY)[BOB] == {CYD}
    assert apart.on(MONDAY, TUESDAY)[BOB] == {CYD}


def test_a_pair_may_last_more_than_once():
    apart = Apart(two_days(Pair(BOB, CYD, MONDAY - 9, MONDAY), Pair(CYD, BOB, TUESDAY, TUESDAY)))
    assert [apart.on(day, day)[CYD] for day in (MONDAY, TUESDAY)] == [{BOB}, {BOB}]
    assert not any(apart.on(TUESDAY + 1, TUESDAY + 1))


def test_nobody_is_asked_about_where_everybody_may_stand_together():
    assert Apart(two_days()).on(MONDAY, TUESDAY) == ()
    assert not Apart(two_days())
    assert Apart(two_days(Pair(BOB, CYD, MONDAY, MONDAY)))


def test_a_pair_is_known_in_either_order_while_it_lasts():
    problem = two_days(Pair(BOB, CYD, TUESDAY, TUESDAY))
    assert paired(problem, CYD, BOB, MONDAY, TUESDAY)
    assert not paired(problem, CYD, BOB, MONDAY, MONDAY)
    assert not paired(problem, ANN, BOB, MONDAY, TUESDAY)
    assert not paired(replace(problem, rules=replace(FREE, pairs_apart=False)), BOB, CYD, TUESDAY, TUESDAY)
