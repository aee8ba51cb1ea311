"""What of an earlier plan cannot stay: found in one pass over it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dutydesk.domain.planner.apart import Apart
from dutydesk.domain.planner.problem import Outside, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dutydesk.domain.planner.problem import Problem, Rules


def lost_slots(problem: Problem, before: Sequence[int | None]) -> tuple[int, ...]:
    """Return the slots that nobody stands, or somebody who no longer may; held ones never are lost.

    Of two duties that exclude each other the later is lost, unless only the earlier is free to go.
    """
    slots = problem.slots
    lost = {
        index
        for index, (slot, person) in enumerate(zip(slots, before, strict=True))
        if slot.held is None and (person is None or not slot.eligible >> person & 1)
    }
    lost |= _too_near(problem, before, lost)
    lost |= _together(problem, before, lost)
    blocks = {slots[index].block for index in lost} - {None}
    if blocks:
        lost |= {index for index, slot in enumerate(slots) if slot.block in blocks and slot.held is None}
    return tuple(sorted(lost))


def _too_near(problem: Problem, before: Sequence[int | None], gone: set[int]) -> set[int]:
    """Compare each duty with the same person's one before, outside duties among them."""
    lost: set[int] = set()
    latest: dict[int, tuple[int, Slot | Outside]] = {}
    stood: list[tuple[int, int, Slot | Outside]] = [
        (person, index, problem.slots[index])
        for index, person in enumerate(before)
        if person is not None and index not in gone
    ]
    stood += [(duty.person, -1, duty) for duty in problem.outside]
    if problem.outside:
        stood.sort(key=lambda duty: duty[2].starts)
    for person, index, duty in stood:
        earlier, other = latest.get(person, (-1, None))
        if other is not None and _bars(problem.rules, other, duty):
            loser = index if _may_go(duty) else earlier
            if _may_go(problem.slots[loser]) and loser >= 0:
                lost.add(loser)
            if loser == index:
                continue
        latest[person] = index, duty
    return lost


def _may_go(duty: Slot | Outside) -> bool:
    return isinstance(duty, Slot) and duty.held is None


def _bars(rules: Rules, earlier: Slot | Outside, later: Slot | Outside) -> bool:
    blocks = [duty.block if isinstance(duty, Slot) else None for duty in (earlier, later)]
    if blocks[0] is not None and blocks[0] == blocks[1]:
        return False
    near = later.day - earlier.day
    if near == 0 or (near == 1 and not rules.consecutive_days_allowed):
        return True
    return later.starts - earlier.ends < max(earlier.rest_after, rules.rest_minutes)


def _together(problem: Problem, before: Sequence[int | None], gone: set[int]) -> set[int]:
    apart = Apart(problem)
    lost: set[int] = set()
    days: defaultdict[int, list[int]] = defaultdict(list)
    if not apart:
        return lost
    for index, person in enumerate(before):
        if person is None or index in gone:
            continue
        day = problem.slots[index].day
        mates = apart.on(day, day)
        for other in days[day] if mates else ():
            if before[other] in mates[person]:
                loser = other if problem.slots[index].held is not None else index
                if problem.slots[loser].held is None:
                    lost.add(loser)
        days[day].append(index)
    return lost
