from __future__ import annotations

import pytest

from dutydesk.domain.planner import resettle as module
from dutydesk.domain.planner.chains import DUTY, EMPTY
from dutydesk.domain.planner.draft import NOBODY, Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.problem import Rules
from dutydesk.domain.planner.repair import repair
from dutydesk.domain.planner.resettle import Homing, resettle
from tests.domain.planner.drawings import before, drawn


@pytest.fixture(autouse=True)
def _short(monkeypatch):
    monkeypatch.setattr(module, "STEPS", 2_000)


def a_draft(drawing):
    draft = Draft(survey(drawn(drawing.replace("o", "."), rules=Rules())))
    draft.become(draft.holders_of(before(drawing)))
    return draft


def test_as_few_as_can_be_leave_home():
    draft = a_draft("ann .o.xx\nbob x.oxx\ncyd xx..o")
    home = list(draft.holder)
    resettle(draft, home, [0])
    moved = [unit for unit, holder in enumerate(draft.holder) if holder != home[unit]]
    assert NOBODY not in draft.holder[:3]
    assert moved == [0, 1, 2]


def test_a_lost_duty_weighs_more_than_any_move_and_an_old_vacancy_nothing():
    draft = a_draft("ann .o.\nbob ...")
    homing = Homing(draft, lambda: 0.0, list(draft.holder), [0])
    assert homing.energy() == EMPTY
    draft.lift(1)
    draft.place(1, 1)
    assert homing.energy() == EMPTY + DUTY


def test_what_cannot_be_covered_moves_nobody():
    problem = drawn("ann xx\nbob x.")
    mended = repair(problem, (0, 1))
    assert mended.chosen == (None, 1)
    tight = drawn("ann ...", rules=Rules())
    assert repair(tight, (0, 0, 0)).chosen == (0, None, 0)
