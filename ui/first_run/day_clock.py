"""The day's round of a shift pattern as a dial of 24 hours: light by day, dark by night."""

from collections.abc import Iterable, Sequence
from datetime import time
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import ShiftType, Turn
from ui.theme import colours, mixed

Span = tuple[float, float]
"""From and to in hours, the end after the start: a night is 17 to 33."""
Ring = tuple[Span, ...]

_DAY, _NIGHT = 6.0, 18.0  # when the light of the dial changes
_GAP = 0.45  # hours left free between two shifts
_HOURS = (0, 6, 12, 18)


class DayClock(QWidget):
    """One ring for each round of shifts, working days outside; of a turn of a week, the ring of the days."""

    def __init__(self, shifts: Iterable[ShiftType]) -> None:
        super().__init__()
        patterns = tuple(shifts)
        self._weekly = any(each.turn is Turn.WEEK for each in patterns)
        self._rings = rings(patterns)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 5.2)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        face = QRectF(self.rect()).adjusted(line, line, -line, -line)
        if self._weekly:
            self._paint_week(painter, face, line)
            return
        self._paint_hours(painter, face, line)
        for number, ring in enumerate(self._rings):
            inset = number * line * 0.55
            self._paint_ring(painter, face.adjusted(inset, inset, -inset, -inset), ring, line * 0.36)

    def _paint_hours(self, painter: QPainter, face: QRectF, line: int) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.72)
        painter.setFont(font)
        painter.setPen(colours(self.palette()).dim)
        reach = face.width() / 2 + line * 0.5
        for hour, (right, down) in zip(_HOURS, ((0, -1), (1, 0), (0, 1), (-1, 0)), strict=True):
            middle = face.center() + QPointF(right * reach, down * reach)
            box = QRectF(middle.x() - line, middle.y() - line / 2, 2 * line, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(hour))

    def _paint_ring(self, painter: QPainter, place: QRectF, ring: Ring, width: float) -> None:
        tones = colours(self.palette())
        painter.setPen(QPen(tones.grid, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawEllipse(place)
        for start, end in ring:
            for begins, ends in _by_light(start + _GAP / 2, end - _GAP / 2):
                painter.setPen(
                    QPen(self._light(begins), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
                )
                _arc(painter, place, begins, ends)

    def _light(self, hour: float) -> QColor:
        """Amber between morning and evening, a deep blue at night."""
        tones = colours(self.palette())
        if _DAY <= hour % 24 < _NIGHT:
            return mixed(QColor("#e8a21c"), tones.workday, 0.85)
        return self.palette().color(QPalette.ColorRole.Highlight)

    def _paint_week(self, painter: QPainter, face: QRectF, line: int) -> None:
        """Seven days round the dial; one group stands them all."""
        days = 7
        for day in range(days):
            begins, ends = day * 24 / days, (day + 1) * 24 / days
            tone = self.palette().color(QPalette.ColorRole.Highlight)
            ink = tone if day < days - 2 else mixed(tone, colours(self.palette()).workday, 0.55)
            painter.setPen(QPen(ink, line * 0.36, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            _arc(painter, face, begins + 0.3, ends - 0.3)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        painter.setPen(colours(self.palette()).dim)
        painter.drawText(face, Qt.AlignmentFlag.AlignCenter, str(days))


def rings(shifts: Sequence[ShiftType]) -> tuple[Ring, ...]:
    """The rounds of a working day, then those of a rest day where they differ, each free of overlaps."""
    found: list[Ring] = []
    for rotation in (RotationClass.WORKDAY, RotationClass.RESTDAY):
        for ring in _rounds([_span(each) for each in shifts if each.heads(rotation)]):
            if ring not in found:
                found.append(ring)
    return tuple(found)


def _rounds(spans: Iterable[Span]) -> list[Ring]:
    """Spans put into as few rings as keep them apart."""
    found: list[list[Span]] = []
    for span in spans:
        free = (ring for ring in found if not any(_meet(span, other) for other in ring))
        ring = next(free, None)
        if ring is None:
            found.append([span])
        else:
            ring.append(span)
    return [tuple(ring) for ring in found]


def _span(shift: ShiftType) -> Span:
    starts, ends = (_hours(each) for each in (shift.starts, shift.ends))
    return starts, ends if ends > starts else ends + 24


def _hours(moment: time) -> float:
    return moment.hour + moment.minute / 60


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans share time of a day that begins anew."""
    return any(one[0] < other[1] + turn and other[0] + turn < one[1] for turn in (-24, 0, 24))


def _by_light(start: float, end: float) -> list[Span]:
    """A span cut where day and night meet."""
    cuts = [each + turn for turn in (0, 24) for each in (_DAY, _NIGHT) if start < each + turn < end]
    marks = [start, *cuts, end]
    return list(pairwise(marks))


def _arc(painter: QPainter, place: QRectF, begins: float, ends: float) -> None:
    """An arc clockwise from the top; Qt counts sixteenths of degrees the other way, from the right."""
    per_hour = 16 * 360 / 24
    painter.drawArc(place, round((6 - begins) * per_hour), round((begins - ends) * per_hour))
