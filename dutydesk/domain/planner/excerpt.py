"""A few weeks cut out of a long plan: small enough to be looked at anew within a millisecond."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dutydesk.domain.planner.draft import Draft
from dutydesk.domain.planner.ground import survey
from dutydesk.domain.planner.problem import DAYS_A_WEEK, Outside, Wish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dutydesk.domain.planner.problem import Problem, Queue, Slot

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The problem of some days, with all that is stood beyond them as outside duties."""

    problem: Problem
    chosen: tuple[int | None, ...]
    start: int
    """Index in the whole problem of the first slot here."""

    def draft(self) -> Draft:
        """Return the excerpt as a roster to work on; a person who may no longer stand a place stays."""
        draft = Draft(survey(self.problem))
        draft.become(draft.holders_of(self.chosen))
        return draft


def excerpt(problem: Problem, chosen: Sequence[int | None], first: int, last: int) -> Excerpt:
    """Cut out the days `first` to `last`, and what of their blocks lies beyond."""
    start, stop = _bounds(problem.slots, first, last)
    return Excerpt(
        problem=replace(
            problem,
            slots=problem.slots[start:stop],
            queues=_owed_here(problem, chosen, start, stop),
            outside=(*problem.outside, *_beyond(problem, chosen, start, stop)),
            wishes=tuple(
                Wish(wish.person, wish.slot - start, wish.weight)
                for wish in problem.wishes
                if start <= wish.slot < stop
            ),
        ),
        chosen=tuple(chosen[start:stop]),
        start=start,
    )


def _bounds(slots: Sequence[Slot], first: int, last: int) -> tuple[int, int]:
    start = bisect_left(slots, first, key=lambda slot: slot.day)
    stop = bisect_left(slots, last + 1, key=lambda slot: slot.day)
    blocks = {slot.block for slot in slots[start:stop]} - {None}
    if blocks:
        inside = [index for index, slot in enumerate(slots) if slot.block in blocks]
        start, stop = min(start, inside[0]), max(stop, inside[-1] + 1)
    return start, stop


def _beyond(problem: Problem, chosen: Sequence[int | None], start: int, stop: int) -> Iterator[Outside]:
    """Yield the duties near enough to cast their rest, or their week, into the excerpt."""
    slots = problem.slots[start:stop]
    if not slots:
        return
    rest = max(problem.rules.rest_minutes, *(slot.rest_after for slot in problem.slots))
    reach = rest // MINUTES_A_DAY + 2 + DAYS_A_WEEK
    first = bisect_left(problem.slots, slots[0].day - reach, key=lambda slot: slot.day)
    stop_after = bisect_left(problem.slots, slots[-1].day + reach + 1, key=lambda slot: slot.day)
    for index in (*range(first, start), *range(stop, stop_after)):
        person, slot = chosen[index], problem.slots[index]
        if person is not None:
            yield Outside(person, slot.day, slot.starts, slot.ends, slot.rest_after, slot.restday)


def _owed_here(problem: Problem, chosen: Sequence[int | None], start: int, stop: int) -> tuple[Queue, ...]:
    """Return the queues with what is stood beyond the excerpt taken from each due."""
    stood: list[defaultdict[int, int]] = [defaultdict(int) for _ in problem.queues]
    counted = set()
    for index in (*range(start), *range(stop, len(chosen))):
        person, slot = chosen[index], problem.slots[index]
        if person is None or slot.queue < 0:
            continue
        if slot.block is not None:
            if (slot.block, person) in counted:
                continue
            counted.add((slot.block, person))
        stood[slot.queue][person] += 1
    return tuple(
        replace(queue, due=tuple(due - had[person] for person, due in enumerate(queue.due)))
        for queue, had in zip(problem.queues, stood, strict=True)
    )
