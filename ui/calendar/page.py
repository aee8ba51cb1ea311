"""The page of the calendar."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from dutydesk.domain.calendar import Calendar, CalendarDay
from dutydesk.domain.dates import parse_day
from dutydesk.errors import DutyDeskError, NotADayError
from dutydesk.services import calendar, duties
from dutydesk.services.changes import Topic
from ui.calendar.notice_dialog import NoticeDialog
from ui.calendar.sensitive_list import SensitiveList
from ui.calendar.special_list import SpecialList
from ui.calendar.year_page import YearPage
from ui.dialogs import ask_open
from ui.editing.drafts import refusal_of
from ui.history.dialog import show_history
from ui.i18n import tr
from ui.icons import icon
from ui.imports.dialog import ImportDialog
from ui.imports.files import SUFFIXES, ListDrop
from ui.imports.kinds import official_calendar
from ui.page import Page
from ui.session import Session
from ui.widgets.roomy import Roomy
from ui.window.page_actions import DeedAction


class CalendarPage(Page):
    """A year at a glance, its special days as a list, and the sensitive periods."""

    SHOWS: ClassVar[Topic] = Topic.CALENDAR | Topic.SHIFTS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        ListDrop(self, self.preview)
        self._calendar = Calendar()
        self._pattern = duties.Pattern((), ())
        pasting = self._action("paste", tr("Paste the notice…"), self.paste_notice, "adopt_notice")
        importing = self._action("import", tr("Import a calendar…"), self._ask_source, "import_calendar")
        self.year = YearPage(session, (pasting, importing))
        self.special = SpecialList(session)
        self.sensitive = SensitiveList(session, lambda: self._pattern.posts)
        self.year.year_changed.connect(self._show_year)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for part, word in (
            (Roomy(self.year), tr("Year at a glance")),  # or the lists beside it would scroll with a year
            (self.special, ""),
            (self.sensitive, tr("Sensitive periods")),
        ):
            self.tabs.addTab(part, word)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.tabs)
        self.begin_at(self.year.view)

    @override
    def reload(self) -> None:
        session = self._session
        self._calendar = session.read(calendar.calendar)
        self._pattern = session.read(duties.pattern)
        sensitive = session.read(calendar.sensitive_periods)
        self.year.show_calendar(self._calendar, sensitive)
        self.sensitive.reload(sensitive)
        self._show_year()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"find": self._find, "history": self._history, "import_calendar": self._ask_source}

    @override
    def place(self) -> str:
        """The day under the cursor."""
        return self.year.view.day.isoformat()

    @override
    def go_to(self, place: str) -> None:
        """Show a day, or a year; anything else is left alone."""
        self.tabs.setCurrentIndex(0)
        try:
            day = date(int(place), 1, 1) if place.isdecimal() else parse_day(place)
        except (NotADayError, ValueError):
            return
        self.year.go_to(day)

    def paste_notice(self) -> NoticeDialog:
        """Ask for the text of the notice of the year in sight."""
        dialog = NoticeDialog(self, self.year.year.value(), self._adopt)
        dialog.open()
        return dialog

    def preview(self, path: Path) -> None:
        """Show what a file would change."""
        ImportDialog(self, self._session, official_calendar(), path).open()

    def _action(self, picture: str, text: str, triggered: Callable[[], object], deed: str) -> QAction:
        made = DeedAction(text, self, deed)
        made.setIcon(icon(picture))
        made.triggered.connect(partial(triggered))
        return made

    def _adopt(self, year: int, days: list[CalendarDay], source: str) -> DutyDeskError | None:
        by = self._session.author()
        adopt = partial(self._session.perform, calendar.adopt_notice, year, days, source, by=by)
        refusal = refusal_of(self._session, adopt)
        if refusal is None:
            self.year.year.setValue(year)
        return refusal

    def _ask_source(self) -> None:
        kinds = [(tr("Lists"), " ".join(f"*{each}" for each in SUFFIXES))]
        ask_open(self, official_calendar().title, kinds, self.preview)

    def _show_year(self) -> None:
        year = self.year.year.value()
        days = [each for day, each in sorted(self._calendar.days.items()) if day.year == year]
        self.special.show_days(days)
        self.tabs.setTabText(1, tr("Special days of {year} ({count})", year=year, count=len(days)))

    def _history(self) -> None:
        parts: tuple[YearPage | SpecialList | SensitiveList, ...] = (self.year, self.special, self.sensitive)
        shown = parts[self.tabs.currentIndex()]
        show_history(self, self._session, shown.history())

    def _find(self) -> None:
        shown = self.tabs.currentWidget()
        if isinstance(shown, SpecialList | SensitiveList):
            shown.list.table.filter.start()
