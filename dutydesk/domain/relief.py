"""The ways to relieve somebody of duties, and the one of them that changes least."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dutydesk.domain.planner.explain import candidates
from dutydesk.domain.planner.problem import Problem
from dutydesk.domain.planner.repair import Change, relieve

Chosen = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Relief:
    """A plan that covers the lost slots as far as can be, and every change in it."""

    chosen: tuple[int | None, ...]
    changes: tuple[Change, ...]

    @property
    def cost(self) -> tuple[int, int, int]:
        """The slots left empty, all that change, and how many people that concerns; less is better."""
        empty = sum(change.after is None for change in self.changes)
        people = {person for change in self.changes for person in (change.before, change.after)}
        return empty, len(self.changes), len(people)

    @property
    def exchanged(self) -> frozenset[int]:
        """The slots whose two people changed places, and nobody else for their sake."""
        moved = {change.slot: change for change in self.changes}
        pairs = [
            (moved[change.because], change)
            for change in self.changes
            if change.because != change.slot and change.because in moved
        ]
        shared = Counter(lost.slot for lost, _ in pairs)
        return frozenset(
            slot
            for lost, other in pairs
            if shared[lost.slot] == 1 and (lost.before, lost.after) == (other.after, other.before)
            for slot in (lost.slot, other.slot)
        )


def relief(problem: Problem, before: Chosen, lost: Sequence[int], stand_in: int | None = None) -> Relief:
    """Cover lost slots with the fewest changes, and among equals with the fewest people; the stand-in first.

    An exchange concerns one person besides the one relieved, making room several. Held people stay.
    """
    found: list[Relief] = []
    for way in _ways(problem, before, lost, stand_in):
        found.append(way)
        if way.cost[:2] == (0, len(lost)):
            break
    best = min(found, key=lambda each: each.cost)
    if best.cost[0]:
        return min(best, _completed(problem, before, lost, {}, thorough=True), key=lambda each: each.cost)
    return best


def _ways(problem: Problem, before: Chosen, lost: Sequence[int], stand_in: int | None) -> Iterator[Relief]:
    named = _by_stand_in(problem, before, lost, stand_in)
    if named:
        yield _completed(problem, before, lost, named)
    yield _completed(problem, before, lost, {})
    if all(problem.slots[slot].block is None for slot in lost):
        yield _one_by_one(problem, before, lost, named)


def _by_stand_in(
    problem: Problem, before: Chosen, lost: Sequence[int], stand_in: int | None
) -> dict[int, int]:
    """The lost slots that the stand-in is free for, in turn; days of a week's turn go together."""
    taken: dict[int, int] = {}
    if stand_in is None:
        return taken
    now = _emptied(before, lost)
    turns: dict[object, list[int]] = {}
    for slot in lost:
        block = problem.slots[slot].block
        turns.setdefault((slot,) if block is None else block, []).append(slot)
    for slots in turns.values():
        if _is_free(problem, now, slots[0], stand_in):
            for slot in slots:
                now[slot] = taken[slot] = stand_in
    return taken


def _completed(
    problem: Problem, before: Chosen, lost: Sequence[int], named: dict[int, int], *, thorough: bool = False
) -> Relief:
    """Leave everything else to the planner."""
    given = [named.get(slot, person) for slot, person in enumerate(before)]
    rest = [slot for slot in lost if slot not in named]
    mended = relieve(problem, given, rest, thorough=thorough)
    return _against(before, mended.chosen, lost, {change.slot: change.because for change in mended.changes})


def _one_by_one(problem: Problem, before: Chosen, lost: Sequence[int], named: dict[int, int]) -> Relief:
    """Slot by slot: a cover, else an exchange; the rest by the planner."""
    now = _emptied(before, lost)
    causes: dict[int, int] = {}
    rest = []
    for slot, person in named.items():
        now[slot] = person
    for slot in lost:
        if slot in named:
            continue
        free = next((each for each in candidates(problem, now, slot) if not each.obstacles), None)
        if free is not None:
            now[slot] = free.person
            continue
        other = _exchange(problem, now, slot, before[slot], set(lost))
        if other is None:
            rest.append(slot)
        else:
            now[slot], now[other] = now[other], before[slot]
            causes[other] = slot
    mended = relieve(problem, now, rest, thorough=False)
    causes |= {change.slot: change.because for change in mended.changes}
    return _against(before, mended.chosen, lost, causes)


def _exchange(
    problem: Problem, now: list[int | None], slot: int, person: int | None, lost: set[int]
) -> int | None:
    """The nearest slot of somebody else whose person is free for this one, and this person for that."""
    if person is None:
        return None
    able = problem.slots[slot].eligible
    near = sorted(range(len(now)), key=lambda each: (_distance(problem, slot, each), each))
    for other in near:
        holder, there = now[other], problem.slots[other]
        if holder is None or holder == person or other in lost or there.held is not None:
            continue
        if there.block is not None or not (able >> holder & 1 and there.eligible >> person & 1):
            continue
        trial = list(now)
        trial[other] = None
        if _is_free(problem, trial, slot, holder):
            trial[slot] = holder
            if _is_free(problem, trial, other, person):
                return other
    return None


def _distance(problem: Problem, slot: int, other: int) -> tuple[bool, int]:
    """The same queue first, so that nobody's count changes; then the nearest day."""
    here, there = problem.slots[slot], problem.slots[other]
    return here.queue != there.queue, abs(here.day - there.day)


def _is_free(problem: Problem, now: Chosen, slot: int, person: int) -> bool:
    found = (each for each in candidates(problem, now, slot) if each.person == person)
    return any(not each.obstacles for each in found)


def _emptied(before: Chosen, lost: Sequence[int]) -> list[int | None]:
    gone = set(lost)
    return [None if slot in gone else person for slot, person in enumerate(before)]


def _against(before: Chosen, chosen: Chosen, lost: Sequence[int], causes: dict[int, int]) -> Relief:
    """A finished plan as its changes; a lost slot changes for its own sake."""
    own = causes | {slot: slot for slot in lost}
    changes = tuple(
        Change(slot, was, is_now, own.get(slot, slot))
        for slot, (was, is_now) in enumerate(zip(before, chosen, strict=True))
        if was != is_now
    )
    return Relief(tuple(chosen), changes)
