"""Invented offices of any size for the planning benchmarks: the same seed gives the same office."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from typing_extensions import override

from dutydesk.domain.fairness import water_fill
from dutydesk.domain.planner.problem import Pair, Problem, Queue, Rules, Slot, Wish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

START = date(2026, 1, 1).toordinal()
DAY = 24 * 60
EIGHT = 8 * 60
FESTIVALS = ((0, 3), (44, 8), (94, 3), (120, 5), (169, 3), (267, 3), (273, 7))
"""First day of the year and length of each festival block."""
SATURDAY = 6
WORKDAY, RESTDAY, HOLIDAY = range(3)


@dataclass(frozen=True, slots=True)
class Size:
    """How large an office is and how long it plans."""

    people: int
    days: int
    posts: int

    @override
    def __str__(self) -> str:
        return f"{self.people} x {self.days} x {self.posts}"


@dataclass(frozen=True, slots=True)
class Temper:
    """How much room an office leaves its planner."""

    name: str
    leave_days: tuple[int, int]
    long_absent: float
    wishes_each: int
    tightness: float
    """Share of the even gap between duties that must be kept free; 0 keeps only the usual rest."""


LOOSE = Temper("loose", leave_days=(2, 10), long_absent=0.05, wishes_each=0, tightness=0.0)
TIGHT = Temper("tight", leave_days=(4, 20), long_absent=0.10, wishes_each=2, tightness=0.85)


def office(size: Size, temper: Temper, seed: int) -> Problem:
    """Draw an office: posts and sections, leave, long absences and wishes."""
    dice = Random(f"{size}/{temper.name}/{seed}")
    posts = _posts(dice, size)
    away = [_absences(dice, size.days, temper) for _ in range(size.people)]
    rules, rest = _rules(posts, size, temper)
    slots = tuple(_slots(size, posts, away, rest))
    people = range(size.people)
    sections = tuple(person * (size.people // 8) // size.people for person in people)
    return Problem(
        people=size.people,
        sections=sections,
        slots=slots,
        queues=tuple(_queue(slots, index, posts, away, size) for index in range(size.posts * 3)),
        rules=rules,
        pairs=_pairs(dice, size, temper),
        wishes=_wishes(dice, slots, size, temper),
        seed=seed,
    )


def day_class(day: int) -> int:
    """Return the rotation class of a day counted from the first."""
    if any(first <= day % 365 < first + length for first, length in FESTIVALS):
        return HOLIDAY
    return RESTDAY if (START + day - 1) % 7 + 1 >= SATURDAY else WORKDAY


def _posts(dice: Random, size: Size) -> list[set[int]]:
    """Everybody may stand one post, and one in four or so a second one, each then for half of the time."""
    posts = []
    for person in range(size.people):
        may = {person % size.posts}
        if dice.random() < 1 / 3:
            may.add(dice.randrange(size.posts))
        posts.append(may)
    return posts


def _absences(dice: Random, days: int, temper: Temper) -> tuple[list[tuple[int, int]], float]:
    """Return the days away and the share of the time that somebody owes duties for."""
    away = []
    for _ in range(max(1, round(days / 365 * dice.randint(2, 4)))):
        first = dice.randrange(days)
        away.append((first, first + dice.randint(*temper.leave_days)))
    if dice.random() < temper.long_absent:
        length = dice.randrange(days // 4, days // 2)
        first = dice.randrange(days - length)
        return [*away, (first, first + length)], 1 - length / days
    return away, 1.0


def _rules(posts: Sequence[set[int]], size: Size, temper: Temper) -> tuple[Rules, int]:
    """Return the rules and the rest after a duty: near what the post with the fewest people allows."""
    if not temper.tightness:
        return Rules(), 0
    shares = [sum(1 / len(may) for may in posts if post in may) for post in range(size.posts)]
    gap = int(min(shares) * temper.tightness)
    return Rules(sections_apart=True, wishes_first=True), (gap - 1) * DAY


def _slots(
    size: Size, posts: Sequence[set[int]], away: Sequence[tuple[list[tuple[int, int]], float]], rest: int
) -> Iterator[Slot]:
    for day in range(size.days):
        here = [not any(first <= day < after for first, after in spans) for spans, _ in away]
        for post in range(size.posts):
            yield Slot(
                day=START + day,
                starts=day * DAY + EIGHT,
                ends=(day + 1) * DAY + EIGHT,
                queue=post * 3 + day_class(day),
                eligible=sum(1 << person for person, may in enumerate(posts) if post in may and here[person]),
                rest_after=rest,
                restday=day_class(day) != WORKDAY,
            )


def _queue(
    slots: Sequence[Slot],
    index: int,
    posts: Sequence[set[int]],
    away: Sequence[tuple[list[tuple[int, int]], float]],
    size: Size,
) -> Queue:
    total = Counter(slot.queue for slot in slots)[index]
    members = [index // 3 in may for may in posts]
    able = [
        sum(slot.queue == index and slot.eligible >> person & 1 for slot in slots)
        for person in range(size.people)
    ]
    weights = [
        share / len(may) if index // 3 in may else 0.0 for may, (_, share) in zip(posts, away, strict=True)
    ]
    return Queue(
        due=water_fill(total, weights, [0.0] * size.people, able),
        members=sum(1 << person for person, member in enumerate(members) if member),
        last=(None,) * size.people,
        order=tuple(range(size.people)),
    )


def _pairs(dice: Random, size: Size, temper: Temper) -> tuple[Pair, ...]:
    """Everybody has a counterpart in the tight office, nobody in the loose one."""
    if not temper.tightness:
        return ()
    people = list(range(size.people))
    dice.shuffle(people)
    return tuple(Pair(one, other) for one, other in zip(people[::2], people[1::2], strict=True))


def _wishes(dice: Random, slots: Sequence[Slot], size: Size, temper: Temper) -> tuple[Wish, ...]:
    """Each wish spares a person one day: every post of that day open to this person."""
    wishes = []
    for person in range(size.people):
        for _ in range(temper.wishes_each):
            day = START + dice.randrange(size.days)
            wishes += [
                Wish(person, index, -1)
                for index, slot in enumerate(slots)
                if slot.day == day and slot.eligible >> person & 1
            ]
    return tuple(wishes)
