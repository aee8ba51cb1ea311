"""The page of the shifts."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from dutydesk.domain.history import Search
from dutydesk.services import duties
from dutydesk.services.changes import Topic
from dutydesk.services.duties import Pattern
from ui.history.dialog import show_history
from ui.i18n import tr
from ui.page import Page
from ui.session import Session
from ui.shifts.office_form import OfficeForm
from ui.shifts.pattern_page import PatternPage
from ui.shifts.rules_form import RulesForm

TABS = ("pattern", "rules", "office")


class ShiftsPage(Page):
    """What is stood, by which rules it is planned, and for which office."""

    SHOWS: ClassVar[Topic] = Topic.SHIFTS | Topic.OFFICE | Topic.PEOPLE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._pattern = Pattern((), ())
        self.pattern = PatternPage(session, lambda: self._pattern)
        self.rules = RulesForm(session)
        self.office = OfficeForm(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.pattern, tr("Posts and shifts"))
        self.tabs.addTab(self.rules, tr("Rules of planning"))
        self.tabs.addTab(self.office, tr("Office"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.tabs)

    @override
    def reload(self) -> None:
        self._pattern = self._session.read(duties.pattern)
        self.pattern.reload()
        self.rules.reload()
        self.office.reload()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"find": self._find, "history": self._history}

    @override
    def place(self) -> str:
        return TABS[self.tabs.currentIndex()]

    @override
    def go_to(self, place: str) -> None:
        if place in TABS:
            self.tabs.setCurrentIndex(TABS.index(place))

    def _history(self) -> None:
        show_history(self, self._session, self._searched())

    def _searched(self) -> Search:
        """The search for what became of the rules, of the office, or of the selected shifts or posts."""
        match TABS[self.tabs.currentIndex()]:
            case "rules":
                return Search(tables=frozenset({"rule"}))
            case "office":
                return Search(tables=frozenset({"office"}))
            case _:
                return self.pattern.history()

    def _find(self) -> None:
        self.tabs.setCurrentWidget(self.pattern)
        self.pattern.shifts.list.table.filter.start()
