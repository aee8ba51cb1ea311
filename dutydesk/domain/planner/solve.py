"""Planning a period: the first roster by turns, then the fairest one, then the last touch."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from dutydesk.domain.planner.anneal import Annealer
from dutydesk.domain.planner.construct import construct
from dutydesk.domain.planner.cost import cost_of, fairest
from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.polish import Polisher
from dutydesk.domain.planner.problem import Plan, PlanningCancelledError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dutydesk.domain.planner.problem import Problem

STEPS = 300_000
"""Chains drawn in an ordinary run."""

COOLINGS = (0.1, 0.3, 0.6)
"""The shares of them in each cooling: most offices are proven fairest in the first, short one."""

SLICE = 15_000
"""Chains drawn between two words to the asker: a few hundredths of a second."""

LONGEST = 6
"""Thinking longer doubles the run each time; this many times at most."""

POLISH_A_SLOT = 12
"""Swaps tried for each slot at the end of an ordinary run."""

ALMOST = 0.95
"""Share done when only the polish is left."""

PATIENCE = 12
"""Rounds without any gain after which thinking longer gives up."""


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
    seed = str(problem.seed)
    annealer = Annealer(draft, seed, fairest(problem))
    done = 0.0
    for share in COOLINGS:
        for part in _cooled(annealer, round(share * (STEPS if steps is None else steps))):
            if progress is not None and not progress(ALMOST * (done + part * share)):
                raise PlanningCancelledError
        done += share
    Polisher(draft, seed).run(POLISH_A_SLOT * len(problem.slots))
    return plan_of(draft)


def improve(problem: Problem, plan: Plan) -> Iterator[Plan]:
    """Think longer: yield the best plan so far every few hundredths of a second, never a worse one.

    Stop whenever you like. It ends by itself when nothing can be better, or nothing has been for long.
    """
    draft = Draft(survey(problem))
    bound = fairest(problem)
    idle = 0
    for attempt in count(1):
        draft.become(draft.holders_of(plan.chosen))
        before = plan
        for better in _attempt(draft, f"{problem.seed}/{attempt}", bound, STEPS << min(attempt, LONGEST)):
            plan = min(plan, better, key=lambda some: some.cost.rank(problem.rules))
            yield plan
        idle = idle + 1 if plan is before else 0
        if idle == PATIENCE:
            return


def _attempt(draft: Draft, seed: str, bound: int, steps: int) -> Iterator[Plan]:
    """Warm the roster up, cool it and polish it; yield what it has come to after each slice."""
    annealer = Annealer(draft, seed, bound)
    reached, found = annealer.best_energy, plan_of(draft)
    for _ in _cooled(annealer, steps):
        if annealer.best_energy < reached:
            reached, found = annealer.best_energy, plan_of(draft, annealer.best)
        yield found
    Polisher(draft, seed).run(POLISH_A_SLOT * len(draft.holder))
    yield plan_of(draft)


def _cooled(annealer: Annealer, steps: int) -> Iterator[float]:
    """Cool once from the best roster to a better one; yield the share done after each slice."""
    yield from annealer.cool(steps, max(steps // SLICE, 1))
    annealer.restore()


def plan_of(draft: Draft, holders: Sequence[int] | None = None) -> Plan:
    """Return the draft, or an earlier roster of its own, as a plan with its cost."""
    chosen = draft.chosen(draft.holder if holders is None else holders)
    return Plan(chosen, cost_of(draft.ground.problem, chosen))
