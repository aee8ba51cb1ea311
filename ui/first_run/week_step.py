"""The printed week: looked at, put on paper, and made known."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton
from typing_extensions import override

from dutydesk.domain.dates import Period, week_of
from dutydesk.domain.seals import Occasion
from dutydesk.errors import DutyDeskError
from dutydesk.exports.sheet import Sheet
from dutydesk.services import files, roster
from ui import dialogs
from ui.clock import local
from ui.first_run.first_period import first_week, period_text
from ui.first_run.sheet_view import SheetView
from ui.first_run.step import Step
from ui.i18n import tr
from ui.icons import icon
from ui.keeping.sealing import seal
from ui.paper.printing import pdf, preview
from ui.session import Session
from ui.sheets.parts import letterhead
from ui.sheets.weekly import weekly_sheet
from ui.widgets.banner import Notice

_WEEK = timedelta(days=7)


class WeekStep(Step):
    """Shows the first week of the planned period as it comes out of the printer; `planned` says which."""

    def __init__(self, session: Session, planned: Callable[[], Period]) -> None:
        super().__init__(
            tr("The printed week"),
            tr(
                "Hang it on the wall, or send it round. Publishing makes known all that is planned; "
                "what changes later is marked."
            ),
        )
        self._session = session
        self._planned = planned
        self._week = first_week(planned())
        self.paper = SheetView()
        self.days = QLabel()
        self.earlier = self._turner("‹", tr("Earlier week"), -_WEEK)
        self.later = self._turner("›", tr("Later week"), _WEEK)
        self.print = self._button("print", tr("P&rint…"), self._print)
        self.save = self._button("export", tr("Save as &PDF…"), self._ask_pdf)
        self.publish = self._button("publish", "", self._publish)
        self._lay_out()

    @override
    def enter(self) -> None:
        planned = self._planned()
        if not (planned.first <= self._week.last and self._week.first <= planned.last):
            self._week = first_week(planned)
        self._show()

    @override
    def go(self) -> bool:
        return True

    def sheet(self) -> Sheet:
        """The week in sight, as it is now."""
        head = self._session.read(letterhead, local(self._session.now()))
        return weekly_sheet(self._session.read(roster.grid, self._week), head)

    def _show(self) -> None:
        self.paper.show_sheet(self.sheet())
        self.days.setText(period_text(self._week))
        planned = self._planned()
        self.earlier.setEnabled(week_of(planned.first).first < self._week.first)
        self.later.setEnabled(self._week.last < planned.last)
        grid = self._session.read(roster.grid, planned)
        stood = any(duty.actual for duty in grid.duties.values())
        self.publish.setEnabled(bool(grid.news) and stood)
        published = tr("Published: version {version}", version=grid.version)
        self.publish.setText(published if grid.version and not grid.news else tr("P&ublish"))
        self.publish.setToolTip(tr("All that is planned: {period}", period=period_text(planned)))
        if stood:
            self.notices.clear("empty")
        else:
            words = tr("Nothing is planned yet: the places are empty. Go one step back and plan them.")
            self.notices.show_notice("empty", Notice("note", words))

    def _turn(self, days: timedelta) -> None:
        self._week = Period(self._week.first + days, self._week.last + days)
        self._show()

    def _print(self) -> None:
        preview(self.sheet(), self)

    def _ask_pdf(self) -> None:
        name = f"{self.sheet().title}.pdf"
        dialogs.ask_save(self, tr("Save as PDF"), [("PDF", "*.pdf")], self._write_pdf, name)

    def _write_pdf(self, path: Path) -> None:
        self.pardon()
        try:
            files.write_file(path, pdf(self.sheet()))
        except DutyDeskError as error:
            self.refuse(error)
        else:
            seal(self._session, Occasion.EXPORT)
            self.notices.show_notice(
                "saved", Notice("good", tr("Saved: {path}", path=path), dismissable=True)
            )

    def _publish(self) -> None:
        self.pardon()
        if self._session.perform(roster.publish, self._planned(), by=self._session.author()) is not None:
            self._show()

    def _turner(self, sign: str, words: str, days: timedelta) -> QToolButton:
        made = QToolButton()
        made.setText(sign)
        made.setMinimumSize(QSize(2, 2) * round(self.fontMetrics().height() * 0.75))
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self._turn(days))
        return made

    def _button(self, picture: str, words: str, do: Callable[[], None]) -> QPushButton:
        made = QPushButton(icon(picture), words)
        made.setAutoDefault(False)
        made.clicked.connect(do)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.days.setMinimumWidth(self.fontMetrics().horizontalAdvance("00 Mmm – 00 Mmm"))
        self.days.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.earlier, self.days, self.later):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.print, self.save, self.publish):
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(self.paper, 1)
