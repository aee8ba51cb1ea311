"""What each person owes, and how far a roster is from it: the arithmetic of a fair share."""

from __future__ import annotations

from heapq import heapify, heapreplace
from itertools import chain
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CLOSE = 1e-9
"""Two shares nearer than this are equal; far below the hundredths that plans are weighed in."""


def water_fill(
    total: float,
    weights: Sequence[float],
    had: Sequence[float],
    capacity: Sequence[float],
) -> tuple[float, ...]:
    """Return each person's due: clip(weight x T - had, 0, capacity) at the level T that sums to `total`.

    Weights are shares of the time (late joiners and the long exempt owe in proportion); a person of
    weight 0 owes nothing. Where `total` is more than all can bear, everybody's due is the capacity.
    """
    level = _level(total, weights, had, capacity)
    return tuple(
        min(max(weight * level - before, 0.0), float(most)) if weight > 0 else 0.0
        for weight, before, most in zip(weights, had, capacity, strict=True)
    )


def _level(
    total: float,
    weights: Sequence[float],
    had: Sequence[float],
    capacity: Sequence[float],
) -> float:
    """Raise the water from one bend of the piecewise linear sum to the next until `total` is in it."""
    bearing = [row for row in zip(weights, had, capacity, strict=True) if row[0] > 0 and row[2] > 0]
    bends = sorted(chain.from_iterable(_bends(*row) for row in bearing))
    level, poured, slope = 0.0, 0.0, 0.0
    for at, turn in bends:
        more = slope * (at - level)
        if slope > 0 and poured + more >= total:
            return level + (total - poured) / slope
        poured, level, slope = poured + more, at, slope + turn
    return level


def _bends(weight: float, had: float, capacity: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (had / weight, weight), ((had + capacity) / weight, -weight)


def fair_counts(total: int, dues: Sequence[float]) -> tuple[int, ...]:
    """Return the whole numbers nearest to `dues` that sum to `total`.

    Each duty goes to the person who is furthest behind. That makes the largest deviation as small as
    whole numbers allow, the smallest as large, and the sum of squares minimal, all at once: a duty
    taken back from any other division and given to whoever is behind improves none of the three.
    """
    if not dues:
        return ()
    counts = [floor(due + CLOSE) for due in dues]
    if sum(counts) > total:
        counts = [0] * len(dues)
    behind = [(count - due, person) for person, (count, due) in enumerate(zip(counts, dues, strict=True))]
    heapify(behind)
    for _ in range(total - sum(counts)):
        deviation, person = behind[0]
        counts[person] += 1
        heapreplace(behind, (deviation + 1, person))
    return tuple(counts)


def spread(counts: Sequence[int], dues: Sequence[float]) -> float:
    """Return max - min of (count - due) over the members of one queue; with equal dues, of the counts."""
    deviations = [count - due for count, due in zip(counts, dues, strict=True)]
    return max(deviations, default=0.0) - min(deviations, default=0.0)


def spread_bound(total: int, dues: Sequence[float]) -> float:
    """Return the smallest spread that any division of `total` whole duties can have.

    Exact: `fair_counts` has both the smallest possible maximum and the largest possible minimum, so
    no other division can have a smaller difference of the two.
    """
    return spread(fair_counts(total, dues), dues)
