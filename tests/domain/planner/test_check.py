"""The checker is what every other proof stands on, so here each rule is broken on purpose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dutydesk.domain.planner.check import Rule, violations
from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.problem import Outside, Pair, Rules
from dutydesk.domain.planner.solve import solve
from tests.domain.planner.drawings import DAY, FREE, MONDAY, drawn

STRICT = Rules()


def rules_broken(problem, chosen):
    return [violation.rule for violation in violations(problem, chosen)]


@pytest.mark.parametrize(
    ("drawing", "options", "chosen", "rule"),
    [
        ("ann x.", {}, (0, None), Rule.ELIGIBLE),
        ("ann #.\nbob ..", {}, (1, None), Rule.HELD),
        ("ann .", {"heads": 2}, (0, 0), Rule.ONE_A_DAY),
        ("ann ..", {"rules": STRICT}, (0, 0), Rule.CONSECUTIVE),
        ("ann ..", {"rules": replace(FREE, rest_minutes=1)}, (0, 0), Rule.REST),
        ("ann ...", {"rules": replace(FREE, week_limit=2)}, (0, 0, 0), Rule.WEEK_LIMIT),
        ("ann .\nbob .", {"heads": 2, "pairs": (Pair(1, 0),)}, (0, 1), Rule.PAIR),
        (
            "ann .\nbob .",
            {"heads": 2, "sections": (3, 3), "rules": replace(FREE, sections_apart=True)},
            (0, 1),
            Rule.SECTION,
        ),
    ],
)
def test_each_rule_is_seen_to_be_broken(drawing, options, chosen, rule):
    assert rules_broken(drawn(drawing, **options), chosen) == [rule]


def test_a_pair_is_kept_apart_on_its_days_only():
    problem = drawn("ann ...\nbob ...", heads=2, pairs=(Pair(1, 0, MONDAY + 1, MONDAY + 1),))
    assert [each.days for each in violations(problem, (0, 1) * 3)] == [(MONDAY + 1, MONDAY + 1)]


def test_two_of_one_section_stand_apart_whether_or_not_their_pair_lasts():
    apart = replace(FREE, sections_apart=True)
    pair = Pair(0, 1, MONDAY, MONDAY)
    problem = drawn("ann ..\nbob ..", heads=2, sections=(3, 3), rules=apart, pairs=(pair,))
    assert rules_broken(problem, (0, 1) * 2) == [Rule.PAIR, Rule.SECTION]


def test_a_block_stood_by_two_is_seen():
    problem = drawn("ann ...\nbob ...", rules=STRICT)
    block = replace(problem, slots=tuple(replace(slot, block=7) for slot in problem.slots))
    assert rules_broken(block, (0, 0, 0)) == []
    assert Rule.BLOCK in rules_broken(block, (0, 1, 0))


def test_the_duty_before_the_period_casts_its_rest_into_it():
    yesterday = Outside(0, MONDAY - 1, 480 - DAY, 480)
    problem = drawn("ann ..", rules=STRICT, outside=(yesterday,))
    assert rules_broken(problem, (0, None)) == [Rule.CONSECUTIVE]
    assert rules_broken(problem, (None, 0)) == []


def test_what_held_places_break_among_themselves_is_excused():
    assert violations(drawn("ann ##.", rules=STRICT), (0, 0, None)) == ()
    assert rules_broken(drawn("ann ##.", rules=STRICT), (0, 0, 0)) == [Rule.CONSECUTIVE]


def test_a_planted_bug_is_seen(monkeypatch):
    """A draft that forgets to bar anybody makes plans that the checker refuses."""
    problem = drawn("ann ....\nbob ....\ncyd ....", heads=2, rules=STRICT)
    assert violations(problem, solve(problem).chosen) == ()
    monkeypatch.setattr(Draft, "_bar", lambda *_: None)
    assert violations(problem, solve(problem).chosen)
