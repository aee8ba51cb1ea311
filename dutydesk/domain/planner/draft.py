"""A roster in the making: who stands what, who is barred where, who is how far from the due."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from dutydesk.domain.planner.ground import persons_in
from dutydesk.domain.planner.problem import HUNDREDTHS, hundredths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dutydesk.domain.planner.ground import Ground

NOBODY = -1


class Draft:
    """Assignments of units to persons, kept so that every question of the search is one look-up."""

    __slots__ = ("duties", "eligible", "ground", "hits", "holder", "load", "week_load")

    def __init__(self, ground: Ground) -> None:
        people = range(ground.problem.people)
        self.ground = ground
        self.holder = [NOBODY] * len(ground.units)
        self.duties: list[list[int]] = [[] for _ in people]
        """By person: the duties held, in order of time (units are numbered by time)."""
        self.hits = [[0] * len(people) for _ in ground.units]
        """By unit and person: how many rules stand in the way; 0 is free. Nobody bars himself."""
        self.load = [[-hundredths(due) for due in queue.due] for queue in ground.problem.queues]
        """By queue and person: hundredths of a duty above the due."""
        self.load.append([0] * len(people))
        self.eligible = [persons_in(unit.eligible) if unit.held is None else [] for unit in ground.units]
        self.week_load: dict[tuple[int, int], int] = {}
        for index, unit in enumerate(ground.units):
            if unit.held is not None:
                self.place(index, unit.held)

    def place(self, unit: int, person: int) -> None:
        """Give the empty `unit` to `person`; what it breaks is the caller's affair."""
        self.holder[unit] = person
        if self.ground.units[unit].counts:
            insort(self.duties[person], unit)
        self.load[self.ground.units[unit].queue][person] += HUNDREDTHS
        self._bar(unit, person, 1)
        if self.ground.problem.rules.week_limit is not None:
            self._count_week(unit, person, 1)

    def lift(self, unit: int) -> int:
        """Take the unit from whoever stands it, and return that person."""
        person = self.holder[unit]
        self.holder[unit] = NOBODY
        duties = self.duties[person]
        del duties[bisect_left(duties, unit)]
        self.load[self.ground.units[unit].queue][person] -= HUNDREDTHS
        self._bar(unit, person, -1)
        if self.ground.problem.rules.week_limit is not None:
            self._count_week(unit, person, -1)
        return person

    def _bar(self, unit: int, person: int, step: int) -> None:
        hits = self.hits
        for other in self.ground.barred[unit]:
            hits[other][person] += step
        for other, mates in self.ground.apart[unit].items():
            row = hits[other]
            for mate in mates[person]:
                row[mate] += step

    def _count_week(self, unit: int, person: int, step: int) -> None:
        """Bar the whole week when it is full for the person, and open it when it no longer is."""
        if not self.ground.units[unit].counts:
            return
        week = self.ground.units[unit].week
        limit = self.ground.problem.rules.week_limit
        before = self.week_load.get((week, person), 0)
        self.week_load[week, person] = before + step
        if limit == max(before, before + step):
            for other in self.ground.weeks[week]:
                self.hits[other][person] += step

    def free(self, unit: int) -> list[int]:
        """Return those who may take the unit as things stand (its holder may be among them)."""
        row = self.hits[unit]
        return [person for person in self.eligible[unit] if not row[person]]

    def full(self, unit: int, person: int) -> bool:
        """Whether the person's week of this unit has all the duties it may have."""
        limit = self.ground.problem.rules.week_limit
        return limit is not None and self.week_load.get((self.ground.units[unit].week, person), 0) >= limit

    def freed(self, unit: int, given: int, person: int) -> int:
        """Return how many of the person's `hits` at the unit end when this person gives up another one."""
        ended = int(given in self.ground.barred[unit])
        limit = self.ground.problem.rules.week_limit
        if limit is not None:
            week = self.ground.units[unit].week
            same = self.ground.units[given].week == week
            ended += same and self.week_load.get((week, person), 0) == limit
        return ended

    def blockers(self, unit: int, person: int) -> list[int]:
        """Return the units that keep the person from this one: own duties too near, mates of the day."""
        ground = self.ground
        duties = self.duties[person]
        found = [other for other in ground.barred[unit] if self.holder[other] == person] if duties else []
        found += [other for other, mates in ground.apart[unit].items() if self.holder[other] in mates[person]]
        return found

    def become(self, holders: Sequence[int]) -> None:
        """Put everybody where another roster of the same ground has them; held units stay."""
        moved = [unit for unit, holder in enumerate(self.holder) if holder != holders[unit]]
        for unit in moved:
            if self.holder[unit] != NOBODY:
                self.lift(unit)
        for unit in moved:
            if holders[unit] != NOBODY:
                self.place(unit, holders[unit])

    def holders_of(self, chosen: Sequence[int | None]) -> list[int]:
        """Return by unit who stands it in a plan; held units as they are held."""
        holders = list(self.holder)
        for index, unit in enumerate(self.ground.units):
            if unit.held is None:
                person = chosen[unit.slots[0]]
                holders[index] = NOBODY if person is None else person
        return holders

    def chosen(self, holders: Sequence[int]) -> tuple[int | None, ...]:
        """Return a roster of this ground as a plan by slot."""
        chosen: list[int | None] = [None] * len(self.ground.problem.slots)
        for unit, person in zip(self.ground.units, holders, strict=True):
            if person != NOBODY:
                for slot in unit.slots:
                    chosen[slot] = person
        return tuple(chosen)
