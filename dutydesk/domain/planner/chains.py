"""Moves and short chains of moves: q takes a place from p, and what q had to give up goes to r."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from dutydesk.domain.planner.draft import NOBODY
from dutydesk.domain.planner.wishes import wishes_by_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutydesk.domain.planner.draft import Draft

DUTY = 10_000
"""One squared duty, as `Cost.unfair` counts it."""

BROKEN = 1_000 * DUTY
EMPTY = 1_000_000 * DUTY
"""Heavier than any unfairness a move can make good: the search never trades them for it."""

TRIES = 4


class Chain(NamedTuple):
    """A move of one unit, or of two where the second makes way for the first."""

    change: int
    """What it does to the energy."""
    unit: int
    taker: int
    displaced: int
    """The unit that the taker, or a mate of the taker, gives up; -1 when none."""
    heir: int
    """Who takes the displaced unit; nobody leaves it empty."""


class Chains:
    """Draws chains that keep every hard rule, and says what each would change before it is made."""

    def __init__(self, draft: Draft, dice: Callable[[], float]) -> None:
        ground = draft.ground
        self._draft = draft
        self._dice = dice
        self._queue = [unit.queue for unit in ground.units]
        self._slots = [len(unit.slots) * EMPTY for unit in ground.units]
        self.movable = [index for index, persons in enumerate(draft.eligible) if persons]
        self._most_bars = 1 if ground.problem.rules.week_limit is None else 2
        self._wishes = wishes_by_unit(ground) if ground.problem.rules.wishes_first else {}

    def energy(self) -> int:
        """Return what the search makes smaller: empty slots, first-rank wishes, squared deviations."""
        draft = self._draft
        total = sum(load * load for row in draft.load[:-1] for load in row)
        total += BROKEN * sum(max(asked, 0) for wishes in self._wishes.values() for asked in wishes.values())
        for unit in self.movable:
            holder = draft.holder[unit]
            total += self._slots[unit] if holder == NOBODY else self._wish(unit, holder)
        return total

    def draw(self, unit: int) -> Chain | None:
        """Draw a person to take the unit, and an heir for what this displaces; None if it does not fit."""
        draft, dice = self._draft, self._dice
        eligible = draft.eligible[unit]
        taker = eligible[int(dice() * len(eligible))]
        row = draft.load[self._queue[unit]]
        rival = eligible[int(dice() * len(eligible))]
        if row[rival] < row[taker]:
            taker = rival
        holder = draft.holder[unit]
        if taker == holder:
            return None
        bars = draft.hits[unit][taker]
        if not bars:
            return Chain(self._handover(unit, holder, taker), unit, taker, -1, NOBODY)
        return self._displacing(unit, holder, taker) if bars <= self._most_bars else None

    def _displacing(self, unit: int, holder: int, taker: int) -> Chain | None:
        """Find the one unit in the way and the best of a few who could take it instead."""
        displaced = self._in_the_way(unit, taker)
        if displaced < 0 or not self._draft.eligible[displaced]:
            return None
        change, heir = self._heir(unit, holder, taker, displaced)
        if heir == NOBODY and holder != NOBODY:
            return None
        return Chain(change, unit, taker, displaced, heir)

    def _in_the_way(self, unit: int, taker: int) -> int:
        """Return the unit that alone bars the taker, or -1 when there is more in the way."""
        draft = self._draft
        own = draft.duties[taker]
        place = bisect_left(own, unit)
        near = own[max(place - 1, 0) : place + 1]
        if draft.full(unit, taker):
            near = [other for other in draft.ground.weeks[draft.ground.units[unit].week] if other in own]
            near = near[int(self._dice() * len(near)) :][:1]
        bars = draft.hits[unit][taker]
        for other in near:
            if draft.freed(unit, other, taker) == bars:
                return other
        return self._mate_in_the_way(unit, taker) if bars == 1 else -1

    def _mate_in_the_way(self, unit: int, taker: int) -> int:
        draft = self._draft
        for other, mates in draft.ground.apart[unit].items():
            if draft.holder[other] in mates[taker]:
                return other
        return -1

    def _heir(self, unit: int, holder: int, taker: int, displaced: int) -> tuple[int, int]:
        """Return the cheapest of a few heirs with the change of energy; the old holder is one of them."""
        draft, dice = self._draft, self._dice
        bars = draft.hits[displaced]
        giver = draft.holder[displaced]
        eligible = draft.eligible[displaced]
        apart = draft.ground.apart[unit].get(displaced)
        mates = apart[taker] if apart else ()
        best, chosen = self._change(unit, holder, taker, displaced, NOBODY), NOBODY
        if self._may_inherit(unit, holder, displaced) and holder not in mates:
            best, chosen = self._change(unit, holder, taker, displaced, holder), holder
        for _ in range(TRIES):
            heir = eligible[int(dice() * len(eligible))]
            if bars[heir] or heir in (giver, taker) or heir in mates:
                continue
            change = self._change(unit, holder, taker, displaced, heir)
            if change < best:
                best, chosen = change, heir
        return best, chosen

    def _may_inherit(self, unit: int, holder: int, displaced: int) -> bool:
        """Whether the old holder of the unit, once rid of it, may stand the displaced one."""
        draft = self._draft
        return (
            holder != NOBODY
            and bool(draft.ground.units[displaced].eligible >> holder & 1)
            and draft.hits[displaced][holder] == draft.freed(displaced, unit, holder)
        )

    def _handover(self, unit: int, holder: int, taker: int) -> int:
        """Return the change of energy when the unit goes from its holder to the taker."""
        queue = self._queue[unit]
        change = 0
        if queue >= 0:
            row = self._draft.load[queue]
            change = 200 * (row[taker] + 50)
            if holder != NOBODY:
                change -= 200 * (row[holder] - 50)
        if holder == NOBODY:
            change -= self._slots[unit]
        if unit in self._wishes:
            change += self._wish(unit, taker) - (self._wish(unit, holder) if holder != NOBODY else 0)
        return change

    def _change(self, unit: int, holder: int, taker: int, displaced: int, heir: int) -> int:
        """Return the change of energy of the whole chain, counting a person in both moves once."""
        draft = self._draft
        giver = draft.holder[displaced]
        change = self._handover(unit, holder, taker)
        row = draft.load[self._queue[displaced]]
        shared = self._queue[unit] == self._queue[displaced]
        row[taker] += 100 * shared
        if holder != NOBODY:
            row[holder] -= 100 * shared
        change += (
            self._release(displaced, giver) if heir == NOBODY else self._handover(displaced, giver, heir)
        )
        row[taker] -= 100 * shared
        if holder != NOBODY:
            row[holder] += 100 * shared
        return change

    def _release(self, unit: int, holder: int) -> int:
        """Return the change of energy when the unit is left empty."""
        queue = self._queue[unit]
        change = self._slots[unit] - (self._wish(unit, holder) if unit in self._wishes else 0)
        return change - 200 * (self._draft.load[queue][holder] - 50) if queue >= 0 else change

    def _wish(self, unit: int, person: int) -> int:
        wishes = self._wishes.get(unit)
        if wishes is None:
            return 0
        asked = wishes.get(person, 0)
        return -BROKEN * asked
