"""The last touch: gaps, rest days, sections and wishes, by swaps that leave every count as it is."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from random import Random
from typing import TYPE_CHECKING

from dutydesk.domain.planner.cost import short_gaps
from dutydesk.domain.planner.draft import NOBODY
from dutydesk.domain.planner.wishes import wishes_by_unit

if TYPE_CHECKING:
    from dutydesk.domain.planner.draft import Draft

PARTNERS = 12
"""Swaps tried for one unit before the next one is looked at."""


class Polisher:
    """Swaps units of one queue between two people whenever the lower goals gain by it."""

    def __init__(self, draft: Draft, seed: str) -> None:
        ground = draft.ground
        self._draft = draft
        self._dice = Random(seed).random  # noqa: S311 - a search needs repeatable dice, not secret ones
        self._first = [unit.first for unit in ground.units]
        self._restday = [unit.restday for unit in ground.units]
        self._near = ground.problem.rules.in_a_row
        self._limits = short_gaps(ground.problem)
        self._wishes = wishes_by_unit(ground)
        self._queue: defaultdict[int, list[int]] = defaultdict(list)
        for index, unit in enumerate(ground.units):
            if draft.eligible[index]:
                self._queue[unit.queue].append(index)
        self._weigh()

    def _weigh(self) -> None:
        """Set the weights so that a swap is never paid for by a higher goal (`Cost.rank`)."""
        problem = self._draft.ground.problem
        wishes = 2 * max((len(asked) for asked in self._wishes.values()), default=0) + 1
        mixing = 4 * max(map(len, self._draft.ground.beside), default=0) + 1
        self._section = wishes
        self._uneven = self._section * mixing
        self._rest = self._uneven * 9
        self._wish = 1
        if problem.rules.wishes_first:
            self._wish = self._rest * 100

    def run(self, steps: int) -> int:
        """Try about `steps` swaps, the worst placed units first; return how many were tried."""
        tried = 0
        while tried < steps:
            sore = [unit for unit, holder in enumerate(self._draft.holder) if self._is_sore(unit, holder)]
            if not sore:
                return tried
            for unit in sore:
                tried += self._ease(unit)
                if tried >= steps:
                    break
        return tried

    def _is_sore(self, unit: int, holder: int) -> bool:
        return holder != NOBODY and bool(self._draft.eligible[unit]) and self._pain(unit, holder) > 0

    def _ease(self, unit: int) -> int:
        """Swap the unit with the first of a few partners that hurts no more than before."""
        others = self._queue[self._draft.ground.units[unit].queue]
        for tried in range(1, PARTNERS + 1):
            if self._swap(unit, others[int(self._dice() * len(others))]):
                return tried
        return PARTNERS

    def _swap(self, one: int, two: int) -> bool:
        """Swap two units if the rules allow it and it hurts no more; say whether it eased anything."""
        draft = self._draft
        giver, taker = draft.holder[one], draft.holder[two]
        if taker in (giver, NOBODY) or not self._fits(one, two, taker) or not self._fits(two, one, giver):
            return False
        before = self._pain(one, giver) + self._pain(two, taker)
        self._trade(one, two, giver, taker)
        gain = before - self._pain(one, taker) - self._pain(two, giver)
        self._trade(one, two, taker, giver)
        if gain < 0:
            return False
        draft.lift(one)
        draft.lift(two)
        draft.place(one, taker)
        draft.place(two, giver)
        return gain > 0

    def _fits(self, unit: int, given: int, person: int) -> bool:
        """Whether the person may take the unit on giving up another one."""
        draft = self._draft
        if not draft.ground.units[unit].eligible >> person & 1 or given in draft.ground.beside[unit]:
            return False
        bars = draft.hits[unit][person]
        return not bars or bars == draft.freed(unit, given, person)

    def _trade(self, one: int, two: int, giver: int, taker: int) -> None:
        """Swap the two for the eye of `_pain` only: rest and sections are not counted anew."""
        draft = self._draft
        for unit, loser, gainer in ((one, giver, taker), (two, taker, giver)):
            own = draft.duties[loser]
            del own[bisect_left(own, unit)]
            insort(draft.duties[gainer], unit)
            draft.holder[unit] = gainer

    def _pain(self, unit: int, person: int) -> int:
        """Return what the person's standing this unit costs in the lower goals."""
        pain = self._uneven * self._short_gaps_at(unit, person)
        if self._restday[unit]:
            pain += self._rest * self._rest_days_near(unit, person)
        section = self._draft.ground.problem.sections[person]
        if section >= 0:
            pain += self._section * self._mates_beside(unit, person, section)
        asked = self._wishes.get(unit)
        return pain - self._wish * asked.get(person, 0) if asked else pain

    def _short_gaps_at(self, unit: int, person: int) -> int:
        """Count the gaps before and after; joined to one they would be one short gap less or none."""
        own, first, limit = self._draft.duties[person], self._first, self._limits[person]
        place = bisect_left(own, unit)
        before = first[unit] - first[own[place - 1]] if place else limit
        after = first[own[place + 1]] - first[unit] if place + 1 < len(own) else limit
        joined = place > 0 and place + 1 < len(own) and before + after < limit
        return (before < limit) + (after < limit) - joined

    def _rest_days_near(self, unit: int, person: int) -> int:
        own, first, near = self._draft.duties[person], self._first, self._near
        place = bisect_left(own, unit)
        found = 0
        for other in reversed(own[max(place - near, 0) : place]):
            if first[unit] - first[other] > near:
                break
            found += self._restday[other]
        for other in own[place + 1 : place + 1 + near]:
            if first[other] - first[unit] > near:
                break
            found += self._restday[other]
        return found

    def _mates_beside(self, unit: int, person: int, section: int) -> int:
        sections, holder = self._draft.ground.problem.sections, self._draft.holder
        return sum(
            holder[other] not in (NOBODY, person) and sections[holder[other]] == section
            for other in self._draft.ground.beside[unit]
        )
