"""The year beside the panel that says and changes what the selected days are."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from dutydesk.domain.calendar import Calendar, CalendarDay, SensitivePeriod
from dutydesk.domain.dates import EARLIEST, LATEST
from dutydesk.domain.history import Search
from dutydesk.services import calendar
from ui.calendar.day_face import counts_text, faces
from ui.calendar.day_panel import DayPanel
from ui.calendar.legend import Legend
from ui.calendar.year_view import YearView
from ui.guide.asking import question_mark
from ui.history.dialog import add_history, of_rows
from ui.i18n import tr
from ui.session import Session
from ui.widgets.banner import BannerArea, Notice


class YearPage(QWidget):
    """One year; `year_changed` says that another one is in sight."""

    year_changed = Signal()

    def __init__(self, session: Session, notice_actions: Sequence[QAction]) -> None:
        super().__init__()
        self._session = session
        self._actions = tuple(notice_actions)
        self._calendar = Calendar()
        self._sensitive: tuple[SensitivePeriod, ...] = ()
        self.year = QSpinBox()
        self.year.setRange(EARLIEST.year, LATEST.year)
        self.year.setValue(session.today().year)
        self.year.setAccessibleName(tr("Year"))
        self.view = YearView()
        self.panel = DayPanel()
        self._counts = QLabel()
        self._notices = BannerArea()
        self._lay_out()
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        add_history(self.view, session, self.history)
        self.year.valueChanged.connect(self._on_year)
        self.view.year_wanted.connect(self.year.setValue)
        self.view.chosen_changed.connect(self._show_chosen)
        self.view.entered.connect(self.panel.start)
        self.view.cleared.connect(lambda: self._clear(self.view.chosen()))
        self.panel.kept.connect(self._keep)
        self.panel.cleared.connect(self._clear)

    def show_calendar(self, shown: Calendar, sensitive: Sequence[SensitivePeriod]) -> None:
        """Show this calendar; year and selection stay."""
        self._calendar, self._sensitive = shown, tuple(sensitive)
        self._show()

    def go_to(self, day: date) -> None:
        """Select a day and show its year."""
        self.year.setValue(day.year)
        self.view.choose(day)

    def history(self) -> Search:
        """The search for what became of the selected days."""
        days = self.view.chosen() or [self.view.day]
        return of_rows("calendar_day", (each.isoformat() for each in days))

    def counts(self) -> str:
        """How many days of each class the year has."""
        return self._counts.text()

    def notice(self) -> str:
        """What the banner above the year says."""
        return "\n".join(self._notices.texts())

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.panel)
        side.addStretch(1)
        right = QWidget()
        right.setLayout(side)
        right.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 36)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(self.view, 1)
        halves.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._bar())
        column.addWidget(self._notices)
        column.addLayout(halves, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.addWidget(self.year)
        today = QToolButton()
        today.setText(tr("Today"))
        today.clicked.connect(lambda: self.go_to(self._session.today()))
        bar.addWidget(today)
        for each in self._actions:
            button = QToolButton()
            button.setDefaultAction(each)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            bar.addWidget(button)
        bar.addSpacing(12)
        self._counts.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        bar.addWidget(self._counts)
        bar.addStretch(1)
        bar.addWidget(Legend())
        bar.addWidget(question_mark("calendar#sensitive", tr("sensitive periods")))
        return bar

    def _on_year(self) -> None:
        self._show()
        self.year_changed.emit()

    def _show(self) -> None:
        year = self.year.value()
        self.view.show_year(faces(year, self._calendar, self._sensitive), self._session.today())
        self._counts.setText(counts_text(year, self._calendar))
        self._say_noticed(year)
        self._show_chosen()

    def _say_noticed(self, year: int) -> None:
        if year in self._calendar.noticed:
            self._notices.clear("year")
            return
        words = tr(
            "{year}: no official notice entered. The year is planned by weekends only; nothing is guessed.",
            year=year,
        )
        paste = self._actions[0]
        self._notices.show_notice("year", Notice("warning", words, paste.text(), paste.trigger))

    def _show_chosen(self) -> None:
        chosen = self.view.chosen() or [self.view.day]
        self.panel.show_days(chosen, self._calendar, self._sensitive)

    def _keep(self, days: list[CalendarDay]) -> None:
        self._session.perform(calendar.save_days, days, by=self._session.author())

    def _clear(self, days: list[date]) -> None:
        self._session.perform(calendar.clear_days, days, by=self._session.author())
