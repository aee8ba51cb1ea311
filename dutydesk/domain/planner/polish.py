"""The last touch: turns, gaps, rest days, sections and wishes, by swaps that leave every count as it is."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from random import Random
from typing import TYPE_CHECKING

from dutydesk.domain.planner.draft import NOBODY
from dutydesk.domain.planner.pains import Pains
from dutydesk.domain.planner.turns import Moments

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutydesk.domain.planner.draft import Draft

PARTNERS = 12
"""Swaps tried for one unit before the next one is looked at."""

ROUNDS = 2
"""How far away a partner is looked for, in rounds of a queue: nearby swaps keep everybody's turn."""

NOTHING = 1e-6
"""Gaps nearer than this are the same."""


class Polisher:
    """Swaps units of one queue between two people whenever the lower goals gain by it."""

    def __init__(self, draft: Draft, seed: str) -> None:
        ground = draft.ground
        self._draft = draft
        self._dice = Random(seed).random  # noqa: S311 - a search needs repeatable dice, not secret ones
        pains = Pains(draft)
        self._pain = pains.at
        self._wishes = pains.wishes
        self._moments = Moments(ground.units)
        self._queue: defaultdict[int, list[int]] = defaultdict(list)
        self._place = [0] * len(ground.units)
        for index, unit in enumerate(ground.units):
            if draft.eligible[index]:
                self._place[index] = len(self._queue[unit.queue])
                self._queue[unit.queue].append(index)

    def run(self, steps: int) -> None:
        """Try about `steps` swaps: first those that put people back on their turn, then the sore places."""
        self._pass(steps // 3, self._is_off)
        self._pass(steps - steps // 3, self._is_sore)

    def _pass(self, steps: int, wants: Callable[[int, int], bool]) -> None:
        tried = 0
        while tried < steps:
            units = [unit for unit, holder in enumerate(self._draft.holder) if self._may(unit, holder, wants)]
            if not units:
                return
            for unit in units:
                tried += self._ease(unit)
                if tried >= steps:
                    return

    def _may(self, unit: int, holder: int, wants: Callable[[int, int], bool]) -> bool:
        return holder != NOBODY and bool(self._draft.eligible[unit]) and wants(unit, holder)

    def _is_sore(self, unit: int, holder: int) -> bool:
        return self._pain(unit, holder) > 0 or bool(self._askers(unit, holder))

    def _askers(self, unit: int, holder: int) -> list[int]:
        """Those who ask for a unit that somebody stands who does not."""
        asked = self._wishes.get(unit, {})
        wanting = [person for person, weight in asked.items() if weight > 0]
        return [] if holder in wanting else wanting

    def _is_off(self, unit: int, holder: int) -> bool:
        return self._moments.is_off(unit, self._draft.duties[holder])

    def _ease(self, unit: int) -> int:
        """Swap the unit with the first of a few nearby partners by which anything is gained."""
        others = self._queue[self._draft.ground.units[unit].queue]
        members = self._draft.ground.problem.queues[self._draft.ground.units[unit].queue].members
        reach = ROUNDS * members.bit_count() + 1
        first = max(self._place[unit] - reach, 0)
        last = min(self._place[unit] + reach + 1, len(others))
        if self._grant(unit):
            return 1
        for tried in range(1, PARTNERS + 1):
            if self._swap(unit, others[first + int(self._dice() * (last - first))]):
                return tried
        return PARTNERS

    def _grant(self, unit: int) -> bool:
        """Swap the unit with a free one of somebody who asks for it, if they have any in its queue."""
        units, duties, movable = self._draft.ground.units, self._draft.duties, self._draft.eligible
        return any(
            units[own].queue == units[unit].queue and self._swap(unit, own)
            for person in self._askers(unit, self._draft.holder[unit])
            for own in tuple(duties[person])
            if movable[own]
        )

    def _swap(self, one: int, two: int) -> bool:
        """Swap two units if the rules allow it and a soft goal gains, or none loses and turns come nearer."""
        draft = self._draft
        giver, taker = draft.holder[one], draft.holder[two]
        if taker in (giver, NOBODY) or not self._fits(one, two, taker) or not self._fits(two, one, giver):
            return False
        before, drift = self._pain(one, giver) + self._pain(two, taker), self._drift(one, giver, taker)
        self._trade(one, two, giver, taker)
        gain = before - self._pain(one, taker) - self._pain(two, giver)
        nearer = gain >= 0 and drift - self._drift(one, giver, taker) > (NOTHING if gain == 0 else -ROUNDS)
        self._trade(one, two, taker, giver)
        if not nearer:
            return False
        draft.lift(one)
        draft.lift(two)
        draft.place(one, taker)
        draft.place(two, giver)
        return True

    def _drift(self, unit: int, giver: int, taker: int) -> float:
        """How far the two people are off their turns in the unit's queue."""
        queue, duties = self._draft.ground.units[unit].queue, self._draft.duties
        return self._moments.drift(duties[giver], queue) + self._moments.drift(duties[taker], queue)

    def _fits(self, unit: int, given: int, person: int) -> bool:
        """Whether the person may take the unit on giving up another one."""
        draft = self._draft
        if not draft.ground.units[unit].eligible >> person & 1 or given in draft.ground.beside[unit]:
            return False
        bars = draft.hits[unit][person]
        return not bars or bars == draft.freed(unit, given, person)

    def _trade(self, one: int, two: int, giver: int, taker: int) -> None:
        """Swap the two for the eye of `Pains` only: rest and sections are not counted anew."""
        draft = self._draft
        for unit, loser, gainer in ((one, giver, taker), (two, taker, giver)):
            own = draft.duties[loser]
            del own[bisect_left(own, unit)]
            insort(draft.duties[gainer], unit)
            draft.holder[unit] = gainer
