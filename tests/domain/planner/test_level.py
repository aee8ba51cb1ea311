"""Who has had more in all hands on; no queue and no goal above pays for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.construct import construct
from dutydesk.domain.planner.cost import cost_of, counts_by_queue, spreads
from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.level import Change, Leveller
from dutydesk.domain.planner.polish import Polisher
from dutydesk.domain.planner.problem import Wish
from dutydesk.domain.planner.turns import OFF
from tests.domain.planner.drawings import drawn, offices

THREE = "ann ........\nbob ........\ncyd ........"
CLASSES = "wwwwrrrr"
TWICE_ANN = (0, 1, 2, 0, 0, 1, 2, 0)
"""The fourth workday and the fourth rest day both go to ann."""


def levelled(problem, chosen):
    draft = Draft(survey(problem))
    draft.become(draft.holders_of(chosen))
    Leveller(draft).run()
    return draft.chosen(draft.holder)


def totals(problem, chosen):
    return [sum(counts) for counts in zip(*counts_by_queue(problem, chosen), strict=True)]


def test_the_extra_duties_of_two_queues_go_to_two_people():
    problem = drawn(THREE, classes=CLASSES)
    after = levelled(problem, TWICE_ANN)
    assert totals(problem, TWICE_ANN) == [4, 2, 2]
    assert sorted(totals(problem, after)) == [2, 3, 3]
    assert spreads(problem, after) == spreads(problem, TWICE_ANN)


def test_whoever_owes_more_has_more_in_all():
    """Opening tallies, turns made up and shares of the time are in what is due."""
    problem = drawn(THREE, classes=CLASSES)
    owing = (1.67, 1.16, 1.17)
    queues = tuple(replace(queue, due=owing) for queue in problem.queues)
    assert levelled(replace(problem, queues=queues), TWICE_ANN) == TWICE_ANN


def through_bob(**facts):
    """Ann stands workdays only and cyd rest days only: bob, who stands both, can take one and give one."""
    problem = drawn("ann ...x..\nbob ......\ncyd xxx...", classes="wwwrrr", **facts)
    workdays, restdays = problem.queues
    queues = (
        replace(workdays, members=0b011, due=(1.4, 1.6, 0.0)),
        replace(restdays, members=0b110, due=(0.0, 1.4, 1.6)),
    )
    return replace(problem, queues=queues)


def test_a_duty_is_handed_on_through_a_third_person():
    chosen = (0, 1, 0, 1, 2, 1)
    problem = through_bob()
    assert (totals(problem, chosen), totals(problem, levelled(problem, chosen))) == ([2, 3, 1], [1, 3, 2])


def test_nothing_is_handed_on_where_the_way_breaks_off():
    chosen = (0, 1, 0, 1, 2, 1)
    spared = tuple(Wish(1, slot, -1) for slot in (0, 2))
    assert levelled(through_bob(wishes=spared), chosen) == chosen


def test_no_queue_pays_for_what_another_one_lacks():
    """Ann alone may stand the rest days, and still stands one workday like everybody."""
    problem = drawn("ann .....\nbob ...xx\ncyd ...xx", classes="wwwrr")
    workdays, restdays = problem.queues
    queues = (workdays, replace(restdays, members=0b111, due=(0.66, 0.67, 0.67)))
    chosen = (1, 0, 2, 0, 0)
    assert levelled(replace(problem, queues=queues), chosen) == chosen


@pytest.mark.parametrize(
    ("change", "harmless"),
    [
        (Change(drift=OFF, pain=0, off=0), True),
        (Change(drift=OFF + 0.01, pain=0, off=0), False),
        (Change(drift=0.0, pain=1, off=0), False),
        (Change(drift=0.0, pain=0, off=1), False),
    ],
)
def test_a_hand_is_harmless_when_nothing_that_is_counted_grows(change, harmless):
    assert change.harmless is harmless


def test_a_held_duty_is_not_handed_on():
    problem = drawn("ann ####\nbob ....\ncyd ....", classes="wwrr")
    assert levelled(problem, (0, 0, 0, 0)) == (0, 0, 0, 0)


def test_no_wish_is_broken_for_it():
    spared = tuple(Wish(person, slot, -1) for person in (1, 2) for slot in (0, 3, 4, 7))
    problem = drawn(THREE, classes=CLASSES, wishes=spared)
    assert levelled(problem, TWICE_ANN) == TWICE_ANN


@settings(max_examples=60)
@given(offices(people=5, days=8, heads=2))
def test_totals_grow_more_level_and_no_goal_above_is_the_worse_for_it(problem):
    draft = Draft(survey(problem))
    construct(draft)
    Polisher(draft, "0").run(100)
    first = draft.chosen(draft.holder)
    Leveller(draft).run()
    chosen = draft.chosen(draft.holder)
    before, after = cost_of(problem, first), cost_of(problem, chosen)
    assert after.rank(problem.rules)[:-1] <= before.rank(problem.rules)[:-1]
    assert after.overall <= before.overall
    assert after.uneven <= before.uneven or after.rest_pairs < before.rest_pairs
    for (now, _), (then, _) in zip(spreads(problem, chosen), spreads(problem, first), strict=True):
        assert now <= then + 1e-9
    assert not violations(problem, chosen)
