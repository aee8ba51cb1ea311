"""Charts as plain values: bars in panels side by side, and numbers on a ground that darkens with them.

The same value is painted on screen and on paper, so it knows neither fonts nor colours.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its length, where its mark stands (None for none), and what is written beside it.

    `over` says that it is too long, and is painted so that nobody overlooks it.
    """

    value: float
    mark: float | None
    text: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """The bars of one heading on a scale of their own, a line each; None leaves its line empty."""

    title: str
    bars: tuple[Bar | None, ...]
    most: float = 0.0

    @property
    def scale(self) -> float:
        """The value that fills the panel."""
        found = (max(each.value, each.mark or 0) for each in self.bars if each)
        return self.most or max(found, default=0) or 1.0


@dataclass(frozen=True, slots=True)
class PanelChart:
    """A name a line, and the panels beside it; `value` and `mark` are what bars and marks stand for."""

    names: tuple[str, ...]
    panels: tuple[Panel, ...]
    value: str
    mark: str = ""

    def lines(self, first: int, last: int) -> "PanelChart":
        """The lines from one to before another on the same scales, for a page of its own."""
        panels = tuple(replace(each, bars=each.bars[first:last], most=each.scale) for each in self.panels)
        return replace(self, names=self.names[first:last], panels=panels)

    def told(self) -> str:
        """The chart in words, a line each."""
        titles = [each.title for each in self.panels]
        return "\n".join(
            f"{name}: "
            + ", ".join(f"{title} {bar.text}" for title, bar in zip(titles, bars, strict=True) if bar)
            for name, *bars in zip(self.names, *(each.bars for each in self.panels), strict=True)
        )


@dataclass(frozen=True, slots=True)
class HeatChart:
    """Numbers by line and column; None is a place that does not exist. `value` is what they count."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    value: str
    most: int = 0

    @property
    def scale(self) -> int:
        """The number that has the darkest ground."""
        return self.most or max((each for line in self.cells for each in line if each), default=0) or 1

    def lines(self, first: int, last: int) -> "HeatChart":
        """The lines from one to before another on the same scale."""
        cut = {"names": self.names[first:last], "cells": self.cells[first:last]}
        return replace(self, most=self.scale, **cut)  # type: ignore[arg-type]  # each to its own field

    def told(self) -> str:
        """The chart in words, a line each."""
        return "\n".join(
            f"{name}: " + ", ".join(f"{title} {n}" for title, n in zip(self.titles, line, strict=True) if n)
            for name, line in zip(self.names, self.cells, strict=True)
        )


Chart = PanelChart | HeatChart


def pages(count: int, size: int) -> Sequence[tuple[int, int]]:
    """So many lines in pages of a size, each as its first line and the one after its last."""
    return [(first, min(first + size, count)) for first in range(0, count, size)]
