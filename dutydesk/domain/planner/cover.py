"""Covering lost duties: directly where anybody is free, else by the shortest chain of moves."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from dutydesk.domain.planner.draft import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dutydesk.domain.planner.draft import Draft

LOOKS = 3_000
"""Positions looked at for each number of extra moves before the search is narrowed."""

EXTRA_MOVES = 3
"""Extra moves searched in full; longer chains only ever displace one duty at a time."""

TOGETHER = 5
"""Most lost duties for which leaving out some for the sake of others is weighed."""

Rank = tuple[int, int, int]


class Open(NamedTuple):
    """A unit that needs somebody, and the lost one for whose sake."""

    unit: int
    cause: int


class Cover:
    """Fills the empty units of a draft; `rank` says whose turn it is, the smallest first."""

    def __init__(self, draft: Draft, rank: Callable[[int, int], Rank]) -> None:
        self.draft = draft
        self.cause: dict[int, int] = {}
        """By unit given out here: the lost unit it was given out for."""
        self._rank = rank
        self._looks = 0

    def directly(self, units: Sequence[int]) -> bool:
        """Cover all the units by people who are free, or none."""
        self._looks = LOOKS
        return self._fill([Open(unit, unit) for unit in units], 0, 0)

    def anyhow(self, units: Sequence[int]) -> None:
        """Cover all the units with the fewest moves; where that fails, as many as can be."""
        lost = [Open(unit, unit) for unit in units]
        if self._cover(lost, 0):
            return
        start = list(self.draft.holder)
        self._one_by_one(lost)
        left = sum(self.draft.holder[one.unit] == NOBODY for one in lost)
        single, causes = list(self.draft.holder), dict(self.cause)
        if left and len(lost) <= TOGETHER:
            self._reset(start, {})
            if not any(self._cover(lost, spare) for spare in range(1, left + 1)) or (
                self._merit(start, self.draft.holder) > self._merit(start, single)
            ):
                self._reset(single, causes)

    def _one_by_one(self, lost: list[Open]) -> None:
        for one in sorted(lost, key=lambda one: len(self.draft.free(one.unit))):
            if not self._cover([one], 0):
                self._chain(one.unit)

    def _reset(self, holders: Sequence[int], cause: dict[int, int]) -> None:
        self.draft.become(holders)
        self.cause = cause

    def _merit(self, start: list[int], holders: list[int]) -> tuple[int, int]:
        """Return the empty units and the changed ones of a way to cover; smaller is better."""
        changed = sum(one != other for one, other in zip(start, holders, strict=True))
        return holders.count(NOBODY), changed

    def _cover(self, lost: list[Open], spare: int) -> bool:
        for extra in range(EXTRA_MOVES + 1):
            self._looks = LOOKS
            if self._fill(lost, extra, spare):
                return True
        return False

    def _fill(self, wanted: list[Open], extra: int, spare: int) -> bool:
        """Give everything wanted to somebody with at most `extra` further moves, or leave all as it was.

        `spare` of them may stay empty.
        """
        if len(wanted) <= spare:
            return True
        self._looks -= 1
        if self._looks < 0:
            return False
        scarcest = min(wanted, key=lambda one: len(self.draft.free(one.unit)))
        rest = [one for one in wanted if one is not scarcest]
        return any(
            self._try(scarcest, person, displaced, rest, extra, spare)
            for person, displaced in self._takers(scarcest.unit, extra)
        ) or (spare > 0 and self._fill(rest, extra, spare - 1))

    def _takers(self, unit: int, extra: int) -> Iterator[tuple[int, list[int]]]:
        """Yield who may take the unit and what they give up for it: first those who give up nothing."""
        draft = self.draft
        ranked = sorted(draft.eligible[unit], key=lambda person: self._rank(unit, person))
        for person in ranked:
            if not draft.hits[unit][person]:
                yield person, []
        for person in ranked if extra else ():
            if draft.hits[unit][person]:
                for displaced in self._ways(unit, person):
                    if 0 < len(displaced) <= extra and not any(map(self._stays, displaced)):
                        yield person, displaced

    def _ways(self, unit: int, person: int) -> Iterator[list[int]]:
        """Yield what could be displaced: all that is in the way and, of a full week, one of its duties."""
        draft = self.draft
        displaced = draft.blockers(unit, person)
        week = draft.ground.weeks[draft.ground.units[unit].week]
        own = [other for other in week if draft.holder[other] == person]
        if draft.full(unit, person) and not set(displaced) & set(own):
            yield from ([*displaced, other] for other in own)
        else:
            yield displaced

    def _stays(self, unit: int) -> bool:
        return unit in self.cause or not self.draft.eligible[unit]

    def _try(
        self, one: Open, person: int, displaced: Sequence[int], rest: list[Open], extra: int, spare: int
    ) -> bool:
        """Make the move and fill what it leaves open; take it back if that fails."""
        draft = self.draft
        before = [draft.lift(unit) for unit in displaced]
        if not draft.hits[one.unit][person]:
            draft.place(one.unit, person)
            self.cause[one.unit] = one.cause
            opened = [Open(unit, one.cause) for unit in displaced]
            if self._fill([*rest, *opened], extra - len(displaced), spare):
                return True
            del self.cause[one.unit]
            draft.lift(one.unit)
        for unit, holder in zip(displaced, before, strict=True):
            draft.place(unit, holder)
        return False

    def _chain(self, lost: int) -> bool:
        """Search breadth first for a chain in which each taker gives up one unit to the next taker."""
        came: dict[int, tuple[int, int]] = {}
        waiting = deque([lost])
        while waiting:
            unit = waiting.popleft()
            for person, displaced in self._takers(unit, 1):
                if not displaced:
                    if self._make(self._path(lost, unit, person, came), lost):
                        return True
                elif displaced[0] != lost and displaced[0] not in came:
                    came[displaced[0]] = (unit, person)
                    waiting.append(displaced[0])
        return False

    def _path(
        self, lost: int, last: int, heir: int, came: dict[int, tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """Return the moves (unit, taker) from the lost unit to the one that the last taker was free for."""
        moves = [(last, heir)]
        while moves[-1][0] != lost:
            moves.append(came[moves[-1][0]])
        return moves[::-1]

    def _make(self, moves: Sequence[tuple[int, int]], lost: int) -> bool:
        """Make all moves of a chain, or none: together they may not fit though each did alone."""
        draft = self.draft
        before = {unit: draft.lift(unit) for unit, _ in moves if draft.holder[unit] != NOBODY}
        placed = []
        for unit, person in moves:
            if draft.hits[unit][person]:
                break
            draft.place(unit, person)
            placed.append(unit)
        if len(placed) == len(moves):
            self.cause |= dict.fromkeys(placed, lost)
            return True
        for unit in placed:
            draft.lift(unit)
        for unit, person in before.items():
            draft.place(unit, person)
        return False
