"""The day's clock: bars of 24 hours that show who stands when, and where nobody does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.clock import MIDNIGHT, Stretch, gaps, stood
from dutydesk.domain.duties import ShiftType, by_sort
from ui.i18n import tr
from ui.theme import Colours, colours, mixed
from ui.words.planning import class_text

_GROUNDS = ("note_ground", "good_ground", "changed_ground", "locked_ground", "today")
_HOURS = (0, 4, 8, 12, 16, 20, 24)
_LANE = 1.5  # lines of text
_HATCHED = 0.4


@dataclass(frozen=True)
class Bar:
    """One class of day: what is stood, in lanes that do not overlap, and the gaps."""

    rotation: RotationClass
    lanes: tuple[tuple[Stretch, ...], ...]
    gaps: tuple[Stretch, ...]

    def words(self) -> str:
        """The gaps in words; a day that is covered says so."""
        if not self.lanes:
            return tr("nobody on duty")
        if not self.gaps:
            return tr("24 hours covered")
        times = tr(", ").join(f"{_clock(each.begins)}–{_clock(each.ends)}" for each in self.gaps)
        return tr("nobody on duty {times}", times=times)


def bars(shifts: Sequence[ShiftType], day: date) -> tuple[Bar, ...]:
    """A bar for each class of day, with the pattern that is in force on `day`."""
    found = []
    for rotation in RotationClass:
        stretches = stood(by_sort(shifts), rotation, day)
        found.append(Bar(rotation, _lanes(stretches, [each.id for each in by_sort(shifts)]), gaps(stretches)))
    return tuple(found)


def _lanes(stretches: Sequence[Stretch], order: Sequence[str]) -> tuple[tuple[Stretch, ...], ...]:
    """The stretches of each shift together, each shift in the first lane where it is in nobody's way."""
    lanes: list[list[Stretch]] = []
    for shift in order:
        own = [each for each in stretches if each.shift == shift]
        free = next((lane for lane in lanes if not any(_meet(a, b) for a in lane for b in own)), None)
        if own and free is None:
            lanes.append(own)
        elif free is not None:
            free.extend(own)
    return tuple(tuple(lane) for lane in lanes)


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.begins < other.ends and other.begins < one.ends


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


class ClockView(QWidget):
    """Paints bars one above the other under a scale of hours."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._names: Mapping[str, str] = {}
        self._order: list[str] = []
        self.setAccessibleName(tr("The day's clock"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_shifts(self, shifts: Sequence[ShiftType], day: date) -> None:
        """Show the pattern that is in force on a day."""
        self._bars = bars(shifts, day)
        self._names = {each.id: each.name for each in shifts}
        self._order = [each.id for each in by_sort(shifts)]
        self.setAccessibleDescription(self.text())
        self.setToolTip(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The picture in words."""
        return "\n".join(
            tr("{class_}: {words}", class_=class_text(bar.rotation), words=bar.words()) for bar in self._bars
        )

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        lanes = sum(max(len(bar.lanes), 1) for bar in self._bars)
        return QSize(line * 24, round(line * (1.4 + len(self._bars) * 1.5 + lanes * _LANE)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 16, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tones = QPainter(self), colours(self.palette())
        line = self.fontMetrics().height()
        top = self._scale(painter, tones)
        for bar in self._bars:
            head = QRectF(0, top, self.width(), line * 1.2)
            painter.setPen(tones.text)
            painter.drawText(head, _LEFT, class_text(bar.rotation))
            uncovered = bar.gaps and bar.rotation is not RotationClass.WORKDAY
            painter.setPen(tones.warning if uncovered else tones.dim)
            painter.drawText(head, _RIGHT, bar.words())
            top = self._bar(painter, tones, bar, head.bottom()) + line * 0.3
        painter.end()

    def _scale(self, painter: QPainter, tones: Colours) -> float:
        line = self.fontMetrics().height()
        painter.setPen(tones.dim)
        for hour in _HOURS:
            at, width = self._x(hour * 60), line * 2
            place = QRectF(min(max(at - width / 2, 0), self.width() - width), 0, width, line)
            flag = Qt.AlignmentFlag.AlignHCenter
            if hour in {0, 24}:
                flag = Qt.AlignmentFlag.AlignRight if hour else Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, flag, f"{hour}:00")
        return line * 1.1

    def _bar(self, painter: QPainter, tones: Colours, bar: Bar, top: float) -> float:
        """Paint one bar below `top`; gives its lower edge."""
        height = self.fontMetrics().height() * _LANE
        whole = QRectF(0, top, self.width() - 1, height * max(len(bar.lanes), 1))
        painter.fillRect(whole, tones.workday)
        for gap in bar.gaps:
            hatch = mixed(tones.dim, tones.workday, _HATCHED)
            painter.fillRect(self._place(gap, whole), QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        for number, lane in enumerate(bar.lanes):
            for stretch in lane:
                place = self._place(stretch, QRectF(0, top + number * height, whole.width(), height))
                ground = _GROUNDS[self._order.index(stretch.shift) % len(_GROUNDS)]
                painter.fillRect(place, getattr(tones, ground))
                painter.setPen(QPen(tones.frame, 1))
                painter.drawRect(place)
                painter.setPen(tones.text)
                name = self.fontMetrics().elidedText(
                    self._names[stretch.shift], Qt.TextElideMode.ElideRight, int(place.width() - 6)
                )
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
        painter.setPen(QPen(tones.frame, 1))
        painter.drawRect(whole)
        return whole.bottom()

    def _place(self, stretch: Stretch, lane: QRectF) -> QRectF:
        left, right = self._x(stretch.begins), self._x(stretch.ends)
        return QRectF(left, lane.y(), right - left, lane.height())

    def _x(self, minute: int) -> float:
        return minute / MIDNIGHT * (self.width() - 1)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
