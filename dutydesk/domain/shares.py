"""Who had how many duties and how many were due: the fairness everyone can check with a pencil."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dutydesk.domain.brief import Brief
from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.dates import Period
from dutydesk.domain.rotation import TurnQueue, account_start
from dutydesk.domain.situation import Situation

if TYPE_CHECKING:
    from dutydesk.domain.situation import QueueKey


@dataclass(frozen=True, slots=True)
class Share:
    """One person in one queue over a period.

    `weight` is the share of the time, 0 to 1; `before` the duties of the account before the period; `due`
    what is owed within it; `count` what is planned or stood within it; `last` the newest duty before it;
    `turn` the place in turn on the eve of the period, from 1. `ahead` are the duties of the whole account,
    this period's included, above (多) or below (欠) the share of all of them; a turn skipped for a leave that
    is not repaid makes the share smaller and leaves nothing owed. `repaid` and `forgiven` are the days away
    in the account whose turns are made up, and those whose are not.
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
    ahead: float = 0.0
    repaid: int = 0
    forgiven: int = 0

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
    away = _days_away(asked.situation)
    return tuple(
        share
        for queue in asked.queues
        for share in _of_queue(asked, queue, counts.get(queue.key, Counter()), away)
    )


def _days_away(situation: Situation) -> Mapping[str, tuple[int, int]]:
    """By person: the days of leave in the account whose skipped turns are made up, and the other ones."""
    account = Period(account_start(situation), situation.period.last)
    days: dict[str, list[int]] = {}
    for leave in situation.leaves:
        if leave.is_away and leave.period.meets(account):
            first, last = max(leave.period.first, account.first), min(leave.period.last, account.last)
            made_up = leave in situation.repaid
            days.setdefault(leave.person, [0, 0])[0 if made_up else 1] += len(Period(first, last))
    return {person: (repaid, forgiven) for person, (repaid, forgiven) in days.items()}


def _of_queue(
    asked: Brief, queue: TurnQueue, counts: Counter[int], away: Mapping[str, tuple[int, int]]
) -> list[Share]:
    turn = {number: place for place, number in enumerate(queue.turns(), 1)}
    stood = [had + counts[number] for number, had in enumerate(queue.had)]
    each_share = sum(stood) / sum(queue.weights) if any(queue.weights) else 0.0
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
            ahead=round(stood[number] - each_share * queue.weights[number], 4),
            repaid=away.get(person.id, (0, 0))[0],
            forgiven=away.get(person.id, (0, 0))[1],
        )
        for number, person in enumerate(asked.situation.people)
        if queue.weights[number] > 0 or counts[number]
    ]
