from __future__ import annotations

import pytest

from dutydesk.domain.planner.cover import Cover
from dutydesk.domain.planner.draft import NOBODY, Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.problem import Rules
from tests.domain.planner.drawings import before, drawn, picture


def covered(drawing):
    """Cover the empty days of a drawing, in which the rows stand where they have an `o`."""
    problem = drawn(drawing.replace("o", "."), rules=Rules())
    draft = Draft(survey(problem))
    draft.become(draft.holders_of(before(drawing)))
    cover = Cover(draft, lambda _, person: (0, 0, person))
    cover.anyhow([unit for unit, holder in enumerate(draft.holder) if holder == NOBODY])
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


def test_directly_is_by_the_free_and_all_or_nothing():
    draft = Draft(survey(drawn("ann ..xx\nbob x...", rules=Rules())))
    draft.become([-1, -1, 1, -1])
    cover = Cover(draft, lambda _, person: (0, 0, person))
    assert not cover.directly([0, 3])
    assert draft.holder == [-1, -1, 1, -1]
    assert cover.directly([0])
    assert draft.holder == [0, -1, 1, -1]
