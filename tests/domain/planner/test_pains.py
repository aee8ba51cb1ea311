from __future__ import annotations

from hypothesis import given, settings

from dutydesk.domain.planner.construct import construct
from dutydesk.domain.planner.draft import NOBODY, Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.pains import Pains
from dutydesk.domain.planner.problem import Wish
from tests.domain.planner.drawings import drawn, offices


def at_ann(chosen, unit, **facts):
    draft = Draft(survey(drawn("ann ....\nbob ....", heads=2, **facts)))
    draft.become(draft.holders_of(chosen))
    return Pains(draft).at(unit, 0)


def test_a_lonely_duty_hurts_nobody():
    assert at_ann((0, *[None] * 7), 0) == 0


def test_a_mate_on_the_day_hurts_less_than_a_rest_day_in_a_row():
    mate = at_ann((0, 1, *[None] * 6), 0, sections=(1, 1))
    in_a_row = at_ann((0, None, 0, *[None] * 5), 0, classes="rrrr")
    assert 0 < mate < in_a_row


def test_a_granted_wish_is_less_than_no_pain():
    assert at_ann((0, *[None] * 7), 0, wishes=(Wish(0, 0, 1),)) < 0


@settings(max_examples=30)
@given(offices(heads=2))
def test_nothing_hurts_that_is_not_asked_for_beside_a_duty(problem):
    """Without wishes no duty can be better than none."""
    draft = Draft(survey(problem))
    construct(draft)
    pains = Pains(draft)
    for unit, holder in enumerate(draft.holder):
        if holder != NOBODY and draft.eligible[unit] and unit not in pains.wishes:
            assert pains.at(unit, holder) >= 0
