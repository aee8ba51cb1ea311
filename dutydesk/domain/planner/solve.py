"""Planning a period: the first roster by turns, then the fairest one, then the last touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.domain.planner.anneal import COLD, HOT, Annealer
from dutydesk.domain.planner.construct import construct
from dutydesk.domain.planner.cost import cost_of, fairest
from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.polish import Polisher
from dutydesk.domain.planner.problem import Plan, PlanningCancelledError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dutydesk.domain.planner.ground import Ground
    from dutydesk.domain.planner.problem import Problem

ROUNDS = 20
"""Pieces that the search is cut into; after each one the asker hears how far it is."""

STEPS_A_SLOT = 60
"""Chains drawn for each slot in an ordinary run; most offices are proven fairest long before."""

POLISH_A_SLOT = 12
"""Swaps tried for each slot at the end of an ordinary run."""


def solve(
    problem: Problem,
    *,
    steps: int | None = None,
    progress: Callable[[float], bool] | None = None,
) -> Plan:
    """Return the plan of the problem; bounded by steps and not by the clock, so always the same one.

    `progress` is told the share done, 0 to 1; when it answers False, PlanningCancelledError is raised.
    """
    draft = Draft(survey(problem))
    construct(draft)
    budget = STEPS_A_SLOT * len(problem.slots) if steps is None else steps
    annealer = Annealer(draft, problem.seed, fairest(problem))
    for part in range(ROUNDS):
        _tell(progress, part / (ROUNDS + 1))
        if annealer.proven:
            break
        hot, cold = (HOT * (COLD / HOT) ** (at / ROUNDS) for at in (part, part + 1))
        annealer.run(budget // ROUNDS, hot, cold)
    annealer.restore(annealer.best)
    _tell(progress, ROUNDS / (ROUNDS + 1))
    Polisher(draft, problem.seed).run(min(budget, POLISH_A_SLOT * len(problem.slots)))
    return plan_of(draft)


def plan_of(draft: Draft) -> Plan:
    """Return the draft as a plan with its cost."""
    chosen = draft.chosen()
    return Plan(chosen, cost_of(draft.ground.problem, chosen))


def _tell(progress: Callable[[float], bool] | None, share: float) -> None:
    if progress is not None and not progress(share):
        raise PlanningCancelledError
