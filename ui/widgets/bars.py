"""Bars that show at a glance who had more than the due, and who less."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
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
        centred = Qt.AlignmentFlag.AlignVCenter
        thick = place.height() * 0.46
        body = QRectF(place.left(), place.center().y() - thick / 2, bar.had * scale, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill(tones, bar))
        painter.drawRoundedRect(body, 2, 2)
        due = place.left() + bar.due * scale
        painter.setPen(QPen(tones.text, 2))
        painter.drawLine(QPointF(due, body.top() - 3), QPointF(due, body.bottom() + 3))
        painter.setPen(tones.text)
        name = QRectF(_GAP, place.top(), place.left() - _GAP, place.height())
        painter.drawText(name, centred | Qt.AlignmentFlag.AlignLeft, bar.name)
        painter.setPen(tones.dim)
        rest = QRectF(place.right(), place.top(), self.width() - place.right() - _GAP, place.height())
        painter.drawText(rest, centred | Qt.AlignmentFlag.AlignRight, tr("{had} / {due}", **_numbers(bar)))

    def _fill(self, tones: Colours, bar: Bar) -> QColor:
        """Calm while near the due, glaring above it, pale below."""
        calm = self.palette().color(QPalette.ColorRole.Highlight)
        if bar.had - bar.due > _NEAR:
            return tones.over
        return mixed(calm, tones.workday, 0.45) if bar.due - bar.had > _NEAR else calm

    def _line(self) -> float:
        return self.fontMetrics().height() * _LINE


def _numbers(bar: Bar) -> dict[str, str]:
    return {"name": bar.name, "due": f"{round(bar.due, 1):g}", "had": f"{bar.had:g}"}
