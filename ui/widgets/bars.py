"""Bars that show at a glance who had more than the due, and who less."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.i18n import tr
from ui.theme import Colours, colours, mixed

_LINE = 1.7  # of a line of text
_GAP = 10  # pixels between name, bar and number
_NEAR = 0.5  # a difference below this is rounding, not unfairness


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: how much fell due (a mark) and how much was had (the bar)."""

    name: str
    due: float
    had: float


class Bars(QWidget):
    """One bar a person on a common scale; put it into a scroll area."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(name)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, in this order."""
        self._bars = tuple(bars)
        lines = (tr("{name}: due {due}, had {had}", **_numbers(bar)) for bar in self._bars)
        self.setAccessibleDescription("\n".join(lines))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 40, round(self._line() * len(self._bars)) + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        names = max(metrics.horizontalAdvance(bar.name) for bar in self._bars)
        numbers = metrics.horizontalAdvance("00.0 / 00.0")
        left = names + 2 * _GAP
        room = self.width() - left - numbers - 2 * _GAP
        scale = room / max(max(bar.due, bar.had, 1) for bar in self._bars)
        for at, bar in enumerate(self._bars):
            top = at * self._line()
            if event.rect().bottom() >= top and event.rect().top() <= top + self._line():
                self._paint_line(painter, bar, QRectF(left, top, room, self._line()), scale)

    def _paint_line(self, painter: QPainter, bar: Bar, place: QRectF, scale: float) -> None:
        tones = colours(self.palette())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tones.text)
        name_place = QRectF(_GAP, place.top(), place.left() - _GAP, place.height())
        painter.drawText(name_place, middle | Qt.AlignmentFlag.AlignLeft, bar.name)
        thick = place.height() * 0.46
        body = QRectF(place.left(), place.center().y() - thick / 2, bar.had * scale, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_fill(tones, bar))
        painter.drawRoundedRect(body, 2, 2)
        mark = place.left() + bar.due * scale
        painter.setPen(QPen(tones.text, 2))
        painter.drawLine(
            QRectF(mark, body.top() - 3, 0, thick + 6).topLeft(),
            QRectF(mark, body.bottom() + 3, 0, 0).topLeft(),
        )
        numbers = tr("{had} / {due}", **_numbers(bar))
        painter.setPen(tones.dim)
        number_place = QRectF(
            place.right() + _GAP, place.top(), self.width() - place.right() - 2 * _GAP, place.height()
        )
        painter.drawText(number_place, middle | Qt.AlignmentFlag.AlignRight, numbers)

    def _line(self) -> float:
        return self.fontMetrics().height() * _LINE


def _fill(tones: Colours, bar: Bar) -> QColor:
    """Calm while near the due, the warning's colour above it and a pale one below."""
    if bar.had - bar.due > _NEAR:
        return tones.over
    if bar.due - bar.had > _NEAR:
        return mixed(tones.accent, tones.workday, 0.45)
    return tones.accent


def _numbers(bar: Bar) -> dict[str, str]:
    return {"name": bar.name, "due": f"{bar.due:g}", "had": f"{bar.had:g}"}
