"""The page of discipline: candidates, violations, the year's sheets, spot checks, overtime and rest."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from dutydesk.services.changes import Topic
from ui.discipline.candidate_tab import CandidateTab
from ui.discipline.check_tab import CheckTab
from ui.discipline.rest_tab import RestTab
from ui.discipline.sheet_tab import SheetTab
from ui.discipline.violation_tab import ViolationTab
from ui.history.dialog import show_history
from ui.i18n import tr, tr_in
from ui.page import Page
from ui.session import Session

TABS = ("candidates", "violations", "sheets", "checks", "rest")


class DisciplinePage(Page):
    """Five tabs; nothing in them counts by machine alone."""

    SHOWS: ClassVar[Topic] = (
        Topic.DISCIPLINE
        | Topic.WATCH
        | Topic.ROSTER
        | Topic.PEOPLE
        | Topic.OFFICE
        | Topic.CLOCK
        | Topic.LEAVE
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.candidates = CandidateTab(session)
        self.violations = ViolationTab(session)
        self.sheets = SheetTab(session)
        self.checks = CheckTab(session)
        self.rest = RestTab(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for part in self._parts():
            self.tabs.addTab(part, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.tabs)
        session.signed.connect(self.reload_if_shown)

    @override
    def reload(self) -> None:
        for part in self._parts():
            part.reload()
        waiting = self.candidates.list.model.rowCount()
        words = (
            tr_in("discipline", "Candidates ({count})", count=waiting)
            if waiting
            else tr_in("discipline", "Candidates"),
            tr("Violations"),
            tr("Year's sheets"),
            tr("Spot checks"),
            tr("Overtime and rest"),
        )
        for at, word in enumerate(words):
            self.tabs.setTabText(at, word)

    def reload_if_shown(self) -> None:
        """Read again when another one signs in: everybody sees only what they may."""
        if self.isVisible():
            self.reload()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"find": self._find, "history": self._history}

    def _history(self) -> None:
        if self.tabs.currentWidget() is self.violations:
            show_history(self, self._session, self.violations.history())

    @override
    def place(self) -> str:
        return TABS[self.tabs.currentIndex()]

    @override
    def go_to(self, place: str) -> None:
        """Show a tab by its name."""
        if place in TABS:
            self.tabs.setCurrentIndex(TABS.index(place))

    def _find(self) -> None:
        self._parts()[self.tabs.currentIndex()].list.filter.start()

    def _parts(self) -> tuple[CandidateTab, ViolationTab, SheetTab, CheckTab, RestTab]:
        return self.candidates, self.violations, self.sheets, self.checks, self.rest
