"""From a situation to a roster: who stands each place, what was left empty, how fair it came out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from dutydesk.domain.brief import Brief, Keep, brief
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.planner.cost import counts_by_queue, spreads
from dutydesk.domain.planner.problem import Plan, PlanningCancelledError, Problem
from dutydesk.domain.planner.repair import repair
from dutydesk.domain.planner.solve import improve, solve
from dutydesk.domain.rotation import members
from dutydesk.domain.situation import QueueKey, Situation
from dutydesk.errors import PlanCancelledError

Progress = Callable[[float], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one queue came out: fewest and most duties of its members, spread against due, and its bound."""

    key: QueueKey
    fewest: int
    most: int
    spread: float
    bound: float


@dataclass(frozen=True, slots=True)
class Change:
    """A place that somebody else stands than before (person ids, None for nobody).

    `because` is the place whose duty was lost: itself when it had to be covered anew, another one when room
    was made for that; None where the whole period was planned afresh.
    """

    place: PlaceKey
    before: str | None
    after: str | None
    because: PlaceKey | None


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """A roster for a period, not yet adopted; `cells` has every place, None where it stays empty."""

    cells: tuple[tuple[PlaceKey, str | None], ...]
    changes: tuple[Change, ...]
    outcomes: tuple[Outcome, ...]
    asked: Brief
    chosen: Plan

    @property
    def unfilled(self) -> tuple[PlaceKey, ...]:
        """The places nobody could be found for."""
        return tuple(place for place, person in self.cells if person is None)

    @property
    def changed(self) -> frozenset[PlaceKey]:
        """The places that somebody stood before and somebody else, or nobody, stands now."""
        return frozenset(change.place for change in self.changes)

    @property
    def fairest(self) -> bool:
        """Whether no other plan could be fairer in any queue."""
        return all(outcome.spread <= outcome.bound for outcome in self.outcomes)


def make_plan(
    situation: Situation,
    *,
    keep: Keep = Keep.PUBLISHED,
    steps: int | None = None,
    progress: Progress | None = None,
) -> RosterPlan:
    """Plan the period: what is kept is mended with the fewest changes, the rest is planned afresh.

    The same situation always has the same plan. Refuses an office without shifts or people, and when
    `progress` (told the share done) answers False.
    """
    asked = brief(situation, keep)
    causes, problem = _mended(asked)
    asked = replace(asked, problem=problem)
    try:
        plan = solve(problem, steps=steps, progress=progress)
    except PlanningCancelledError:
        raise PlanCancelledError from None
    return _as_roster(asked, plan, causes)


def think_longer(plan: RosterPlan) -> Iterator[RosterPlan]:
    """Better and better plans from one that was made, never a worse one; stop whenever you like."""
    causes = {change.place: change.because for change in plan.changes if change.because}
    for better in improve(plan.asked.problem, plan.chosen):
        yield _as_roster(plan.asked, better, causes)


def _mended(asked: Brief) -> tuple[Mapping[PlaceKey, PlaceKey], Problem]:
    """Hold what is kept, mended where it can no longer stand; returns why each kept place changed, too."""
    kept = sorted(asked.kept)
    if not kept:
        return {}, asked.problem
    slots = asked.problem.slots
    part = replace(asked.problem, slots=tuple(slots[each] for each in kept), wishes=())
    mended = repair(part, [asked.before[each] for each in kept])
    held = dict(zip(kept, mended.chosen, strict=True))
    places = {number: asked.places[slot] for number, slot in enumerate(kept)}
    causes = {places[change.slot]: places[change.because] for change in mended.changes}
    fixed = (
        replace(slot, held=held[number]) if number in held else slot for number, slot in enumerate(slots)
    )
    return causes, replace(asked.problem, slots=tuple(fixed))


def _as_roster(asked: Brief, plan: Plan, causes: Mapping[PlaceKey, PlaceKey]) -> RosterPlan:
    """The engine's numbers as people and places."""
    names = [person.id for person in asked.situation.people]
    cells, changes = [], []
    for place, old, new in zip(asked.places, asked.before, plan.chosen, strict=True):
        before, after = (None if number is None else names[number] for number in (old, new))
        cells.append((place, after))
        if before is not None and before != after:
            changes.append(Change(place, before, after, causes.get(place)))
    return RosterPlan(tuple(cells), tuple(changes), outcomes(asked, plan.chosen), asked, plan)


def outcomes(asked: Brief, chosen: tuple[int | None, ...]) -> tuple[Outcome, ...]:
    """How every queue comes out when `chosen` is stood."""
    counts = counts_by_queue(asked.problem, chosen)
    measured = spreads(asked.problem, chosen)
    return tuple(
        _outcome(queue.key, [stood[number] for number in members(asked.problem.queues[index].members)], found)
        for index, (queue, stood, found) in enumerate(zip(asked.queues, counts, measured, strict=True))
    )


def _outcome(key: QueueKey, stood: list[int], measured: tuple[float, float]) -> Outcome:
    spread, bound = (round(each, 4) for each in measured)
    return Outcome(key, min(stood, default=0), max(stood, default=0), spread, bound)
