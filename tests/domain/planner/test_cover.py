from __future__ import annotations

import pytest

from dutydesk.domain.planner.cover import Cover
from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.problem import Rules
from tests.domain.planner.drawings import before, drawn, picture


def covered(drawing):
    """Cover the empty days of a drawing, in which the rows stand where they have an `o`."""
    problem = drawn(drawing.replace("o", "."), rules=Rules())
    draft = Draft(survey(problem))
    draft.become(draft.holders_of(before(drawing)))
    Cover(draft, lambda _, person: (0, 0, person)).run()
    return picture(problem, draft.chosen(draft.holder))


def test_a_free_person_covers():
    assert covered("ann o.x\nbob xo.\ncyd ...") == "*..\n.*.\n..*"


def test_one_makes_room_for_the_lost_duty():
    assert covered("ann .ox\nbob xx.\ncyd x.x") == "*..\n..*\n.*."


@pytest.mark.parametrize("extra", [0, 3])
def test_a_longer_chain_is_found_one_displaced_at_a_time(monkeypatch, extra):
    monkeypatch.setattr("dutydesk.domain.planner.cover.EXTRA_MOVES", extra)
    assert covered("ann .oxxx\nbob x.oxx\ncyd xx..o") == "*....\n.*...\n..*.*"


def test_what_cannot_be_covered_stays_empty_and_the_rest_is_covered():
    assert covered("ann .xx\nbob .x.") == "*..\n..*"
