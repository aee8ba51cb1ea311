"""Replanning after a change: the lost duties are covered and as little else as can be is touched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dutydesk.domain.planner.cover import Cover
from dutydesk.domain.planner.draft import NOBODY
from dutydesk.domain.planner.excerpt import excerpt
from dutydesk.domain.planner.lost import lost_slots
from dutydesk.domain.planner.resettle import resettle
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

    Lost are the duties of those who may not stand them any more, and what breaks a rest or a togetherness
    rule. Each is covered by one change where anybody is free, the turn (domain.md §4.5) deciding who; else
    by the shortest chain of moves; else it stays empty. A place that was empty before is filled if anybody
    is free, but nobody is moved for it. A block is lost, moved and counted as a whole.
    """
    kept = [
        person if slot.held is None else slot.held for slot, person in zip(problem.slots, before, strict=True)
    ]
    gone = lost_slots(problem, kept)
    vacant = [slot for slot in gone if kept[slot] is None]
    lost = [slot for slot in gone if kept[slot] is not None]
    for slot in lost:
        kept[slot] = None
    mending = _Mending(problem, kept)
    if lost and not mending.directly(lost):
        mending.anyhow(lost)
    for slot in vacant:
        if kept[slot] is None:
            mending.directly([slot])
    return mending.repair(before)


def relieve(
    problem: Problem, before: Sequence[int | None], lost: Sequence[int], *, thorough: bool = True
) -> Repair:
    """Take these slots from whoever stands them and cover them, changing as little else as can be.

    What else is wrong with the plan stays as it is, and what is empty stays empty. Of a block, `lost` names
    all slots that are not held. Not `thorough` tries chains of moves only, which takes no time.
    """
    gone = frozenset(lost)
    kept = [None if slot in gone else person for slot, person in enumerate(before)]
    slots = tuple(
        replace(slot, eligible=0, block=None) if person is None and index not in gone else slot
        for index, (slot, person) in enumerate(zip(problem.slots, before, strict=True))
    )
    mending = _Mending(replace(problem, slots=slots), kept)
    if lost and not mending.directly(lost):
        mending.anyhow(lost, thorough=thorough)
    return mending.repair(before)


class _Mending:
    """Covers slots of a plan within it, looking no further than it must."""

    def __init__(self, problem: Problem, kept: list[int | None]) -> None:
        self._problem = problem
        self._kept = kept
        self.causes: dict[int, int] = {}
        """By slot given out for the sake of another: that other one."""

    def repair(self, before: Sequence[int | None]) -> Repair:
        """Return what became of the plan, against what it was before."""
        changed = [slot for slot, person in enumerate(before) if self._kept[slot] != person]
        changes = (
            Change(slot, before[slot], self._kept[slot], self.causes.get(slot, slot)) for slot in changed
        )
        return Repair(tuple(self._kept), tuple(changes))

    def directly(self, slots: Sequence[int]) -> bool:
        """Give all the slots to people who are free, or none."""
        part = self._around(slots, 0)
        cover, units = self._cover(part, slots)
        done = cover.directly(units)
        if done:
            self._adopt(part, cover)
        return done

    def anyhow(self, slots: Sequence[int], *, thorough: bool = True) -> None:
        """Cover as many of the slots as can be, moving others about."""
        part = self._around(slots, DAYS_AROUND)
        cover, units = self._cover(part, slots)
        home = list(cover.draft.holder)
        cover.anyhow(units)
        if thorough and any(cover.draft.holder[unit] == NOBODY for unit in units):
            resettle(cover.draft, home, units)
            cover.cause = {
                unit: min(units, key=lambda lost: abs(lost - unit))
                for unit, holder in enumerate(cover.draft.holder)
                if holder != home[unit]
            }
        self._adopt(part, cover)

    def _around(self, slots: Sequence[int], days: int) -> Excerpt:
        stood = [self._problem.slots[slot].day for slot in slots]
        return excerpt(self._problem, self._kept, min(stood) - days, max(stood) + days)

    def _cover(self, part: Excerpt, slots: Sequence[int]) -> tuple[Cover, list[int]]:
        draft = part.draft()
        asked = {slot - part.start for slot in slots}
        units = [
            index
            for index, unit in enumerate(draft.ground.units)
            if draft.eligible[index] and not asked.isdisjoint(unit.slots)
        ]
        return Cover(draft, self._turns(part, draft)), units

    def _turns(self, part: Excerpt, draft: Draft) -> Callable[[int, int], Rank]:
        """Return whose turn a unit is; who stood the queue last is looked up in the whole plan."""

        @cache
        def where(unit: int) -> Standing:
            return standing(self._problem, self._kept, draft.ground.units[unit].slots[0] + part.start)

        def rank(unit: int, person: int) -> Rank:
            turn = where(unit)
            return draft.load[draft.ground.units[unit].queue][person], turn.last[person], turn.order[person]

        return rank

    def _adopt(self, part: Excerpt, cover: Cover) -> None:
        units = cover.draft.ground.units
        self._kept[part.start : part.start + len(part.chosen)] = cover.draft.chosen(cover.draft.holder)
        self.causes |= {
            slot + part.start: units[cause].slots[0] + part.start
            for unit, cause in cover.cause.items()
            for slot in units[unit].slots
            if unit != cause
        }
