"""Who had how many duties and how many were due: the fairness everyone can check with a pencil."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dutydesk.domain.brief import Brief
from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.rotation import TurnQueue

if TYPE_CHECKING:
    from dutydesk.domain.situation import QueueKey


@dataclass(frozen=True, slots=True)
class Share:
    """One person in one queue over a period.

    `weight` is the share of the time, 0 to 1; `before` the duties of the account before the period; `due`
    what is owed within it; `count` what is planned or stood within it; `last` the newest duty before it;
    `turn` the place in turn on the eve of the period, from 1.
    """

    person: str
    post: str
    rotation: RotationClass
    weight: float
    before: int
    due: float
    count: int
    last: date | None
    turn: int

    @property
    def difference(self) -> float:
        """Duties above (more) or below (less) the due."""
        return self.count - self.due


def shares(asked: Brief) -> tuple[Share, ...]:
    """The shares of everybody who belongs to a queue, by queue and address list."""
    counts: dict[QueueKey, Counter[int]] = {}
    for place, number in zip(asked.places, asked.before, strict=True):
        if number is not None and asked.situation.counts(place):
            counts.setdefault(asked.situation.queue_of(place), Counter())[number] += 1
    return tuple(
        share for queue in asked.queues for share in _of_queue(asked, queue, counts.get(queue.key, Counter()))
    )


def _of_queue(asked: Brief, queue: TurnQueue, counts: Counter[int]) -> list[Share]:
    turn = {number: place for place, number in enumerate(queue.turns(), 1)}
    return [
        Share(
            person=person.id,
            post=queue.key[0],
            rotation=queue.key[1],
            weight=queue.weights[number],
            before=queue.had[number],
            due=queue.due[number],
            count=counts[number],
            last=queue.last[number],
            turn=turn.get(number, 0),
        )
        for number, person in enumerate(asked.situation.people)
        if queue.weights[number] > 0 or counts[number]
    ]
