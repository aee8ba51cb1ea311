"""Replanning after a change: the lost duties are covered and as little else as can be is touched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dutydesk.domain.planner.cover import Cover
from dutydesk.domain.planner.excerpt import excerpt
from dutydesk.domain.planner.lost import lost_slots
from dutydesk.domain.planner.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dutydesk.domain.planner.cover import Rank
    from dutydesk.domain.planner.draft import Draft
    from dutydesk.domain.planner.excerpt import Excerpt
    from dutydesk.domain.planner.problem import Problem
    from dutydesk.domain.planner.standing import Standing

DAYS_AROUND = 21
"""How far from a lost duty others may be moved to make room."""


@dataclass(frozen=True, slots=True)
class Change:
    """One place that somebody else stands now, or nobody."""

    slot: int
    before: int | None
    after: int | None
    because: int
    """The slot whose duty was lost: the same one when it is covered, another when room was made for it."""


@dataclass(frozen=True, slots=True)
class Repair:
    """The mended plan and every change in it."""

    chosen: tuple[int | None, ...]
    changes: tuple[Change, ...]


def repair(problem: Problem, before: Sequence[int | None]) -> Repair:
    """Mend a plan that the problem has outgrown, changing as few places as can be.

    Lost are the duties of those who may not stand them any more, what breaks a rest or a togetherness
    rule, and places that were empty. Each is covered by one change where anybody is free, the turn
    (domain.md §4.5) deciding who; else by the shortest chain of moves; else it stays empty.
    """
    held = [slot.held for slot in problem.slots]
    kept = [person if fixed is None else fixed for fixed, person in zip(held, before, strict=True)]
    lost = lost_slots(problem, kept)
    if not lost:
        return Repair(tuple(kept), _changes(before, kept, {}))
    for slot in lost:
        kept[slot] = None
    days = [problem.slots[slot].day for slot in lost]
    part = excerpt(problem, kept, min(days) - DAYS_AROUND, max(days) + DAYS_AROUND)
    draft = part.draft()
    cover = Cover(draft, _turns(problem, kept, part, draft))
    cover.run()
    kept[part.start : part.start + len(part.chosen)] = draft.chosen(draft.holder)
    units = draft.ground.units
    causes = {
        slot + part.start: units[cause].slots[0] + part.start
        for unit, cause in cover.cause.items()
        for slot in units[unit].slots
        if unit != cause
    }
    return Repair(tuple(kept), _changes(before, kept, causes))


def _changes(
    before: Sequence[int | None], after: Sequence[int | None], causes: dict[int, int]
) -> tuple[Change, ...]:
    return tuple(
        Change(slot, person, after[slot], causes.get(slot, slot))
        for slot, person in enumerate(before)
        if after[slot] != person
    )


def _turns(
    problem: Problem, kept: Sequence[int | None], part: Excerpt, draft: Draft
) -> Callable[[int, int], Rank]:
    """Return whose turn a unit of the excerpt is: its last duties are looked up in the whole plan, once."""

    @cache
    def where(unit: int) -> Standing:
        return standing(problem, kept, draft.ground.units[unit].slots[0] + part.start)

    def rank(unit: int, person: int) -> Rank:
        turn = where(unit)
        return draft.load[draft.ground.units[unit].queue][person], turn.last[person], turn.order[person]

    return rank
