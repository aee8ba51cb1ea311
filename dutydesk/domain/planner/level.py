"""Fewest duties overall (domain.md §4.5): who has more in all hands a queue's extra duty to who has less."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from dutydesk.domain.planner.ground import persons_in
from dutydesk.domain.planner.pains import Pains
from dutydesk.domain.planner.problem import HUNDREDTHS
from dutydesk.domain.planner.turns import OFF, Moments

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dutydesk.domain.planner.draft import Draft


class Hand(NamedTuple):
    """One duty of a queue, whichever it will be, passes from one person to another."""

    queue: int
    giver: int
    taker: int


class Change(NamedTuple):
    """What a hand does to the evenness and the lower goals of the two people."""

    drift: float
    """By how many more even gaps their duties are off their turns."""
    pain: int
    off: int
    """How many more of their duties are further off than they may be."""

    @property
    def harmless(self) -> bool:
        """Whether the two may hand the duty on: it cannot be had without any drift at all."""
        return self.pain <= 0 and self.off <= 0 and self.drift <= OFF


class Leveller:
    """Hands duties on from person to person, and no goal that weighs more loses by it.

    In a queue a duty passes only to who has a whole one less above the due: the two change places, and the
    queue is as fair as before.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._members = [persons_in(queue.members) for queue in draft.ground.problem.queues]
        self._pains = Pains(draft)
        self._moments = Moments(draft.ground.units)
        self._overall = [sum(loads) for loads in zip(*draft.load[:-1], strict=True)]
        """By person: hundredths of a duty above all dues together."""
        self._refused: set[Hand] = set()

    def run(self) -> None:
        """Let whoever has most in all hand a duty on, until nobody can any more."""
        waiting = set(range(len(self._overall)))
        while waiting:
            first = max(waiting, key=lambda person: (self._overall[person], -person))
            if not self._hand_on(first):
                waiting.remove(first)

    def _hand_on(self, first: int) -> bool:
        while way := self._way(first):
            if self._go(way):
                self._overall[way[-1].giver] -= HUNDREDTHS
                self._overall[way[0].taker] += HUNDREDTHS
                return True
        return False

    def _way(self, first: int) -> list[Hand]:
        """Return the shortest way, the last hand first, to who has less by more than one duty, if any."""
        came: dict[int, Hand] = {}
        waiting = deque([first])
        while waiting:
            for hand in self._hands(waiting.popleft(), came):
                came[hand.taker] = hand
                if self._overall[hand.taker] + HUNDREDTHS < self._overall[first]:
                    way = [hand]
                    while way[-1].giver != first:
                        way.append(came[way[-1].giver])
                    return way
                waiting.append(hand.taker)
        return []

    def _hands(self, giver: int, known: Collection[int]) -> Iterator[Hand]:
        """Yield to whom of those not known yet the giver may hand a duty on."""
        for queue, members in enumerate(self._members):
            row = self._draft.load[queue]
            most = row[giver] - HUNDREDTHS
            takers = [taker for taker in members if row[taker] <= most and taker not in known]
            own = self._own(giver, queue) if takers else ()
            for taker in takers if own else ():
                hand = Hand(queue, giver, taker)
                if hand not in self._refused and any(self._free(unit, taker) for unit in own):
                    yield hand

    def _own(self, person: int, queue: int) -> list[int]:
        draft = self._draft
        units = draft.ground.units
        return [unit for unit in draft.duties[person] if units[unit].queue == queue and draft.eligible[unit]]

    def _free(self, unit: int, person: int) -> bool:
        draft = self._draft
        return not draft.hits[unit][person] and bool(draft.ground.units[unit].eligible >> person & 1)

    def _go(self, way: Sequence[Hand]) -> bool:
        """Hand on all along the way, or nothing; a hand for which there is no duty is not tried again."""
        given: list[tuple[int, int]] = []
        for hand in way:
            unit = self._duty(hand)
            if unit is None:
                self._refused.add(hand)
                for back, giver in reversed(given):
                    self._pass(back, giver)
                return False
            self._pass(unit, hand.taker)
            given.append((unit, hand.giver))
        return True

    def _duty(self, hand: Hand) -> int | None:
        """Return the duty that leaves both nearest to their turns, of those that do no goal above harm."""
        changes = {
            unit: self._change(unit, hand)
            for unit in self._own(hand.giver, hand.queue)
            if self._free(unit, hand.taker)
        }
        harmless = [unit for unit, change in changes.items() if change.harmless]
        return min(harmless, key=lambda unit: (changes[unit], unit), default=None)

    def _change(self, unit: int, hand: Hand) -> Change:
        pain, (off, drift) = self._pains.at(unit, hand.giver), self._turns(hand)
        self._pass(unit, hand.taker)
        pain = self._pains.at(unit, hand.taker) - pain
        off_after, drift_after = self._turns(hand)
        self._pass(unit, hand.giver)
        return Change(drift_after - drift, pain, off_after - off)

    def _turns(self, hand: Hand) -> tuple[int, float]:
        """Return how many duties of the two are off their turn in the queue, and how far they all are."""
        duties = self._draft.duties
        gaps = [
            gap
            for person in (hand.giver, hand.taker)
            for gap in self._moments.gaps(duties[person], hand.queue)
        ]
        return sum(gap > OFF for gap in gaps), sum(gaps)

    def _pass(self, unit: int, taker: int) -> None:
        self._draft.lift(unit)
        self._draft.place(unit, taker)
