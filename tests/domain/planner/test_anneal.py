from __future__ import annotations

from dutydesk.domain.planner.anneal import Annealer
from dutydesk.domain.planner.cost import fairest
from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.ground import survey
from tests.domain.planner.drawings import drawn


def test_it_ends_as_soon_as_the_roster_is_proven_fairest():
    problem = drawn("ann ....\nbob ....")
    annealer = Annealer(Draft(survey(problem)), "0", fairest(problem))
    shares = list(annealer.cool(100_000, 100))
    assert annealer.proven
    assert len(shares) < 100


def test_the_best_roster_is_kept_though_the_search_goes_on():
    problem = drawn("ann ....\nbob ....\ncyd ....")
    draft = Draft(survey(problem))
    annealer = Annealer(draft, "0", bound=-1)
    for _ in annealer.cool(2_000, 4):
        assert annealer.best_energy <= annealer.energy
    annealer.restore()
    assert draft.holder == annealer.best


def test_nothing_to_move_is_nothing_to_do():
    annealer = Annealer(Draft(survey(drawn("ann x"))), "0", bound=-1)
    assert list(annealer.cool(100, 10)) == []
