"""What a plan costs: each soft goal counted anew from the plan, in the order of their weight."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from dutydesk.domain.fairness import fair_counts, spread, spread_bound
from dutydesk.domain.planner.ground import persons_in, units_of
from dutydesk.domain.planner.problem import HUNDREDTHS, Cost, hundredths
from dutydesk.domain.planner.turns import Moments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dutydesk.domain.planner.ground import Unit
    from dutydesk.domain.planner.problem import Problem


def cost_of(problem: Problem, chosen: Sequence[int | None]) -> Cost:
    """Return the cost of any assignment of the problem's slots, whatever rules it breaks."""
    stood = _stood(problem, chosen)
    own: defaultdict[int, list[Unit]] = defaultdict(list)
    for unit, person in stood:
        if unit.counts:
            own[person].append(unit)
    limits = short_gaps(problem)
    return Cost(
        empty=sum(person is None for person in chosen),
        unfair=_unfair(problem, stood),
        rest_pairs=sum(_rest_pairs(units, problem.rules.in_a_row) for units in own.values()),
        uneven=_off_turn(problem, chosen)
        + sum(
            later.first - earlier.first < limits[person]
            for person, units in own.items()
            for earlier, later in pairwise(units)
        ),
        same_section=_same_section(problem, stood),
        broken_wishes=sum((chosen[wish.slot] == wish.person) != (wish.weight > 0) for wish in problem.wishes),
    )


def short_gaps(problem: Problem) -> tuple[int, ...]:
    """Return by person the number of days below which a gap is less than half of the even one."""
    if not problem.slots:
        return (0,) * problem.people
    days = max(slot.day for slot in problem.slots) - problem.slots[0].day + 1
    dues = [sum(queue.due[person] for queue in problem.queues) for person in range(problem.people)]
    return tuple(int(days / (2 * due)) if due >= 1 else 0 for due in dues)


def counts_by_queue(problem: Problem, chosen: Sequence[int | None]) -> tuple[tuple[int, ...], ...]:
    """Return by queue and person the duties stood, a block once."""
    counts = Counter((unit.queue, person) for unit, person in _stood(problem, chosen))
    people = range(problem.people)
    return tuple(tuple(counts[queue, person] for person in people) for queue in range(len(problem.queues)))


def spreads(problem: Problem, chosen: Sequence[int | None]) -> tuple[tuple[float, float], ...]:
    """Return by queue the spread of the plan and the smallest that any plan filling as many can have."""
    result = []
    for queue, counts in zip(problem.queues, counts_by_queue(problem, chosen), strict=True):
        members = persons_in(queue.members)
        dues = [hundredths(queue.due[person]) / HUNDREDTHS for person in members]
        had = [counts[person] for person in members]
        result.append((spread(had, dues), spread_bound(sum(had), dues)))
    return tuple(result)


def fairest(problem: Problem) -> int:
    """Return the lower bound of `Cost.unfair`: whatever anybody may stand is stood, and divided best."""
    totals = Counter(unit.queue for unit in units_of(problem) if unit.eligible or unit.held is not None)
    bound = 0
    for index, queue in enumerate(problem.queues):
        members = persons_in(queue.members)
        dues = [hundredths(queue.due[person]) / HUNDREDTHS for person in members]
        shares = fair_counts(totals[index], dues)
        bound += sum(round((share - due) * HUNDREDTHS) ** 2 for share, due in zip(shares, dues, strict=True))
    return bound


def _stood(problem: Problem, chosen: Sequence[int | None]) -> list[tuple[Unit, int]]:
    stood = []
    for unit in units_of(problem):
        person = chosen[unit.slots[0]] if unit.slots else unit.held
        if person is not None:
            stood.append((unit, person))
    return stood


def _off_turn(problem: Problem, chosen: Sequence[int | None]) -> int:
    """Count the duties stood more than an even gap from their person's turn."""
    units = units_of(problem)
    own: defaultdict[int, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        person = chosen[unit.slots[0]] if unit.slots else None
        if person is not None:
            own[person].append(index)
    moments = Moments(units)
    return sum(moments.off_turn(stood) for stood in own.values())


def _unfair(problem: Problem, stood: Sequence[tuple[Unit, int]]) -> int:
    counts = Counter((unit.queue, person) for unit, person in stood)
    return sum(
        (counts[index, person] * HUNDREDTHS - hundredths(due)) ** 2
        for index, queue in enumerate(problem.queues)
        for person, due in enumerate(queue.due)
    )


def _rest_pairs(units: Sequence[Unit], in_a_row: int) -> int:
    """Count over all pairs, not only neighbours: three rest-day duties in nine days are three pairs."""
    resting = [unit for unit in units if unit.restday]
    return sum(
        later.first - earlier.first <= in_a_row
        for index, earlier in enumerate(resting)
        for later in resting[index + 1 :]
    )


def _same_section(problem: Problem, stood: Sequence[tuple[Unit, int]]) -> int:
    pairs = 0
    for index, (unit, person) in enumerate(stood):
        section = problem.sections[person]
        for later, other in stood[index + 1 :]:
            if later.first > unit.last:
                break
            pairs += section >= 0 and problem.sections[other] == section and other != person
    return pairs
