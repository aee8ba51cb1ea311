"""The last touch: turns, gaps, rest days, sections and wishes, by swaps that leave every count as it is."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from random import Random
from typing import TYPE_CHECKING

from dutydesk.domain.planner.cost import short_gaps
from dutydesk.domain.planner.draft import NOBODY
from dutydesk.domain.planner.turns import Moments
from dutydesk.domain.planner.wishes import wishes_by_unit

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
        self._first = [unit.first for unit in ground.units]
        self._restday = [unit.restday for unit in ground.units]
        self._near = ground.problem.rules.in_a_row
        self._limits = short_gaps(ground.problem)
        self._wishes = wishes_by_unit(ground)
        self._moments = Moments(ground.units)
        self._queue: defaultdict[int, list[int]] = defaultdict(list)
        self._place = [0] * len(ground.units)
        for index, unit in enumerate(ground.units):
            if draft.eligible[index]:
                self._place[index] = len(self._queue[unit.queue])
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
