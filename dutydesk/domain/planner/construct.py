"""The first roster: place after place in order of time, to whoever's turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.domain.planner.draft import NOBODY
from dutydesk.domain.planner.problem import HUNDREDTHS, hundredths

if TYPE_CHECKING:
    from dutydesk.domain.planner.draft import Draft

NEVER = -1


def construct(draft: Draft) -> None:
    """Fill what can be filled without moving anyone, the scarcest places of each day first."""
    turns = Turns(draft)
    units = draft.ground.units
    order = sorted(
        (index for index, unit in enumerate(units) if draft.holder[index] == NOBODY and unit.slots),
        key=lambda index: (units[index].first, len(draft.eligible[index]), index),
    )
    for index in order:
        free = draft.free(index)
        if free:
            person = min(free, key=lambda candidate: turns.rank(index, candidate))
            draft.place(index, person)
            turns.note(index, person)


class Turns:
    """Whose turn it is in each queue: the earliest even moment, then the longest wait, then the list."""

    __slots__ = ("_draft", "_due", "_last", "_order")

    def __init__(self, draft: Draft) -> None:
        queues = draft.ground.problem.queues
        nobody = [0] * draft.ground.problem.people
        self._draft = draft
        self._due = [[hundredths(due) for due in queue.due] for queue in queues] + [nobody]
        self._last = [[NEVER if day is None else day for day in queue.last] for queue in queues] + [[*nobody]]
        self._order = [list(queue.order) for queue in queues] + [list(range(len(nobody)))]
        for index, person in enumerate(draft.holder):
            if person != NOBODY:
                self.note(index, person)

    def note(self, unit: int, person: int) -> None:
        """Remember the day of the person's latest duty in the unit's queue."""
        about = self._draft.ground.units[unit]
        self._last[about.queue][person] = max(self._last[about.queue][person], about.first)

    def rank(self, unit: int, person: int) -> tuple[bool, float, int, int]:
        """Return the person's place in the turn for this unit; the smallest stands it.

        The k-th of n duties owed is ideally stood at (k - 1/2)/n of the period: whoever's next such
        moment is the earliest comes first, those who have all they owe come last.
        """
        queue = self._draft.ground.units[unit].queue
        due = self._due[queue][person]
        had = self._draft.load[queue][person] + due
        behind = had + HUNDREDTHS // 2 <= due
        moment = (had + HUNDREDTHS // 2) / due if due else had + 1.0
        return not behind, moment, self._last[queue][person], self._order[queue][person]
