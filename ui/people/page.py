"""The page of the staff."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from dutydesk.services import duties, people
from dutydesk.services.changes import PRINTING_CONTACTS, Topic
from dutydesk.services.veils import veiled, veiled_reasons
from ui.dialogs import ask_open
from ui.editing.edited_list import EditedList
from ui.history.dialog import show_history
from ui.i18n import tr
from ui.icons import icon
from ui.imports.dialog import ImportDialog
from ui.imports.files import SUFFIXES, ListDrop
from ui.imports.kinds import ImportKind, opening_tally, staff_list
from ui.page import Page
from ui.people.contacts import print_contacts
from ui.people.exemption_list import ExemptionList
from ui.people.filters import PeopleFilters
from ui.people.ground import Ground
from ui.people.pair_list import PairList
from ui.people.people_list import PeopleList
from ui.people.section_list import SectionList
from ui.people.tally_list import TallyList
from ui.people.wish_list import WishList
from ui.session import Session
from ui.widgets.corner import put_in_corner
from ui.window.page_actions import DeedAction

TABS = ("people", "exemptions", "wishes", "pairs", "sections", "tallies")


class PeoplePage(Page):
    """Six lists in tabs; a list file dropped anywhere on the page is previewed for import."""

    SHOWS: ClassVar[Topic] = Topic.PEOPLE | Topic.SHIFTS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        ListDrop(self, self._preview_dropped)
        self._ground = self._read_ground()
        importing = self._importing(tr("Import a staff list…"), staff_list(), "import_people")
        counting = self._importing(tr("Import an opening tally…"), opening_tally(), "import_tally")
        self.people = PeopleList(session, self._present, (importing, self._listing()))
        self.exemptions = ExemptionList(session, self._present)
        self.wishes = WishList(session, self._present)
        self.pairs = PairList(session, self._present)
        self.sections = SectionList(session, self._present)
        self.tallies = TallyList(session, self._present, counting)
        self.filters = PeopleFilters()
        self.filters.changed.connect(self._show_people)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for part in (self.people, self.exemptions, *self._others()):
            self.tabs.addTab(part, "")
        put_in_corner(self.tabs, self.filters)
        self.tabs.currentChanged.connect(self._on_tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.tabs)

    @override
    def reload(self) -> None:
        self._ground = self._read_ground()
        self.filters.refresh(self._ground)
        self._show_people()
        for part in (self.exemptions, *self._others()):
            part.reload()
        self._name_tabs()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {
            "find": self._find,
            "history": self._history,
            "import_people": partial(self._ask_source, staff_list()),
            "import_tally": partial(self._ask_source, opening_tally()),
        }

    @override
    def place(self) -> str:
        """The tab, and on the first one the selected person."""
        chosen = self.people.list.chosen()
        person = chosen[0].id if chosen and self.tabs.currentIndex() == 0 else ""
        return f"{TABS[self.tabs.currentIndex()]} {person}".strip()

    @override
    def go_to(self, place: str) -> None:
        """Show a tab by its name, or select a person by id."""
        tab, _, rest = place.partition(" ")
        person = rest if tab in TABS else place
        self.tabs.setCurrentIndex(TABS.index(tab) if tab in TABS else 0)
        if person and not self.people.list.table.choose(person):
            self.filters.show_all()
            self.people.list.table.filter.clear()
            self.people.list.table.choose(person)

    def preview(self, kind: ImportKind, path: Path) -> None:
        """Show what a file would change."""
        ImportDialog(self, self._session, kind, path).open()

    def _preview_dropped(self, path: Path) -> None:
        self.preview(opening_tally() if self.tabs.currentWidget() is self.tallies else staff_list(), path)

    def _present(self) -> Ground:
        return self._ground

    def _read_ground(self) -> Ground:
        session = self._session
        staff = session.read(people.staff)
        seen = replace(
            staff,
            people=session.read(veiled, session.person, staff.people),
            exemptions=session.read(veiled_reasons, session.person, staff.exemptions),
        )
        return Ground(seen, session.read(duties.pattern), session.today())

    def _show_people(self) -> None:
        self.people.show_people(self.filters.passed(self._ground))

    def _importing(self, text: str, kind: ImportKind, deed: str) -> QAction:
        made = DeedAction(text, self, deed)
        made.setIcon(icon("import"))
        made.triggered.connect(partial(self._ask_source, kind))
        return made

    def _listing(self) -> QAction:
        """Printing the contact list is a deed: the journal says who took it out."""
        made = DeedAction(tr("Contact list…"), self, PRINTING_CONTACTS)
        made.setIcon(icon("phone"))
        made.triggered.connect(self._print_contacts)
        return made

    def _print_contacts(self) -> None:
        print_contacts(self, self._session)

    def _ask_source(self, kind: ImportKind) -> None:
        kinds = [(tr("Lists"), " ".join(f"*{each}" for each in SUFFIXES))]
        ask_open(self, kind.title, kinds, partial(self.preview, kind))

    def _find(self) -> None:
        current = self.tabs.currentWidget()
        if isinstance(current, EditedList):
            current.list.table.filter.start()

    def _others(self) -> tuple[WishList, PairList, SectionList, TallyList]:
        return self.wishes, self.pairs, self.sections, self.tallies

    def _history(self) -> None:
        current = self.tabs.currentWidget()
        if isinstance(current, PeopleList | ExemptionList | WishList | PairList | SectionList | TallyList):
            show_history(self, self._session, current.history())

    def _on_tab(self) -> None:
        self.filters.setVisible(self.tabs.currentIndex() == 0)

    def _name_tabs(self) -> None:
        staff = self._ground.staff
        waiting = len(self.exemptions.unconfirmed())
        exempt = tr("Exemptions ({count} to confirm)", count=waiting) if waiting else tr("Exemptions")
        words = (
            tr("People ({count})", count=len(staff.people)),
            exempt,
            tr("Wishes"),
            tr("A/B pairs"),
            tr("Sections"),
            tr("Opening tallies"),
        )
        for at, word in enumerate(words):
            self.tabs.setTabText(at, word)
