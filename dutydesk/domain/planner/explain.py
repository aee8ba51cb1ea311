"""Who could stand a place, in what order, and what stands in the way of each of the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dutydesk.domain.planner.apart import paired
from dutydesk.domain.planner.check import Rule
from dutydesk.domain.planner.draft import NOBODY
from dutydesk.domain.planner.excerpt import MINUTES_A_DAY, excerpt
from dutydesk.domain.planner.ground import persons_in
from dutydesk.domain.planner.problem import DAYS_A_WEEK, HUNDREDTHS
from dutydesk.domain.planner.standing import NEVER, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dutydesk.domain.planner.draft import Draft
    from dutydesk.domain.planner.ground import Unit
    from dutydesk.domain.planner.problem import Problem


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One hard rule that keeps one person from one place."""

    person: int
    rule: Rule
    slot: int | None
    """The slot whose duty is in the way; None for one outside the horizon, or for a full week."""
    day: int
    """The day of that duty."""
    other: int
    """Who stands that duty: the person, or for sections and pairs the other one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom post, leave and exemptions allow a place, with the measures the turn goes by."""

    person: int
    ahead: float
    """Duties in this queue above the due, this place not counted; negative owes."""
    last: int | None
    """Ordinal of the last duty in this queue before the place."""
    order: int
    obstacles: tuple[Obstacle, ...]
    """None of them: free to stand it."""


def candidates(problem: Problem, chosen: Sequence[int | None], slot: int) -> tuple[Candidate, ...]:
    """Rank everybody eligible: the free in the order of their turn, then those whom least is in the way."""
    where = standing(problem, chosen, slot)
    barred = _obstacles_by_person(problem, chosen, slot)
    ranked = sorted(barred, key=lambda person: (len(barred[person]), where.rank(person)))
    return tuple(
        Candidate(
            person=person,
            ahead=where.ahead[person] / HUNDREDTHS,
            last=None if where.last[person] == NEVER else where.last[person],
            order=where.order[person],
            obstacles=barred[person],
        )
        for person in ranked
    )


def obstacles(problem: Problem, chosen: Sequence[int | None], slot: int) -> tuple[Obstacle, ...]:
    """Return what keeps each eligible person from the slot; whoever is not named is free to stand it."""
    barred = _obstacles_by_person(problem, chosen, slot)
    return tuple(obstacle for found in barred.values() for obstacle in found)


def _obstacles_by_person(
    problem: Problem, chosen: Sequence[int | None], slot: int
) -> dict[int, tuple[Obstacle, ...]]:
    """Look at the weeks around the slot with the slot (or its whole block) taken from whoever stands it."""
    asked = problem.slots[slot]
    around = asked.rest_after // MINUTES_A_DAY + DAYS_A_WEEK
    part = excerpt(problem, chosen, asked.day - around, asked.day + around)
    here = slot - part.start
    slots = list(part.problem.slots)
    slots[here] = replace(asked, held=None)
    draft = replace(part, problem=replace(part.problem, slots=tuple(slots))).draft()
    unit = next(index for index, unit in enumerate(draft.ground.units) if here in unit.slots)
    if draft.holder[unit] != NOBODY:
        draft.lift(unit)
    return {
        person: tuple(_in_the_way(draft, unit, person, part.start))
        for person in persons_in(draft.ground.units[unit].eligible)
    }


def _in_the_way(draft: Draft, unit: int, person: int, start: int) -> Iterator[Obstacle]:
    ground, holder = draft.ground, draft.holder
    asked = ground.units[unit]
    for index in ground.barred[unit]:
        if holder[index] == person:
            other = ground.units[index]
            yield Obstacle(person, _nearness(asked, other), _slot(other, start), other.first, person)
    for index, mates in ground.apart[unit].items():
        if holder[index] in mates[person]:
            other = ground.units[index]
            shared = max(asked.first, other.first), min(asked.last, other.last)
            pair = paired(ground.problem, person, holder[index], *shared)
            rule = Rule.PAIR if pair else Rule.SECTION
            yield Obstacle(person, rule, _slot(other, start), other.first, holder[index])
    if draft.full(unit, person):
        yield Obstacle(person, Rule.WEEK_LIMIT, None, asked.first, person)


def _nearness(asked: Unit, other: Unit) -> Rule:
    if asked.shares_day(other):
        return Rule.ONE_A_DAY
    earlier, later = sorted((asked, other), key=lambda unit: unit.starts)
    return Rule.CONSECUTIVE if later.first < earlier.clear_day else Rule.REST


def _slot(unit: Unit, start: int) -> int | None:
    return unit.slots[0] + start if unit.slots else None
