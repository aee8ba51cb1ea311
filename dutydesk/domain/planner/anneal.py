"""The search for the fairest roster: chains of moves, taken by annealing on squared deviations."""

from __future__ import annotations

from math import exp
from random import Random
from typing import TYPE_CHECKING

from dutydesk.domain.planner.chains import DUTY, Chains
from dutydesk.domain.planner.draft import NOBODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dutydesk.domain.planner.chains import Chain
    from dutydesk.domain.planner.draft import Draft

HOT = 0.5 * DUTY
COLD = 0.03 * DUTY


class Annealer:
    """Draws chains of moves and takes each by Metropolis' rule; remembers the best roster seen."""

    __slots__ = ("_bound", "_chains", "_draft", "_random", "best", "best_energy", "energy")

    def __init__(self, draft: Draft, seed: int, bound: int = 0) -> None:
        self._draft = draft
        self._random = Random(seed)  # noqa: S311 - a search needs repeatable dice, not secret ones
        self._chains = Chains(draft, self._random.random)
        self._bound = bound
        self.energy = self._chains.energy()
        self.best_energy = self.energy
        self.best = list(draft.holder)

    @property
    def proven(self) -> bool:
        """Whether the best roster is known to be the best there is."""
        return self.best_energy <= self._bound

    def run(self, steps: int, hot: float, cold: float) -> None:
        """Draw `steps` chains while the temperature falls from `hot` to `cold`; stop when proven."""
        units = self._chains.movable
        dice = self._random.random
        draw = self._chains.draw
        fall = (cold / hot) ** (1 / max(steps, 1))
        heat = hot
        for _ in range(steps):
            heat *= fall
            chain = draw(units[int(dice() * len(units))])
            if chain is None:
                continue
            if chain.change <= 0 or dice() < exp(-chain.change / heat):
                self._make(chain)
                if self.energy < self.best_energy:
                    self.best_energy = self.energy
                    self.best = list(self._draft.holder)
                    if self.best_energy <= self._bound:
                        return

    def _make(self, chain: Chain) -> None:
        draft = self._draft
        if draft.holder[chain.unit] != NOBODY:
            draft.lift(chain.unit)
        if chain.displaced >= 0:
            draft.lift(chain.displaced)
        draft.place(chain.unit, chain.taker)
        if chain.heir != NOBODY:
            draft.place(chain.displaced, chain.heir)
        self.energy += chain.change

    def restore(self, holders: Sequence[int]) -> None:
        """Put the draft back to an earlier roster of its own."""
        draft = self._draft
        moved = [unit for unit in self._chains.movable if draft.holder[unit] != holders[unit]]
        for unit in moved:
            if draft.holder[unit] != NOBODY:
                draft.lift(unit)
        for unit in moved:
            if holders[unit] != NOBODY:
                draft.place(unit, holders[unit])
        self.energy = self._chains.energy()
