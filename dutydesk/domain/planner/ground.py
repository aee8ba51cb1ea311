"""The lie of the land of one problem: what excludes what, worked out once before planning."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dutydesk.domain.planner.apart import Apart
from dutydesk.domain.planner.problem import DAYS_A_WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dutydesk.domain.planner.apart import Mates
    from dutydesk.domain.planner.problem import Outside, Problem, Rules


@dataclass(frozen=True, slots=True)
class Unit:
    """What is given to one person in one piece: a slot, the free slots of a block, an outside duty."""

    slots: tuple[int, ...]
    """Indices of the problem's slots; none for a duty outside the horizon."""
    first: int
    last: int
    starts: int
    clear_at: int
    """Minute from which the same person may start again."""
    clear_day: int
    """Day from which the same person may start again."""
    queue: int
    eligible: int
    restday: bool
    held: int | None
    block: int | None
    counts: bool = True
    """Whether it is a duty of its own, and not a later held day of a block already begun."""

    @property
    def week(self) -> int:
        """The week from Monday to Sunday that it starts in."""
        return (self.first - 1) // DAYS_A_WEEK

    def bars(self, later: Unit) -> bool:
        """Whether one person cannot stand this and the `later` (or equally early) unit as well."""
        if self.block is not None and self.block == later.block:
            return False
        return later.first < self.clear_day or later.starts < self.clear_at

    def shares_day(self, other: Unit) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Ground:
    """The units in order of time, and for each the units that it stands in the way of."""

    problem: Problem
    units: tuple[Unit, ...]
    barred: tuple[tuple[int, ...], ...]
    """By unit: the others that the same person cannot stand as well, unless both are held."""
    beside: tuple[tuple[int, ...], ...]
    """By unit: the others of the same days, where sections and pairs meet."""
    weeks: Mapping[int, tuple[int, ...]]
    apart: tuple[Mapping[int, Mates], ...]
    """By unit: those beside it that not everybody may stand together with it, and who may not."""


def survey(problem: Problem) -> Ground:
    """Work out units, conflicts and weeks."""
    units = units_of(problem)
    barred: list[list[int]] = [[] for _ in units]
    beside: list[list[int]] = [[] for _ in units]
    for index, unit in enumerate(units):
        for other in range(index + 1, len(units)):
            later = units[other]
            shares_day = unit.last >= later.first
            if not shares_day and later.first >= unit.clear_day and later.starts >= unit.clear_at:
                break
            if unit.held is not None and later.held is not None:
                continue
            if unit.bars(later):
                barred[index].append(other)
                barred[other].append(index)
            if shares_day:
                beside[index].append(other)
                beside[other].append(index)
    return Ground(
        problem=problem,
        units=units,
        barred=tuple(map(tuple, barred)),
        beside=tuple(map(tuple, beside)),
        weeks=_weeks(units),
        apart=_apart(problem, units, beside),
    )


def units_of(problem: Problem) -> tuple[Unit, ...]:
    """Return what is to be given out, and the outside duties as units held by their person."""
    rules = problem.rules
    units = [_outside_unit(duty, rules) for duty in problem.outside]
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for index, slot in enumerate(problem.slots):
        if slot.block is None:
            units.append(_unit(problem, (index,)))
        else:
            blocks[slot.block].append(index)
    for members in blocks.values():
        units += _block_units(problem, members)
    return tuple(sorted(units, key=lambda unit: (unit.starts, unit.slots)))


def _outside_unit(duty: Outside, rules: Rules) -> Unit:
    return Unit(
        slots=(),
        first=duty.day,
        last=duty.day,
        starts=duty.starts,
        clear_at=duty.ends + max(duty.rest_after, rules.rest_minutes),
        clear_day=duty.day + _days_between(rules),
        queue=-1,
        eligible=0,
        restday=duty.restday,
        held=duty.person,
        block=None,
    )


def _block_units(problem: Problem, members: Sequence[int]) -> Iterable[Unit]:
    """Split a block into its free part and its held days; who stands most of it has the turn.

    The free part bars all days from its first to its last. A person's later held days of the same block
    are no further duties of the week.
    """
    held = {index: problem.slots[index].held for index in members if problem.slots[index].held is not None}
    free = tuple(index for index in members if index not in held)
    queue = problem.slots[members[0]].queue
    most = max([len(free), *Counter(held.values()).values()])
    if free:
        yield _unit(problem, free, queue if len(free) == most else -1)
    holders = Counter(held.values()).most_common()
    turn = holders[0][0] if holders and len(free) < most else None
    begun: set[int | None] = set()
    for index, person in held.items():
        first = person not in begun
        begun.add(person)
        yield replace(_unit(problem, (index,), queue if first and person == turn else -1), counts=first)


def _unit(problem: Problem, indices: tuple[int, ...], queue: int | None = None) -> Unit:
    slots = [problem.slots[index] for index in indices]
    rules = problem.rules
    eligible = slots[0].eligible
    for slot in slots:
        eligible &= slot.eligible
    last = max(slot.day for slot in slots)
    return Unit(
        slots=indices,
        first=slots[0].day,
        last=last,
        starts=slots[0].starts,
        clear_at=max(slot.ends + max(slot.rest_after, rules.rest_minutes) for slot in slots),
        clear_day=last + _days_between(rules),
        queue=slots[0].queue if queue is None else queue,
        eligible=eligible,
        restday=any(slot.restday for slot in slots),
        held=slots[0].held,
        block=slots[0].block,
    )


def _days_between(rules: Rules) -> int:
    return 1 if rules.consecutive_days_allowed else 2


def _apart(
    problem: Problem, units: Sequence[Unit], beside: Sequence[Sequence[int]]
) -> tuple[Mapping[int, Mates], ...]:
    apart = Apart(problem)
    return tuple(
        {
            other: mates
            for other in others
            if (mates := apart.on(max(unit.first, units[other].first), min(unit.last, units[other].last)))
        }
        for unit, others in zip(units, beside, strict=True)
    )


def _weeks(units: Sequence[Unit]) -> dict[int, tuple[int, ...]]:
    weeks: defaultdict[int, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        weeks[unit.week].append(index)
    return {week: tuple(members) for week, members in weeks.items()}


def persons_in(mask: int) -> list[int]:
    """Return the persons of a mask, in order."""
    persons = []
    while mask:
        lowest = mask & -mask
        persons.append(lowest.bit_length() - 1)
        mask ^= lowest
    return persons
