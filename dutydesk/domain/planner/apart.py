"""Who is never on duty on one day with whom: two of a section always, a pair while it lasts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dutydesk.domain.planner.problem import Pair, Problem

Mates = tuple[frozenset[int], ...]
"""By person: those never on duty together with this one; empty where that is nobody at all."""


class Apart:
    """Whom the rules keep apart on some days, worked out once for all days that are alike."""

    __slots__ = ("_always", "_at_times", "_found", "_problem")

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        pairs = problem.pairs if problem.rules.pairs_apart and problem.slots else ()
        ends = (problem.slots[0].day, problem.slots[-1].day) if pairs else (0, 0)
        self._always = tuple(pair for pair in pairs if pair.first <= ends[0] and ends[1] <= pair.last)
        self._at_times = tuple(pair for pair in pairs if pair not in self._always)
        self._found: dict[tuple[Pair, ...], Mates] = {}

    def __bool__(self) -> bool:
        """Whether anybody is ever kept apart."""
        return bool(self._always or self._at_times or self._problem.rules.sections_apart)

    def on(self, first: int, last: int) -> Mates:
        """Return who may not be on duty together when both are on each of these days."""
        passing = self._at_times
        lasting = tuple(pair for pair in passing if pair.meets(first, last)) if passing else ()
        found = self._found.get(lasting)
        if found is None:
            found = self._found[lasting] = self._mates((*self._always, *lasting))
        return found

    def _mates(self, pairs: Iterable[Pair]) -> Mates:
        problem = self._problem
        mates: list[set[int]] = [set() for _ in range(problem.people)]
        if problem.rules.sections_apart:
            sections: defaultdict[int, set[int]] = defaultdict(set)
            for person, section in enumerate(problem.sections):
                sections[section].add(person)
            for person, section in enumerate(problem.sections):
                if section >= 0:
                    mates[person] |= sections[section] - {person}
        for pair in pairs:
            mates[pair.one].add(pair.other)
            mates[pair.other].add(pair.one)
        return tuple(map(frozenset, mates)) if any(mates) else ()


def paired(problem: Problem, one: int, other: int, first: int, last: int) -> bool:
    """Whether it is as a pair that the two are kept apart on these days, and not as of one section."""
    return problem.rules.pairs_apart and any(
        {pair.one, pair.other} == {one, other} and pair.meets(first, last) for pair in problem.pairs
    )
