"""The head of the page: which days are shown and how to get to others, and the state of the roster."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from dutydesk.domain.calendar import Calendar
from dutydesk.domain.dates import Period
from ui.i18n import tr
from ui.roster.period_picker import PeriodPicker
from ui.roster.spans import View, period_of, stepped, title_of, view_text
from ui.theme import colours
from ui.window.page_actions import action


class PeriodBar(QWidget):
    """Holds the view and the period in sight; `moved` says that the user asked for others."""

    moved = Signal()

    def __init__(self, owner: QWidget, today: Callable[[], date], calendar: Calendar) -> None:
        super().__init__(owner)
        self._today = today
        self._calendar = calendar
        self.view = View.MONTH
        self.period = period_of(View.MONTH, today(), calendar)
        self.back = action(owner, "earlier", tr("Earlier"), "Alt+Left", lambda: self.step(-1))
        self.ahead = action(owner, "later", tr("Later"), "Alt+Right", lambda: self.step(1))
        self.now = action(owner, "", tr("Today"), "Alt+Home", self.go_today)
        self.title = QToolButton()
        self.title.setAutoRaise(True)
        self.title.setToolTip(tr("Choose another day or period"))
        self.title.clicked.connect(self.pick)
        self.views = {view: self._view_button(view) for view in View if view is not View.FREE}
        self.state = QLabel()
        self._lay_out()
        self._refresh()

    def set_calendar(self, calendar: Calendar) -> None:
        """Take the calendar anew: holiday blocks may have moved."""
        self._calendar = calendar
        self._refresh()

    def show_view(self, view: View) -> None:
        """Show as much as the view says, around today if that is in sight."""
        today = self._today()
        day = today if today in self.period else self.period.first
        self._move(view, period_of(view, day, self._calendar))

    def show_period(self, view: View, period: Period) -> None:
        """Show this very period."""
        self._move(view, period)

    def show_day(self, day: date) -> None:
        """Show the period around a day; a free period gives way to the day's month."""
        if day not in self.period:
            view = View.MONTH if self.view is View.FREE else self.view
            period = period_of(view, day, self._calendar)
            month = period_of(View.MONTH, day, self._calendar)
            self._move(*((view, period) if day in period else (View.MONTH, month)))

    def step(self, step: int) -> None:
        """Show what lies before (-1) or after (1)."""
        self._move(self.view, stepped(self.view, self.period, step, self._calendar))

    def go_today(self) -> None:
        """Show the period around today, or the next holidays."""
        view = View.MONTH if self.view is View.FREE else self.view
        self._move(view, period_of(view, self._today(), self._calendar))

    def pick(self) -> None:
        """Let the user choose a day or a period."""
        picker = PeriodPicker(self, self.period)
        picker.day_picked.connect(self.show_day)
        picker.period_picked.connect(self._on_period)
        picker.show_below(self.title)

    def show_state(self, text: str, ink: str) -> None:
        """Say whether the roster is a draft or published; `ink` is a colour of `ui.theme.Colours`."""
        palette = self.state.palette()
        tone: QColor = getattr(colours(self.palette()), ink)
        palette.setColor(QPalette.ColorRole.WindowText, tone)
        self.state.setPalette(palette)
        self.state.setText(text)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(4)
        for each in (self.back, self.now, self.ahead):
            button = QToolButton()
            button.setDefaultAction(each)
            button.setAutoRaise(True)
            row.addWidget(button)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.title.setFont(font)
        row.addWidget(self.title)
        row.addSpacing(8)
        row.addWidget(self.state)
        row.addStretch(1)
        group = QButtonGroup(self)
        for view_button in self.views.values():
            group.addButton(view_button)
            row.addWidget(view_button)

    def _view_button(self, view: View) -> QToolButton:
        button = QToolButton()
        button.setText(view_text(view))
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda: self.show_view(view))
        return button

    def _on_period(self, period: Period) -> None:
        self._move(View.FREE, period)

    def _move(self, view: View, period: Period) -> None:
        self.view, self.period = view, period
        self._refresh()
        self.moved.emit()

    def _refresh(self) -> None:
        self.title.setText(title_of(self.view, self.period, self._calendar))
        self.title.setAccessibleName(self.title.text())
        for view, button in self.views.items():
            button.setChecked(view is self.view)
