"""The search for the fairest roster: chains of moves, taken by annealing on squared deviations."""

from __future__ import annotations

from math import exp
from random import Random
from typing import TYPE_CHECKING

from dutydesk.domain.planner.chains import DUTY, Chains
from dutydesk.domain.planner.draft import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dutydesk.domain.planner.chains import Chain
    from dutydesk.domain.planner.draft import Draft

WARM = 0.5 * DUTY
HOT = 8 * DUTY
COLD = 0.03 * DUTY
"""Temperatures; hot is for a roster with empty places, which must first be shaken together."""

FOCUS = 0.2
"""Share of the draws that look at empty units while there are any."""


class Annealer:
    """Draws chains of moves and takes each by Metropolis' rule; remembers the best roster seen."""

    __slots__ = ("_bound", "_chains", "_draft", "_holes", "_random", "best", "best_energy", "energy")

    def __init__(
        self,
        draft: Draft,
        seed: str,
        bound: int = 0,
        chains: Callable[[Callable[[], float]], Chains] | None = None,
    ) -> None:
        """`bound` is an energy below which nothing can be; `chains` makes other chains from the dice."""
        self._draft = draft
        self._random = Random(seed)  # noqa: S311 - a search needs repeatable dice, not secret ones
        dice = self._random.random
        self._chains = Chains(draft, dice) if chains is None else chains(dice)
        self._bound = bound
        self.energy = self._chains.energy()
        self.best_energy = self.energy
        self.best = list(draft.holder)
        self._holes = [unit for unit in self._chains.movable if draft.holder[unit] == NOBODY]

    @property
    def proven(self) -> bool:
        """Whether the best roster is known to be the best there is."""
        return self.best_energy <= self._bound

    def cool(self, steps: int, slices: int, hot: float | None = None) -> Iterator[float]:
        """Let the temperature fall once from where the roster needs it, pausing after each slice."""
        hot = hot or (HOT if self._holes else WARM)
        for part in range(slices):
            if self.proven or not self._chains.movable:
                return
            self._run(steps // slices, *(hot * (COLD / hot) ** (at / slices) for at in (part, part + 1)))
            yield (part + 1) / slices

    def _run(self, steps: int, hot: float, cold: float) -> None:
        """Draw `steps` chains while the temperature falls from `hot` to `cold`; stop when proven."""
        units = self._chains.movable
        dice = self._random.random
        draw = self._chains.draw
        holes = self._holes
        fall = (cold / hot) ** (1 / max(steps, 1))
        heat = hot
        for _ in range(steps):
            heat *= fall
            choice = holes if holes and dice() < FOCUS else units
            chain = draw(choice[int(dice() * len(choice))])
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
        else:
            self._holes.remove(chain.unit)
        if chain.displaced >= 0:
            draft.lift(chain.displaced)
        draft.place(chain.unit, chain.taker)
        if chain.heir != NOBODY:
            draft.place(chain.displaced, chain.heir)
        elif chain.displaced >= 0:
            self._holes.append(chain.displaced)
        self.energy += chain.change

    def restore(self) -> None:
        """Put the draft back to the best roster seen."""
        self._draft.become(self.best)
        self._holes[:] = [unit for unit in self._chains.movable if self.best[unit] == NOBODY]
        self.energy = self.best_energy
