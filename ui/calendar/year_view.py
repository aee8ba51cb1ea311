"""A year at a glance: twelve months in one widget, with days to select by mouse and keys."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from ui.calendar.day_face import DayFace
from ui.calendar.year_layout import WEEKDAYS, YearLayout
from ui.calendar.year_painter import Marked, YearPainter
from ui.i18n import full_day, tr
from ui.theme import colours

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEKDAYS,
    Qt.Key.Key_Down: WEEKDAYS,
}


class YearView(QWidget):
    """Paints `DayFace`s; `chosen_changed` says that other days are selected, `entered` asks to edit them.

    Arrows go by day and week, PgUp and PgDn by month, with Shift the selection grows; Ctrl+click adds a day.
    Delete asks by `cleared` to make the days ordinary again.
    """

    chosen_changed = Signal()
    entered = Signal()
    cleared = Signal()
    year_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._faces: Mapping[date, DayFace] = {}
        self._today = date.min
        self._day = date(2000, 1, 1)
        self._anchor = self._day
        self._chosen: frozenset[date] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Year"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_year(self, faces: Mapping[date, DayFace], today: date) -> None:
        """Paint these days; a selection in another year goes to the same day of this one."""
        year = next(iter(faces)).year
        self._faces = faces
        self._today = today
        if self._day.year != year:
            self.choose(today if today.year == year else _same_day(self._day, year))
        self.update()

    def choose(self, first: date, last: date | None = None) -> None:
        """Select a day, or all days to another."""
        self._anchor, self._day = first, last or first
        low, high = sorted((self._anchor, self._day))
        self._select(frozenset(date.fromordinal(at) for at in range(low.toordinal(), high.toordinal() + 1)))

    def chosen(self) -> list[date]:
        """The selected days in their order."""
        return sorted(self._chosen)

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self._day

    def face(self, day: date) -> DayFace:
        """What is painted of a day."""
        return self._faces[day]

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 40, line * 32)

    @override
    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 30, line * 26)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Return: self.entered.emit,
            Qt.Key.Key_Enter: self.entered.emit,
            Qt.Key.Key_F2: self.entered.emit,
            Qt.Key.Key_Delete: self.cleared.emit,
        }
        goal = self._goal(key)
        if key in deeds:
            deeds[key]()
        elif goal is None:
            super().keyPressEvent(event)
        elif goal.year != self._day.year:
            self.year_wanted.emit(goal.year)
            self.choose(goal)
        else:
            extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.choose(self._anchor if extending else goal, goal)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._layout().at(event.position())
        if day is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._anchor = self._day = day
            self._select(self._chosen ^ {day} or frozenset({day}))
        else:
            extending = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.choose(self._anchor if extending else day, day)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._layout().at(event.position())
        if day is not None and event.buttons() & Qt.MouseButton.LeftButton and day != self._day:
            self.choose(self._anchor, day)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            day = self._layout().at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._faces[day].tip if day else "", self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._faces:
            return
        cursor = self._day if self.hasFocus() else None
        tones = colours(self.palette())
        painter = YearPainter(QPainter(self), self._layout(), self._faces, tones, self.font())
        painter.paint(Marked(self._chosen, self._today, cursor))

    def _layout(self) -> YearLayout:
        return YearLayout(self._day.year, self.width() - 1, self.height() - 1, self.fontMetrics().height())

    def _select(self, days: frozenset[date]) -> None:
        self._chosen = days
        face = self._faces.get(self._day)
        self.setAccessibleDescription(face.tip if face else full_day(self._day))
        self.update()
        self.chosen_changed.emit()

    def _goal(self, key: Qt.Key) -> date | None:
        """Where a key moves the cursor; None for other keys."""
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in _STEPS:
            return self._day + timedelta(days=_STEPS[key])
        if key in months:
            return _months_on(self._day, months[key])
        if key == Qt.Key.Key_Home:
            return date(self._day.year, 1, 1)
        return date(self._day.year, 12, 31) if key == Qt.Key.Key_End else None


def _same_day(day: date, year: int) -> date:
    """The same day of another year; 28 for 29 February."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28 if leap else day.day)


def _months_on(day: date, months: int) -> date:
    """The same day of another month, or its last day."""
    month = day.year * 12 + day.month - 1 + months
    first = date(month // 12, month % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
