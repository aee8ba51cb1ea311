"""The year of leave as a widget: what a day and a person stand for is told under the pointer."""

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from ui.i18n import full_day, tr
from ui.leave.year_painter import YearOfLeave, YearPlan, paint_year
from ui.words.leave import span_text

_NARROWEST = 90  # characters


class YearView(QWidget):
    """Paints a `YearOfLeave`; `asked` carries the id of the leave that was clicked."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._year: YearOfLeave | None = None
        self.setAccessibleName(tr("Year of leave"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_year(self, year: YearOfLeave) -> None:
        """Paint this year."""
        self._year = year
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> YearOfLeave | None:
        """What is painted."""
        return self._year

    def told(self, row: int, day: date) -> str:
        """What is said of a day of a row: who is away and how long, or how many are there."""
        year = self._year
        if year is None or day not in year.left:
            return ""
        if row < 0:
            return tr(
                "{day}: {left} of {all} present",
                day=full_day(day), left=year.left[day], all=len(year.people),
            )  # fmt: skip
        person, name = year.people[row]
        away = year.away.get((person, day))
        if away is None:
            return tr("{day}: {name} is present", day=full_day(day), name=name)
        words = span_text(away.leave)
        if away.leave.is_away:
            return tr("{name}: on leave {span}", name=name, span=words)
        return tr("{name}: asked for leave {span}", name=name, span=words)

    @override
    def sizeHint(self) -> QSize:
        plan = self._plan(float(self.fontMetrics().averageCharWidth() * _NARROWEST))
        tall = plan.height if plan else self.fontMetrics().height() * 10.0
        return QSize(self.fontMetrics().averageCharWidth() * _NARROWEST, round(tall))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        plan = self._plan(float(self.width()))
        if plan is not None and self._year is not None:
            painter = QPainter(self)
            paint_year(painter, self._year, plan, self.palette())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        plan = self._plan(float(self.width()))
        hit = plan.at(event.position().x(), event.position().y()) if plan else None
        year = self._year
        if hit is not None and year is not None and hit[0] >= 0:
            away = year.away.get((year.people[hit[0]][0], hit[1]))
            if away is not None:
                self.asked.emit(away.leave.id)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            plan = self._plan(float(self.width()))
            hit = plan.at(event.pos().x(), event.pos().y()) if plan else None
            QToolTip.showText(event.globalPos(), self.told(*hit) if hit else "", self)
            return True
        return super().event(event)

    def _plan(self, width: float) -> YearPlan | None:
        return YearPlan(self._year, QFontMetricsF(self.font()), width) if self._year else None
