"""Wishes, looked up by unit."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dutydesk.domain.planner.ground import Ground


def wishes_by_unit(ground: Ground) -> dict[int, dict[int, int]]:
    """Return by unit and person the sum of the weights of this person's wishes for its slots."""
    unit_of = {slot: index for index, unit in enumerate(ground.units) for slot in unit.slots}
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for wish in ground.problem.wishes:
        by_person = found[unit_of[wish.slot]]
        by_person[wish.person] = by_person.get(wish.person, 0) + wish.weight
    return dict(found)
