"""Where no short chain covers a lost duty: move whoever must be moved, and as few as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dutydesk.domain.planner.anneal import Annealer
from dutydesk.domain.planner.chains import DUTY, EMPTY, Chains
from dutydesk.domain.planner.draft import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dutydesk.domain.planner.draft import Draft

HEATS = (2.4 * DUTY, 2.4 * DUTY, 3 * DUTY, 3 * DUTY)
"""Where each search from the same start begins; a unit not where it was weighs one duty."""

STEPS = 400_000
SLICES = 10


class Homing(Chains):
    """Chains weighed by how many units are not stood by whom they were; fairness does not count."""

    def __init__(
        self, draft: Draft, dice: Callable[[], float], home: Sequence[int], lost: Sequence[int]
    ) -> None:
        super().__init__(draft, dice)
        self._home = home
        self._empty = [0 if holder == NOBODY else EMPTY for holder in home]
        for unit in lost:
            self._empty[unit] = EMPTY

    @override
    def energy(self) -> int:
        """Return the lost duties left empty and the units moved."""
        return sum(self._at(unit, self._draft.holder[unit]) for unit in self.movable)

    @override
    def _handover(self, unit: int, holder: int, taker: int) -> int:
        return self._at(unit, taker) - self._at(unit, holder)

    @override
    def _release(self, unit: int, holder: int) -> int:
        return self._at(unit, NOBODY) - self._at(unit, holder)

    def _at(self, unit: int, person: int) -> int:
        if person == NOBODY:
            return self._empty[unit]
        return 0 if self._home[unit] in (NOBODY, person) else DUTY


def resettle(draft: Draft, home: Sequence[int], lost: Sequence[int]) -> None:
    """Fill the lost units by moving as few others from their `home` as can be found; never makes it worse."""
    start = list(draft.holder)
    found = []
    for attempt, heat in enumerate(HEATS):
        draft.become(start)
        annealer = Annealer(draft, str(attempt), chains=lambda dice: Homing(draft, dice, home, lost))
        for _ in annealer.cool(STEPS, SLICES, heat):
            pass
        found.append((annealer.best_energy, attempt, annealer.best))
    draft.become(min(found)[-1])
