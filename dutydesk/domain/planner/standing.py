"""Where everybody stands in the queue of one place: who is furthest behind, who has waited longest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dutydesk.domain.planner.problem import HUNDREDTHS, hundredths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dutydesk.domain.planner.problem import Problem

NEVER = -1


@dataclass(frozen=True, slots=True)
class Standing:
    """By person, for the queue of one slot and without this slot itself."""

    ahead: tuple[int, ...]
    """Duties in this plan above the due, in hundredths; who is furthest below comes first."""
    last: tuple[int, ...]
    """Ordinal of the last duty in this queue before the slot; -1 for never."""
    order: tuple[int, ...]
    """Place in the rotation."""

    def rank(self, person: int) -> tuple[int, int, int]:
        """Return the person's place in the turn (domain.md §4.5); the smallest is next."""
        return self.ahead[person], self.last[person], self.order[person]


def standing(problem: Problem, chosen: Sequence[int | None], slot: int) -> Standing:
    """Return where everybody stands in the queue of the slot."""
    about = problem.slots[slot]
    if about.queue < 0:
        people = tuple(range(problem.people))
        return Standing((0,) * problem.people, (NEVER,) * problem.people, people)
    queue = problem.queues[about.queue]
    ahead = [-hundredths(due) for due in queue.due]
    last = [NEVER if day is None else day for day in queue.last]
    counted = set()
    for other, person in zip(problem.slots, chosen, strict=True):
        if other.queue != about.queue or person is None or other is about:
            continue
        if other.block is not None:
            if other.block == about.block or (other.block, person) in counted:
                continue
            counted.add((other.block, person))
        ahead[person] += HUNDREDTHS
        if other.day <= about.day:
            last[person] = max(last[person], other.day)
    return Standing(tuple(ahead), tuple(last), queue.order)
