"""A letter in running text, such as a circular, as one plain value; its look is that of GB/T 9704 (§12)."""

from __future__ import annotations

from dataclasses import dataclass

from dutydesk.exports.sheet import printable

MARGINS = (37.0, 26.0, 35.0, 28.0)
"""Millimetres at the top, right, bottom and left of A4."""
TITLE_POINTS, BODY_POINTS, TABLE_POINTS, PITCH_POINTS = 22.0, 16.0, 12.0, 28.0
TABLE_PITCH = 1.35
"""From one line in a table to the next, in type sizes."""
INDENT = 2
"""How many characters the first line of a paragraph is set in."""
CLOSING_INDENT = 4
"""How many characters the date stands away from the right margin."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: titles with their share of the width, and rows of texts."""

    titles: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]


Part = Heading | Paragraph | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The title, its parts in their order, and the lines at the end: who writes, and when."""

    language: str
    title: str
    parts: tuple[Part, ...]
    closing: tuple[str, ...]
    imprint: str = ""

    def __post_init__(self) -> None:
        """Keep only what paper and file formats can hold."""
        object.__setattr__(self, "title", printable(self.title))
        object.__setattr__(self, "parts", tuple(map(_printable, self.parts)))
        object.__setattr__(self, "closing", tuple(map(printable, self.closing)))
        object.__setattr__(self, "imprint", printable(self.imprint))


def _printable(part: Part) -> Part:
    match part:
        case Heading():
            return Heading(printable(part.text))
        case Paragraph():
            return Paragraph(printable(part.text))
        case Grid():
            titles = tuple((printable(title), width) for title, width in part.titles)
            return Grid(titles, tuple(tuple(map(printable, row)) for row in part.rows))
