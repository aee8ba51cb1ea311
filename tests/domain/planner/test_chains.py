from __future__ import annotations

from itertools import cycle

from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.planner.anneal import HOT, Annealer
from dutydesk.domain.planner.chains import Chains
from dutydesk.domain.planner.check import violations
from dutydesk.domain.planner.construct import construct
from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.problem import Rules
from tests.domain.planner.drawings import drawn, offices


@settings(max_examples=80)
@given(offices(heads=2), st.integers(0, 99))
def test_a_chain_does_to_the_energy_what_it_says_and_breaks_no_rule(problem, seed):
    draft = Draft(survey(problem))
    construct(draft)
    annealer = Annealer(draft, str(seed))
    for _ in annealer.cool(60, 6):
        assert annealer.energy == energy(draft)
        assert not violations(problem, draft.chosen(draft.holder))


def test_what_the_taker_gives_up_goes_to_an_heir():
    problem = drawn("ann ..x\nbob ..x\ncyd x.x", rules=Rules())
    draft = Draft(survey(problem))
    draft.become([-1, 0, -1])
    draws = cycle((0.0, 0.4, 0.7, 0.9))
    chains = Chains(draft, lambda: next(draws))
    found = [chains.draw(0) for _ in range(20)]
    assert any(chain and chain.taker == 0 and chain.heir == 2 for chain in found)


def test_a_warm_search_still_counts_right_at_the_end():
    problem = drawn("ann .x..\nbob ..x.\ncyd ....", rules=Rules())
    draft = Draft(survey(problem))
    annealer = Annealer(draft, "0")
    list(annealer.cool(int(HOT), 1))
    annealer.restore()
    assert annealer.energy == energy(draft)


def energy(draft):
    return Chains(draft, lambda: 0.0).energy()
