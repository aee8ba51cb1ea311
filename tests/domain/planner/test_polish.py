from __future__ import annotations

from hypothesis import given, settings

from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.construct import construct
from dutydesk.domain.planner.cost import cost_of
from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.polish import Polisher
from dutydesk.domain.planner.problem import Wish
from tests.domain.planner.drawings import drawn, offices


def polished(problem, chosen):
    draft = Draft(survey(problem))
    draft.become(draft.holders_of(chosen))
    Polisher(draft, "0").run(500)
    return draft.chosen(draft.holder)


def test_wishes_are_granted_where_it_costs_nothing():
    problem = drawn("ann ....\nbob ....", wishes=(Wish(0, 0, -1),))
    assert cost_of(problem, polished(problem, (0, 1, 0, 1))).broken_wishes == 0


def test_a_wish_never_moves_a_held_duty():
    problem = drawn("ann ....\nbob #...", wishes=(Wish(1, 2, 1),))
    assert polished(problem, (1, 0, 0, 0))[0] == 1


def test_short_gaps_are_stretched():
    problem = drawn("\n".join(f"p{number} ............" for number in range(4)))
    crowded = (0, 0, 1, 2, 3, 1, 2, 3, 1, 2, 3, 0)
    assert cost_of(problem, crowded).uneven == 2  # the two first days, and the second of them off its turn
    assert cost_of(problem, polished(problem, crowded)).uneven == 0


def test_sections_are_mixed():
    problem = drawn("ann ..\nbob ..\ncyd ..\ndee ..", heads=2, sections=(0, 0, 1, 1))
    assert cost_of(problem, polished(problem, (0, 1, 2, 3))).same_section == 0


@settings(max_examples=60)
@given(offices(people=5, days=8, heads=2))
def test_no_higher_goal_pays_for_a_lower_one(problem):
    draft = Draft(survey(problem))
    construct(draft)
    before = cost_of(problem, draft.chosen(draft.holder))
    Polisher(draft, "0").run(200)
    after = cost_of(problem, draft.chosen(draft.holder))
    assert after.rank(problem.rules) <= before.rank(problem.rules)
    assert (after.empty, after.unfair) == (before.empty, before.unfair)
    assert not violations(problem, draft.chosen(draft.holder))
