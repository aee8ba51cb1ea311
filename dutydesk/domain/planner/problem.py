"""What the planning engine is asked and what it answers: numbers only, no names and no dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

HUNDREDTHS = 100
"""Dues are weighed in hundredths of a duty, so that a plan costs the same on every machine."""

DAYS_A_WEEK = 7
FOR_GOOD = date.max.toordinal()


def hundredths(due: float) -> int:
    """Return a due as plans weigh it."""
    return round(due * HUNDREDTHS)


class PlanningCancelledError(Exception):
    """The asker's `progress` said no; nothing of the unfinished plan is kept."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of one duty; the slots of a problem are sorted by `starts`, and `day` never falls."""

    day: int
    """`date.toordinal()` of the local start date: a night belongs to the day it starts on."""
    starts: int
    ends: int
    """Minutes on one axis common to the whole problem."""
    queue: int
    """Index into `Problem.queues`; -1 is a place outside any fairness."""
    eligible: int
    """Bit p is set when person p may stand here: post, leave, exemption, joined and left are applied."""
    rest_after: int = 0
    """Minutes of rest this duty demands afterwards; never less than `Rules.rest_minutes` is taken."""
    restday: bool = False
    """Rest day or statutory holiday: what `Cost.rest_pairs` looks at."""
    held: int | None = None
    """A locked or published person: stands as it is, whatever it breaks."""
    block: int | None = None
    """Slots of one block are stood by one person and counted once; no rest rule applies inside it."""


@dataclass(frozen=True, slots=True)
class Queue:
    """One rotation queue (post x rotation class); its tuples are indexed by person."""

    due: tuple[float, ...]
    """Duties owed within this period, held ones included (`fairness.water_fill`); 0 for others."""
    members: int
    last: tuple[int | None, ...]
    """Ordinal of the last duty in this queue before the period."""
    order: tuple[int, ...]
    """Place in the rotation: the address list read on from the cursor; ties go to the smaller."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The hard rules of the office and the two measures of the soft ones (domain.md §4)."""

    rest_minutes: int = 720
    consecutive_days_allowed: bool = False
    week_limit: int | None = None
    """Most duties from Monday to Sunday; a block counts once, in the week it starts."""
    sections_apart: bool = False
    """Two of one section never on one day; otherwise it is only avoided."""
    pairs_apart: bool = True
    """The two of a pair (`Problem.pairs`) never on one day while it lasts."""
    in_a_row: int = 8
    """Rest-day duties at most this many days apart are in a row: Saturday to the next Sunday is 8."""
    wishes_first: bool = False
    """Granted wishes outrank fairness; otherwise they come last."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who are never on duty on one day, from the `first` to the `last` of the days it lasts."""

    one: int
    other: int
    first: int = 0
    last: int = FOR_GOOD

    def meets(self, first: int, last: int) -> bool:
        """Whether it lasts on any of these days."""
        return self.first <= last and first <= self.last


@dataclass(frozen=True, slots=True)
class Outside:
    """A duty that stands before or after the planned period and casts its rest into it."""

    person: int
    day: int
    starts: int
    ends: int
    rest_after: int = 0
    restday: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A person asks for a slot (weight 1) or asks to be spared it (weight -1)."""

    person: int
    slot: int
    weight: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a plan depends on: the same problem has the same plan."""

    people: int
    sections: tuple[int, ...]
    """Section by person; -1 belongs to none."""
    slots: tuple[Slot, ...]
    queues: tuple[Queue, ...]
    rules: Rules = Rules()
    pairs: tuple[Pair, ...] = ()
    outside: tuple[Outside, ...] = ()
    wishes: tuple[Wish, ...] = ()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """The soft goals in their order of weight; each is better when smaller."""

    empty: int
    """Slots that nobody stands."""
    unfair: int
    """Sum over queues and people of the squared deviation from due, in ten-thousandths."""
    rest_pairs: int
    """Pairs of rest-day duties of one person in a row (`Rules.in_a_row`)."""
    uneven: int
    """Duties more than an even gap off their person's turn (`turns.Moments`), and successive duties of one
    person closer than half of this person's even gap."""
    same_section: int
    """Pairs of duties on one day stood by people of one section."""
    broken_wishes: int

    def rank(self, rules: Rules) -> tuple[int, ...]:
        """Return what plans are compared by: the smaller plan is the better one."""
        wishes = self.broken_wishes
        soft = (self.unfair, self.rest_pairs, self.uneven, self.same_section)
        return (self.empty, wishes, *soft) if rules.wishes_first else (self.empty, *soft, wishes)


@dataclass(frozen=True, slots=True)
class Plan:
    """Who stands each slot (None: nobody can), and what that costs."""

    chosen: tuple[int | None, ...]
    cost: Cost
