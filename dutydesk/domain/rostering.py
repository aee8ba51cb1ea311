"""From a situation to a roster: who stands each place, what was left empty, how fair it came out."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dutydesk.domain.brief import Brief, Keep, brief
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.fairness import spread, spread_bound
from dutydesk.domain.planner.problem import PlanningCancelledError
from dutydesk.domain.planner.solve import solve
from dutydesk.domain.rotation import TurnQueue
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
class RosterPlan:
    """A roster for a period, not yet adopted; `cells` has every place, None where it stays empty."""

    cells: tuple[tuple[PlaceKey, str | None], ...]
    changed: frozenset[PlaceKey]
    outcomes: tuple[Outcome, ...]

    @property
    def unfilled(self) -> tuple[PlaceKey, ...]:
        """The places nobody could be found for."""
        return tuple(place for place, person in self.cells if person is None)


def make_plan(
    situation: Situation,
    *,
    keep: Keep = Keep.PUBLISHED,
    steps: int | None = None,
    progress: Progress | None = None,
) -> RosterPlan:
    """Plan the period: a published roster is mended with the fewest changes, the rest is planned afresh.

    The same situation always has the same plan. Refuses an office without shifts or people, and when
    `progress` (told the share done) answers False.
    """
    asked = brief(situation, keep)
    try:
        plan = solve(asked.problem, steps=steps, progress=progress)
    except PlanningCancelledError:
        raise PlanCancelledError from None
    return as_roster(asked, plan.chosen)


def as_roster(asked: Brief, chosen: tuple[int | None, ...]) -> RosterPlan:
    """The engine's numbers as people and places."""
    people = asked.situation.people
    cells = tuple(
        (place, None if number is None else people[number].id)
        for place, number in zip(asked.places, chosen, strict=True)
    )
    before = {
        place: number for place, number in zip(asked.places, asked.before, strict=True) if number is not None
    }
    after = dict(zip(asked.places, chosen, strict=True))
    changed = frozenset(place for place, number in before.items() if after[place] != number)
    return RosterPlan(cells, changed, outcomes(asked, after))


def outcomes(asked: Brief, after: Mapping[PlaceKey, int | None]) -> tuple[Outcome, ...]:
    """How every queue comes out when `after` is stood."""
    counts: dict[QueueKey, Counter[int]] = {}
    for place, number in after.items():
        if number is not None and asked.situation.counts(place):
            counts.setdefault(asked.situation.queue_of(place), Counter())[number] += 1
    return tuple(_outcome(queue, counts.get(queue.key, Counter())) for queue in asked.queues)


def _outcome(queue: TurnQueue, counts: Counter[int]) -> Outcome:
    bearing = [number for number, weight in enumerate(queue.weights) if weight > 0]
    stood = [counts[number] for number in bearing]
    dues = [queue.due[number] for number in bearing]
    return Outcome(
        queue.key,
        min(stood, default=0),
        max(stood, default=0),
        round(spread(stood, dues), 4),
        round(spread_bound(sum(stood), dues), 4),
    )
