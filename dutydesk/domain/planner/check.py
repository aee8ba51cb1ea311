"""The plain reading of the rules: what a plan breaks, counted anew from its slots."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING

from dutydesk.domain.planner.apart import Apart, paired
from dutydesk.domain.planner.problem import DAYS_A_WEEK, Outside, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dutydesk.domain.planner.problem import Problem, Rules


class Rule(Enum):
    """The hard rules."""

    ELIGIBLE = "eligible"
    HELD = "held"
    ONE_A_DAY = "one_a_day"
    CONSECUTIVE = "consecutive"
    REST = "rest"
    WEEK_LIMIT = "week_limit"
    SECTION = "section"
    PAIR = "pair"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that a plan breaks without having been told to by a held place."""

    rule: Rule
    person: int
    slots: tuple[int, ...]
    """The slots concerned, in order; a duty outside the horizon has none."""
    days: tuple[int, ...] = ()
    """The start days of the duties concerned, outside ones too, in order."""


@dataclass(frozen=True, slots=True)
class _Duty:
    """One duty of one person; `slot` is -1 outside the horizon."""

    person: int
    slot: int
    at: Slot | Outside

    @property
    def block(self) -> int | None:
        return self.at.block if isinstance(self.at, Slot) else None

    @property
    def fixed(self) -> bool:
        return not isinstance(self.at, Slot) or self.at.held is not None


def violations(problem: Problem, chosen: Sequence[int | None]) -> tuple[Violation, ...]:
    """Return every hard rule broken; what only held and outside duties break among themselves is excused."""
    duties = [_Duty(duty.person, -1, duty) for duty in problem.outside]
    duties += [
        _Duty(person, index, problem.slots[index])
        for index, person in enumerate(chosen)
        if person is not None
    ]
    return (
        *_misplaced(problem, chosen),
        *_too_near(problem.rules, duties),
        *_too_many_a_week(problem.rules, duties),
        *_together(problem, duties),
    )


def _misplaced(problem: Problem, chosen: Sequence[int | None]) -> Iterator[Violation]:
    blocks: defaultdict[int, set[int | None]] = defaultdict(set)
    for index, (slot, person) in enumerate(zip(problem.slots, chosen, strict=True)):
        if slot.held is not None:
            if person != slot.held:
                yield Violation(Rule.HELD, slot.held, (index,))
            continue
        if person is not None and not slot.eligible >> person & 1:
            yield Violation(Rule.ELIGIBLE, person, (index,))
        if slot.block is not None:
            blocks[slot.block].add(person)
            if len(blocks[slot.block]) > 1:
                yield Violation(Rule.BLOCK, -1 if person is None else person, (index,))


def _too_near(rules: Rules, duties: Sequence[_Duty]) -> Iterator[Violation]:
    by_person: defaultdict[int, list[_Duty]] = defaultdict(list)
    for duty in sorted(duties, key=lambda duty: (duty.at.starts, duty.slot)):
        by_person[duty.person].append(duty)
    for person, own in by_person.items():
        for earlier, later in combinations(own, 2):
            rule = _nearness(rules, earlier, later)
            if rule is not None and not (earlier.fixed and later.fixed):
                yield Violation(rule, person, _slots(earlier, later), _days(earlier, later))


def _nearness(rules: Rules, earlier: _Duty, later: _Duty) -> Rule | None:
    if earlier.block is not None and earlier.block == later.block:
        return None
    if later.at.day == earlier.at.day:
        return Rule.ONE_A_DAY
    if later.at.day - earlier.at.day == 1 and not rules.consecutive_days_allowed:
        return Rule.CONSECUTIVE
    rest = max(earlier.at.rest_after, rules.rest_minutes)
    return Rule.REST if later.at.starts - earlier.at.ends < rest else None


def _too_many_a_week(rules: Rules, duties: Sequence[_Duty]) -> Iterator[Violation]:
    if rules.week_limit is None:
        return
    weeks: defaultdict[tuple[int, int], list[_Duty]] = defaultdict(list)
    begun: set[tuple[int, int, bool]] = set()
    for duty in sorted(duties, key=lambda duty: duty.at.starts):
        if duty.block is not None:
            if (duty.person, duty.block, duty.fixed) in begun:
                continue
            begun.add((duty.person, duty.block, duty.fixed))
        weeks[duty.person, (duty.at.day - 1) // DAYS_A_WEEK].append(duty)
    for (person, _), own in weeks.items():
        if len(own) > rules.week_limit and not all(duty.fixed for duty in own):
            yield Violation(Rule.WEEK_LIMIT, person, _slots(*own), _days(*own))


def _together(problem: Problem, duties: Sequence[_Duty]) -> Iterator[Violation]:
    apart = Apart(problem)
    days: defaultdict[int, list[_Duty]] = defaultdict(list)
    for duty in duties:
        days[duty.at.day].append(duty)
    for day, together in days.items():
        mates = apart.on(day, day)
        for one, other in combinations(together, 2) if mates else ():
            if other.person in mates[one.person] and not (one.fixed and other.fixed):
                pair = paired(problem, one.person, other.person, day, day)
                rule = Rule.PAIR if pair else Rule.SECTION
                yield Violation(rule, one.person, _slots(one, other), _days(one, other))


def _slots(*duties: _Duty) -> tuple[int, ...]:
    return tuple(sorted(duty.slot for duty in duties if duty.slot >= 0))


def _days(*duties: _Duty) -> tuple[int, ...]:
    return tuple(sorted(duty.at.day for duty in duties))
