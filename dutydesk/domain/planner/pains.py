"""What a duty costs its person in the lower goals: gaps, rest days, sections and wishes."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dutydesk.domain.planner.cost import short_gaps
from dutydesk.domain.planner.draft import NOBODY
from dutydesk.domain.planner.wishes import wishes_by_unit

if TYPE_CHECKING:
    from dutydesk.domain.planner.draft import Draft


class Pains:
    """Weighs a duty of a draft at its person, the goals so that none is paid for by a higher one."""

    def __init__(self, draft: Draft) -> None:
        ground = draft.ground
        self._draft = draft
        self._first = [unit.first for unit in ground.units]
        self._restday = [unit.restday for unit in ground.units]
        self._near = ground.problem.rules.in_a_row
        self._limits = short_gaps(ground.problem)
        self.wishes = wishes_by_unit(ground)
        """By unit and person: the weight of what this person asks for."""
        self._weigh()

    def _weigh(self) -> None:
        """Set the weights so that a swap is never paid for by a higher goal (`Cost.rank`)."""
        problem = self._draft.ground.problem
        wishes = 2 * max((len(asked) for asked in self.wishes.values()), default=0) + 1
        mixing = 4 * max(map(len, self._draft.ground.beside), default=0) + 1
        self._section = wishes
        self._uneven = self._section * mixing
        self._rest = self._uneven * 9
        self._wish = 1
        if problem.rules.wishes_first:
            self._wish = self._rest * 100

    def at(self, unit: int, person: int) -> int:
        """Return what it costs that the person stands this unit; it must be among their duties."""
        pain = self._uneven * self._short_gaps_at(unit, person)
        if self._restday[unit]:
            pain += self._rest * self._rest_days_near(unit, person)
        section = self._draft.ground.problem.sections[person]
        if section >= 0:
            pain += self._section * self._mates_beside(unit, person, section)
        asked = self.wishes.get(unit)
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
