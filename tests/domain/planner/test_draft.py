from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.draft import NOBODY, Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.problem import Pair, Rules
from tests.domain.planner.drawings import drawn, offices


@settings(max_examples=80)
@given(offices(heads=2), st.data())
def test_free_is_who_breaks_no_rule(problem, data):
    """Whatever was placed and lifted before: `free` and the checker agree."""
    draft = Draft(survey(problem))
    units = [unit for unit, persons in enumerate(draft.eligible) if persons]
    for _ in range(data.draw(st.integers(0, 12)) if units else 0):
        unit = data.draw(st.sampled_from(units))
        if draft.holder[unit] != NOBODY:
            draft.lift(unit)
        elif draft.free(unit):
            draft.place(unit, data.draw(st.sampled_from(draft.free(unit))))
    assert not violations(problem, draft.chosen(draft.holder))
    for unit in units:
        if draft.holder[unit] == NOBODY:
            assert draft.free(unit) == [
                person for person in draft.eligible[unit] if fits(draft, unit, person)
            ]


def fits(draft, unit, person):
    draft.place(unit, person)
    sound = not violations(draft.ground.problem, draft.chosen(draft.holder))
    draft.lift(unit)
    return sound


@settings(max_examples=30)
@given(offices())
def test_lifting_everything_leaves_no_trace(problem):
    draft, fresh = Draft(survey(problem)), Draft(survey(problem))
    for unit in range(len(draft.holder)):
        if draft.free(unit) and draft.holder[unit] == NOBODY:
            draft.place(unit, draft.free(unit)[0])
    draft.become(fresh.holder)
    assert (draft.hits, draft.load, draft.duties) == (fresh.hits, fresh.load, fresh.duties)


def test_blockers_are_the_units_in_the_way():
    draft = Draft(survey(drawn("ann ...\nbob ...", rules=Rules(), heads=2, pairs=(Pair(0, 1),))))
    draft.place(0, 0)
    draft.place(2, 1)
    assert draft.blockers(3, 0) == [0, 2]


def test_a_plan_goes_in_and_comes_out():
    draft = Draft(survey(drawn("ann .#.\nbob ...")))
    draft.become(draft.holders_of((1, 0, None)))
    assert draft.chosen(draft.holder) == (1, 0, None)
