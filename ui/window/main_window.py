"""The window: rail, strip, banners, one page at a time, and the line that says what was done or refused."""

import gc
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from dutydesk.errors import DamagedFileError, DutyDeskError, StoreError
from dutydesk.services import office, undo
from dutydesk.services.changes import BY_ITSELF, Changes
from dutydesk.services.rights import has_accounts
from ui.i18n import tr
from ui.keeping.notices import checked_text, keeping_notices, remark
from ui.keeping.safekeeping import Safekeeping
from ui.session import Session
from ui.widgets.banner import BannerArea
from ui.widgets.rail import Rail
from ui.widgets.room import give_room
from ui.widgets.roomy import Roomy
from ui.widgets.status_line import StatusLine
from ui.window.actions import entitle_commands, fill, make_actions, plain
from ui.window.alarm import Alarm
from ui.window.find_actions import action_finder, page_finder
from ui.window.notices import standing_notices
from ui.window.page_keys import give_keys, stops
from ui.window.pages import PageEntry
from ui.window.top_strip import Finder, SearchBox, TopStrip
from ui.words.deeds import deed_text, report_text
from ui.words.told import refusal_text

if TYPE_CHECKING:
    from ui.page import Page

Commands = Mapping[str, Callable[[], None]]


class MainWindow(QMainWindow):
    """Shows the pages of one open file.

    A command is done by the page in sight if it offers it, else by the page that offers it to all, else by
    the window or by `commands`, which are the program's. `closed` says that the user closed the window.
    """

    closed = Signal()

    def __init__(
        self,
        session: Session,
        pages: Sequence[PageEntry],
        commands: Commands,
        *,
        chosen: Mapping[str, str],
        finders: Sequence[Finder] = (),
        folded: bool = False,
        keeper: Safekeeping | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._keeper = keeper
        self._entries = {entry.id: entry for entry in pages}
        self._made: dict[str, Page] = {}
        self._rooms: dict[str, Roomy] = {}
        self._present = ""
        self._offers: dict[str, undo.Offer | None] = {}
        self.actions_by_id = make_actions(self, chosen)
        self._search = SearchBox([page_finder(pages, self.go), *finders, action_finder(self.actions_by_id)])
        self._rail = Rail(tr("Pages"), stops(pages), folded=folded)
        self._commands = {**self._own_commands(), **commands}
        self._strip = TopStrip(self._search, self.actions_by_id["sign_in"], self.actions_by_id["lock"])
        self._banners = BannerArea()
        self._stack = QStackedWidget()
        self._status = StatusLine()
        self._alarm = Alarm(self, session)
        fill(self.menuBar(), self.actions_by_id)
        self._lay_out()
        self._connect()
        give_room(self, 1280, 800)
        self._refresh()
        if self._entries:
            self.go(next(iter(self._entries)))

    def go(self, page: str, place: str = "") -> None:
        """Show a page, made at the first visit, and a place on it."""
        if page not in self._made and not self._make(page):
            return
        self._present = page
        self._rail.mark(page)
        self._stack.setCurrentWidget(self._rooms[page])
        if not self._rail.has_keyboard():
            self._made[page].take_keyboard()
        if place:
            self._made[page].go_to(place)
        self._enable()

    def _make(self, page: str) -> bool:
        """Make a page; False, and told, where the file cannot be read."""
        try:
            self._made[page] = self._entries[page].make(self._session)
        except StoreError as error:
            self.tell(error)
        if page not in self._made:
            gc.collect()  # a half-made page is tied to itself and would live on without a place
            return False
        self._rooms[page] = Roomy(self._made[page])
        self._stack.addWidget(self._rooms[page])
        return True

    def do(self, command: str) -> None:
        """Do a command by its id, as its menu line would."""
        self.actions_by_id[command].trigger()

    @property
    def said(self) -> str:
        """What the status line says."""
        return self._status.text

    def place(self) -> tuple[str, str]:
        """The page in sight and the place on it, to go back to after the window was rebuilt."""
        return self._present, self._made[self._present].place() if self._present else ""

    @property
    def folded(self) -> bool:
        """Whether the user wants the rail to show pictures only."""
        return self._rail.folded

    def tell(self, error: DutyDeskError) -> None:
        """Say in place what was refused, why, and what to do; it stays until the next deed or Esc."""
        if not (
            isinstance(error, DamagedFileError) and self._keeper is not None and self._keeper.is_damaged()
        ):
            self._status.say("error", refusal_text(error))  # else a banner says it, with the ways out

    def note(self, sentence: str) -> None:
        """Say something that went well."""
        self._status.say("good", sentence)

    def saved_geometry(self) -> str:
        """Where the window stands, in base 64."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def stand_at(self, geometry: str) -> None:
        """Stand where a window stood before."""
        self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._status.say("", "")
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.fit(self.width())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _own_commands(self) -> dict[str, Callable[[], None]]:
        return {
            "undo": partial(self._session_undo, undo.undo),
            "redo": partial(self._session_undo, undo.redo),
            "cut": partial(self._edit, "cut"),
            "copy": partial(self._edit, "copy"),
            "paste": partial(self._edit, "paste"),
            "search": self._search.start,
            "fold": self._rail.turn,
            "full_screen": self._full_screen,
            "quit": self._quit,
        }

    def _session_undo(self, inverse: Callable[..., Changes]) -> None:
        self._session.perform(inverse, by=self._session.author())

    def _edit(self, verb: str) -> None:
        """Cut, copy or paste in whatever has the keyboard, if it knows how."""
        there = QApplication.focusWidget()
        deed = getattr(there, verb, None)
        if deed is not None:
            deed()

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _quit(self) -> None:
        self.close()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        for part, share in ((self._strip, 0), (self._banners, 0), (self._stack, 1)):
            right.addWidget(part, share)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self._status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        for name, action in self.actions_by_id.items():
            action.triggered.connect(lambda _checked, name=name: self._on_command(name))
        give_keys(self, self._rail, self.go, self._to_page)
        for wish in (self._rail.chosen, self._session.sought):
            wish.connect(self.go)
        self._search.left.connect(self._to_page)
        self._session.changed.connect(self._on_changed)
        self._session.refused.connect(self.tell)
        self._session.signed.connect(self._refresh)
        self._alarm.changed.connect(self._show_standing)
        self._status.asked.connect(self.actions_by_id["backups"].trigger)
        if self._keeper is not None:
            self._keeper.changed.connect(self._show_standing)
            self._keeper.whole.connect(lambda: self.note(checked_text()))

    def _to_page(self) -> None:
        if self._present:
            self._made[self._present].take_keyboard()

    def _on_command(self, name: str) -> None:
        home = self._home_of(name)
        if home and home != self._present:
            self.go(home)
        commands = {**self._commands, **self._page_commands()}
        if name in commands:
            commands[name]()

    def _page_commands(self) -> Commands:
        return self._made[self._present].commands() if self._present else {}

    def _home_of(self, name: str) -> str:
        """The page that does a command: the one in sight, or the one that offers it to all."""
        if name in self._page_commands():
            return self._present
        return next((entry.id for entry in self._entries.values() if name in entry.offers), "")

    def _enable(self) -> None:
        """Grey out what nobody does here."""
        for name, action in self.actions_by_id.items():
            action.setEnabled(name in self._commands or bool(self._home_of(name)))
        entitle_commands(self.actions_by_id, self._session)
        for name in ("undo", "redo"):
            offer = self._offers.get(name)
            words = {"undo": tr("&Undo"), "redo": tr("&Redo")}[name]
            self.actions_by_id[name].setEnabled(offer is not None and not self._session.obstacle(offer.deed))
            self.actions_by_id[name].setText(f"{words}: {deed_text(offer.deed)}" if offer else words)

    def _on_changed(self, changes: Changes) -> None:
        if changes.deed not in BY_ITSELF:
            self._status.say("good", report_text(changes) if changes.rows else "")
        self._refresh()

    def _refresh(self) -> None:
        """Bring everything around the page up to date; a file that cannot be read is told."""
        name, in_force, self._offers = "", False, {}
        try:
            name, in_force = self._session.read(office.office).name, self._session.read(has_accounts)
            read = self._session.read
            self._offers = {"undo": read(undo.undoable), "redo": read(undo.redoable)}
        except StoreError as error:
            self.tell(error)
        self._strip.show_office(name)
        self._strip.show_actor("" if self._session.locked else self._session.actor)
        self._strip.show_accounts(in_force=in_force)
        self._alarm.call_window(" - ".join(filter(None, (name, tr("DutyDesk")))))
        path = self._session.path
        self._status.stand(path.name if path else tr("Rehearsal: kept in no file"))
        self._enable()
        self._show_standing()

    def _show_standing(self) -> None:
        """Say what stands above every page until it is put right, and when the last good backup was."""
        importing = self.actions_by_id["import_calendar"]
        go = importing.trigger if importing.isEnabled() else None
        notices = self._alarm.notices(self.go)
        notices |= standing_notices(self._session, go, self.actions_by_id["sign_in"].trigger)
        if self._keeper is not None:
            notices = keeping_notices(self._session, self._keeper, self._commands) | notices
            kind, words = remark(self._keeper, self._session.today())
            self._status.show_matter(kind, words, plain(self.actions_by_id["backups"].text()))
        self._banners.show_only(notices)
