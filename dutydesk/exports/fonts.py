"""Which typefaces a form asks for, best first (domain.md §12), and how wide text is in them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from typing_extensions import override

MM = 25.4 / 72
"""Millimetres in a point."""

OWN_FAMILY = "DutyDesk Sans SC"
"""The open font that travels with the program, the last resort: no name is printed as an empty box."""


class Face(Enum):
    """What a piece of text is on the page; the value is its chain of families.

    Noto CJK is left out though many Linux desktops have it: it draws the Kangxi radicals with the glyphs of
    the characters themselves, and a PDF set in it cannot be searched for 陈局长.
    """

    TITLE = ("方正小标宋_GBK", "方正小标宋简体", "华文中宋", "STZhongsong", "宋体", "SimSun")
    HEAD = ("黑体", "SimHei", "方正黑体_GBK", "华文黑体", "STHeiti")
    BODY = ("仿宋_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋", "STFangsong")


IN_FILES = {Face.TITLE: "方正小标宋简体", Face.HEAD: "黑体", Face.BODY: "仿宋"}
"""The one family a spreadsheet or text file can name: what most machines of an office have."""


class Ruler(Protocol):
    """Measures text, so that a page is planned alike with the printer's exact fonts and with an estimate."""

    def width(self, text: str, face: Face, points: float) -> float:
        """Measure one line of text, in mm."""
        ...

    def lines(self, text: str, face: Face, points: float, width: float) -> int:
        """Count the lines the text takes when none may be wider than `width` mm."""
        ...


ROUNDING = 0.001
"""Millimetres too small to break a line."""
NARROW = 0.64
"""Ems of a digit in the widest font that commonly stands in for a missing 仿宋, where it is half an em."""

WORDS = re.compile(r"(?:[!-~]+|.)[，。；：！？、）》」』】—…]*")
"""What a line break keeps together: a run of Latin letters and digits, a character and the stop after it."""

SEAMS = re.compile(r"(?<=\w)(?<![!-~])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[^\W!-~])")
"""Where a Chinese character and a Latin letter or a digit meet."""


@dataclass(frozen=True, slots=True)
class Estimate(Ruler):
    """The ruler for files whose fonts are found only where they are opened.

    `air` is what a word processor puts between 11 and 月, in ems; spreadsheets put none.
    """

    air: float = 0.0

    @override
    def width(self, text: str, face: Face, points: float) -> float:
        """Count a Chinese character as one em; what Unicode calls ambiguous (· — ▲) is wide there."""
        wide = [unicodedata.east_asian_width(letter) in {"W", "F", "A"} for letter in text]
        seams = len(SEAMS.findall(text))
        return (sum(wide) + (len(wide) - sum(wide)) * NARROW + seams * self.air) * points * MM

    @override
    def lines(self, text: str, face: Face, points: float, width: float) -> int:
        """Break lines as a word processor does, nearly."""
        return sum(self._broken(line, face, points, width) for line in text.split("\n"))

    def _broken(self, line: str, face: Face, points: float, width: float) -> int:
        lines, used = 1, 0.0
        for word in WORDS.findall(line):
            wide = self.width(word, face, points)
            if used and used + wide > width + ROUNDING:
                lines, used = lines + 1, 0.0
            used += wide
            while used > width + ROUNDING:  # a word longer than the line
                lines, used = lines + 1, used - width
        return lines
