"""The rotation queues: one a post and rotation class, and what everybody owes (domain.md §4.3-4.6).

A queue's cursor crosses months by itself: whose turn it is follows from the duties stood so far, counted
against each person's share of the time. Somebody skipped for a leave that is repaid stays behind and so comes
first afterwards; time on a leave that is not repaid, before joining or under an exemption makes the share
smaller.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.dates import Period, week_of
from dutydesk.domain.duties import PlaceKey, Turn
from dutydesk.domain.fairness import water_fill
from dutydesk.domain.roster import Duty
from dutydesk.domain.situation import QueueKey, Situation


@dataclass(frozen=True, slots=True)
class TurnQueue:
    """One rotation queue on the eve of a period; tuples are indexed by person as in `Situation.people`.

    `weights` are shares of the time of the account, 0 to 1; `had` counts duties of the account before the
    period; `due` is what is owed within it; `last` is the day of the newest duty; `places` is how many there
    are to stand.
    """

    key: QueueKey
    places: int
    weights: tuple[float, ...]
    had: tuple[int, ...]
    due: tuple[float, ...]
    last: tuple[date | None, ...]

    @property
    def order(self) -> tuple[int, ...]:
        """Each person's place in turn by the address list, read on from whoever stood last."""
        size = len(self.had)
        stood = [(day, number) for number, day in enumerate(self.last) if day]
        cursor = max(stood)[1] + 1 if stood else 0
        return tuple((number - cursor) % size for number in range(size))

    def turns(self) -> tuple[int, ...]:
        """The members in turn: who owes most, then who stood longest ago, then the address list."""
        order = self.order
        members = [number for number, weight in enumerate(self.weights) if weight > 0]
        ranked = sorted(members, key=lambda each: (-self.due[each], self.last[each] or date.min, order[each]))
        return tuple(ranked)


def queues(situation: Situation) -> tuple[TurnQueue, ...]:
    """The queues of every post and class that the period has places for."""
    account = Period(account_start(situation), situation.period.last)
    shares = _shares(situation, account)
    had, last = _history(situation, account.first)
    open_places = _count_places(situation)
    capacity = _capacity(situation)
    return tuple(
        _queue(situation, key, places, shares, had, last, capacity)
        for key, places in sorted(open_places.items(), key=lambda item: _sorting(situation, item[0]))
    )


def account_start(situation: Situation) -> date:
    """The first day that counts: January of the earliest counted year, or the file's first facts."""
    january = date(situation.period.first.year - situation.rules.account_years, 1, 1)
    known = [each.since or each.until or january for each in situation.tallies]
    known += [each.place.day for each in situation.duties]
    return max(january, min([*known, situation.period.first]))


def _sorting(situation: Situation, key: QueueKey) -> tuple[int, str, int]:
    sort = {post.id: post.sort for post in situation.posts}
    return sort.get(key[0], 0), key[0], list(RotationClass).index(key[1])


def _queue(
    situation: Situation,
    key: QueueKey,
    places: int,
    shares: Mapping[QueueKey, tuple[float, ...]],
    had: Mapping[QueueKey, list[int]],
    last: Mapping[QueueKey, list[date | None]],
    capacity: Mapping[QueueKey, list[int]],
) -> TurnQueue:
    nobody = len(situation.people)
    weights = shares.get(key, (0.0,) * nobody)
    stood = tuple(had.get(key, [0] * nobody))
    due = water_fill(places, weights, stood, capacity[key])
    return TurnQueue(key, places, weights, stood, due, tuple(last.get(key, [None] * nobody)))


def _shares(situation: Situation, account: Period) -> Mapping[QueueKey, tuple[float, ...]]:
    """Each person's share of a queue's places over the account, by time in the office and exemptions."""
    places: dict[QueueKey, int] = {}
    stood: dict[QueueKey, list[int]] = {}
    alike = Counter(
        (situation.queue_of(PlaceKey(day, shift, post, 0)), mask)
        for (day, shift, post), mask in situation.masks(account, account=True).items()
    )
    for (key, mask), days in alike.items():
        places[key] = places.get(key, 0) + days
        counts = stood.setdefault(key, [0] * len(situation.people))
        for number in members(mask):
            counts[number] += days
    return {key: tuple(count / places[key] for count in counts) for key, counts in stood.items()}


def members(mask: int) -> list[int]:
    """The numbers of the people in a mask."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found


def _history(
    situation: Situation, start: date
) -> tuple[Mapping[QueueKey, list[int]], Mapping[QueueKey, list[date | None]]]:
    """How many duties everybody had in each queue since `start`, and when the newest was."""
    nobody = len(situation.people)
    had: dict[QueueKey, list[int]] = {}
    last: dict[QueueKey, list[date | None]] = {}
    counted_until = _add_tallies(situation, start, had)
    for duty in _turns_before(situation):
        number = situation.index[duty.actual or ""]
        key = situation.queue_of(duty.place)
        newest = last.setdefault(key, [None] * nobody)
        newest[number] = max(newest[number] or date.min, duty.place.day)
        if duty.place.day >= start and duty.place.day > counted_until.get((number, key[0]), date.min):
            had.setdefault(key, [0] * nobody)[number] += 1
    return had, last


def _turns_before(situation: Situation) -> Iterator[Duty]:
    """The duties that were turns before the period: of a week's turn its first day in the file.

    A week's turn that reaches into the period counts there.
    """
    weeks: set[PlaceKey] = set()
    for duty in sorted(situation.duties, key=lambda each: each.place):
        place, shift = duty.place, situation.shift.get(duty.place.shift)
        if place.day >= situation.period.first or duty.actual not in situation.index:
            continue
        if shift is not None and shift.turn is Turn.WEEK:
            week = week_of(place.day)
            turn = replace(place, day=week.first)
            if turn in weeks or week.last >= situation.period.first:
                continue
            weeks.add(turn)
        yield duty


def _add_tallies(
    situation: Situation, start: date, had: dict[QueueKey, list[int]]
) -> Mapping[tuple[int, str], date]:
    """Count the opening tallies; returns until when each person's duties of a post are counted by them."""
    until: dict[tuple[int, str], date] = {}
    for tally in situation.tallies:
        if tally.person not in situation.index or (tally.until and tally.until < start):
            continue
        number = situation.index[tally.person]
        key = (tally.post, RotationClass(tally.rotation))
        had.setdefault(key, [0] * len(situation.people))[number] += tally.count
        if tally.until:
            until[number, tally.post] = tally.until
    return until


def _count_places(situation: Situation) -> Mapping[QueueKey, int]:
    counts: dict[QueueKey, int] = {}
    for place in situation.places(situation.period):
        if situation.counts(place):
            key = situation.queue_of(place)
            counts[key] = counts.get(key, 0) + 1
    return counts


def _capacity(situation: Situation) -> Mapping[QueueKey, list[int]]:
    """The most duties each person can stand in a queue within the period, rest between them kept."""
    most: dict[QueueKey, list[int]] = {}
    free_from: dict[tuple[QueueKey, int], date] = {}
    gap = timedelta(days=1 if situation.rules.consecutive_days else 2)
    for (day, shift, post), mask in situation.masks(situation.period).items():
        place = PlaceKey(day, shift, post, 0)
        if not situation.counts(place):
            continue
        key = situation.queue_of(place)
        counts = most.setdefault(key, [0] * len(situation.people))
        for number in members(mask):
            if day >= free_from.get((key, number), date.min):
                counts[number] += 1
                free_from[key, number] = day + gap
    return most
