"""How even a roster is over time: how far each duty stands from its person's turn."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dutydesk.domain.planner.ground import Unit

OFF = 1.0
"""A duty further than one even gap from its moment is off its turn."""


class Moments:
    """Where the units of each queue stand between 0 and 1, counted by turns and not by days.

    The k-th (from 0) of the n duties that somebody stands in a queue is ideally stood at (k + 1/2) / n; how
    far it is from there is measured in even gaps, 1 / n.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        by_queue: defaultdict[int, list[int]] = defaultdict(list)
        for index, unit in enumerate(units):
            if unit.slots:
                by_queue[unit.queue].append(index)
        self._queue = [unit.queue for unit in units]
        self._moment = [0.0] * len(units)
        for members in by_queue.values():
            for place, index in enumerate(members):
                self._moment[index] = (place + 0.5) / len(members)

    def drift(self, own: Iterable[int], queue: int) -> float:
        """Sum up by how many gaps the duties of one person in one queue are off; `own` goes by time."""
        return sum(self._gaps(own, queue))

    def off_turn(self, own: Sequence[int]) -> int:
        """How many duties of one person are off their turn in their queues."""
        queues = {self._queue[unit] for unit in own}
        return sum(gap > OFF for queue in queues for gap in self._gaps(own, queue))

    def is_off(self, unit: int, own: Sequence[int]) -> bool:
        """Whether this duty among a person's own is off its turn."""
        alike = [each for each in own if self._queue[each] == self._queue[unit]]
        place = bisect_left(alike, unit)
        return abs(self._moment[unit] * len(alike) - place - 0.5) > OFF

    def _gaps(self, own: Iterable[int], queue: int) -> list[float]:
        moments = [self._moment[unit] for unit in own if self._queue[unit] == queue]
        count = len(moments)
        return [abs(moment * count - place - 0.5) for place, moment in enumerate(moments)]
