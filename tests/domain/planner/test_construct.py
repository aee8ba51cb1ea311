from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.planner.construct import Turns, construct
from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.ground import survey
from tests.domain.planner.drawings import drawn, picture


def constructed(problem):
    draft = Draft(survey(problem))
    construct(draft)
    return picture(problem, draft.chosen(draft.holder))


def with_queue(problem, **changes):
    return replace(problem, queues=(replace(problem.queues[0], **changes),))


def test_the_list_goes_round():
    assert constructed(drawn("ann ....\nbob ....")) == "*.*.\n.*.*"


def test_the_cursor_says_who_begins():
    assert constructed(with_queue(drawn("ann ....\nbob ...."), order=(1, 0))) == ".*.*\n*.*."


def test_among_equals_the_longest_wait_comes_first():
    assert constructed(with_queue(drawn("ann ..\nbob .."), last=(30, 9))) == ".*\n*."
    assert constructed(with_queue(drawn("ann ..\nbob .."), last=(30, None))) == ".*\n*."


def test_who_owes_more_stands_more_and_evenly():
    assert constructed(with_queue(drawn("ann ......\nbob ......"), due=(4.0, 2.0))) == "*.**.*\n.*..*."


def test_the_scarcest_place_of_a_day_is_given_first():
    problem = drawn("ann .\nbob .", heads=2)
    only_ann = replace(problem.slots[1], eligible=0b01)
    draft = Draft(survey(replace(problem, slots=(problem.slots[0], only_ann))))
    construct(draft)
    assert draft.holder == [1, 0]


def test_who_has_all_they_owe_comes_last():
    draft = Draft(survey(with_queue(drawn("ann ..\nbob .."), due=(0.0, 2.0))))
    turns = Turns(draft)
    assert turns.rank(0, 0) > turns.rank(0, 1)
