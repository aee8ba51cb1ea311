"""The typefaces of this machine for paper: the office's own, or ours for want of them (domain.md §12)."""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout, QTextOption
from typing_extensions import override

from dutydesk.exports.fonts import MM, OWN_FAMILY, Face, Ruler
from ui.resources import resource

UNITS: Final = 20
"""Layout units in a point. Pages are laid out in these, so that nothing depends on the dots of a screen."""
LOCAL_FORMS: Final = QFont.Tag("locl")
"""Our font has other digits for Latin text that stand for no character: no search of a PDF finds them."""
UNITS_PER_MM: Final = UNITS / MM

log = logging.getLogger(__name__)


@cache
def family(face: Face) -> str:
    """The family that prints this face here: the first of its chain that is installed, else our own."""
    if QFontDatabase.addApplicationFont(str(resource("fonts", "DutyDeskSansSC-Regular.ttf"))) < 0:
        log.error("the program's own font is missing")
    return next((name for name in face.value if QFontDatabase.hasFamily(name)), OWN_FAMILY)


def substituted() -> dict[Face, str]:
    """The faces for which our own font stands in, with the family the form should have had."""
    return {face: face.value[0] for face in Face if family(face) == OWN_FAMILY}


def font(face: Face, points: float) -> QFont:
    """A font measured in layout units; characters the family lacks come from our own."""
    chosen = QFont([family(face), OWN_FAMILY])
    chosen.setPixelSize(round(points * UNITS))
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    chosen.setFeature(LOCAL_FORMS, 0)
    chosen.setBold(face is not Face.BODY and family(face) in {OWN_FAMILY, "宋体", "SimSun"})
    return chosen


def wrapping() -> QTextOption:
    """Lines break between words, and inside one only when it is wider than its cell."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    return option


class PrinterRuler(Ruler):
    """Measures with the very fonts and line breaking that are printed."""

    @override
    def width(self, text: str, face: Face, points: float) -> float:
        return _width(text, face, points)

    @override
    def lines(self, text: str, face: Face, points: float, width: float) -> int:
        return len(broken(text, face, points, width))


@lru_cache(4096)
def _width(text: str, face: Face, points: float) -> float:
    return QFontMetricsF(font(face, points)).horizontalAdvance(text) / UNITS_PER_MM


@lru_cache(4096)
def broken(text: str, face: Face, points: float, width: float) -> tuple[str, ...]:
    """The lines of the text when none may be wider than `width` mm."""
    chosen = font(face, points)
    return tuple(part for line in text.split("\n") for part in _parts(line, chosen, width * UNITS_PER_MM))


def _parts(text: str, chosen: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, chosen)
    layout.setTextOption(wrapping())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    units = text.encode("utf-16-le")  # in which Qt counts: a rare character may take two
    found = [layout.lineAt(number) for number in range(layout.lineCount())]
    spans = [(2 * line.textStart(), 2 * (line.textStart() + line.textLength())) for line in found]
    return [units[start:stop].decode("utf-16-le") for start, stop in spans] or [""]
