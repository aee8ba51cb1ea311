"""The program on one desk: one file at a time, its session and its window."""

import getpass
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from dutydesk.domain.accounts import Author
from dutydesk.errors import DamagedFileError, DutyDeskError
from dutydesk.services import files
from ui import clock, dialogs
from ui.guide.guide import Guide
from ui.i18n import tr
from ui.keeping.rescue import Rescue
from ui.keeping.safekeeping import Safekeeping
from ui.keeping.sealing import seal_after_deeds
from ui.keeping.true_time import open_at_this_time
from ui.one_desk import OneDesk, call
from ui.resources import SUFFIX
from ui.session import Session
from ui.settings import Settings
from ui.sign_in.door import Door
from ui.window.appearance import Appearance
from ui.window.beginning import Beginning
from ui.window.find_people import people_finder
from ui.window.help import about, notices
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages
from ui.window.start import StartWindow
from ui.words.told import refusal_text


class Desk(QObject):
    """Opens files and shows them; `window` is the start window while none is open.

    `is_elsewhere` says that another program has the file and was brought to the front: nothing is to do here.
    """

    def __init__(
        self,
        appearance: Appearance,
        settings: Settings,
        *,
        now: Callable[[], datetime],
        executor: Callable[[], Executor],
        steady: Callable[[], float] | None = None,
        soon: Callable[[Callable[[], None]], None] = lambda deed: deed(),
    ) -> None:
        super().__init__()
        self._soon = soon
        self._appearance = appearance
        self._settings = settings
        self._door: Door | None = None
        self.now = now
        self.executor = executor
        self._beginning = Beginning(self)
        self._rescue = Rescue(self)
        self._guide = Guide(self)
        self._steady = steady or (lambda: now().timestamp())
        self._place: OneDesk | None = None
        self._keeper: Safekeeping | None = None
        self.is_elsewhere = False
        self.session: Session | None = None
        self.window: MainWindow | StartWindow | None = None
        appearance.changed.connect(self._rebuild)

    def start(self, path: Path | None) -> None:
        """Open this file, else the newest recent one that is still there, else offer the ways in."""
        wanted = path or next((Path(each) for each in self._settings.recent() if Path(each).is_file()), None)
        if wanted is None or (not self.open(wanted) and self.window is None and not self.is_elsewhere):
            self._show_start()

    def open(self, path: Path) -> bool:
        """Open a file in the place of the present one; a refusal is told, and what was open stays open."""
        whole = path.absolute()
        if self.session is not None and self.session.path == whole:
            return True
        place = OneDesk(whole)
        try:
            if not place.take():
                return self._go_elsewhere(place, whole)
            session = self._opened(open_at_this_time(whole))
        except DutyDeskError as error:
            place.give_back()
            self._settings.forget_file(str(whole))
            self._refuse(whole, error)
            return False
        keeper = self._settle(session, place)
        self._soon(lambda: keeper.begin() if keeper is self._keeper else None)
        return True

    def look_at(self, path: Path) -> None:
        """Open a damaged file in the place of the present one, to look at what can be read of it."""
        place = OneDesk(path)
        if not place.take():
            self._go_elsewhere(place, path)
            return
        try:
            from dutydesk.services import salvage  # noqa: PLC0415 - most files are whole

            self._settle(self._opened(salvage.look_at(path)), place).begin_damaged()
        except DutyDeskError as error:
            self._leave()
            self.tell(error)

    def tell(self, error: DutyDeskError) -> None:
        """Tell a refusal where it can be read: in the window, else in a box."""
        window = self.shown()
        if isinstance(window, MainWindow):
            window.tell(error)
        else:
            dialogs.tell(window, refusal_text(error), failed=True)

    def note(self, sentence: str) -> None:
        """Say something that went well."""
        if isinstance(self.window, MainWindow):
            self.window.note(sentence)

    def author(self) -> Author:
        """Who does the next deed, and when, before a file says who is signed in."""
        return Author(self._settings.now.actor or getpass.getuser(), self.now())

    def shown(self) -> QWidget:
        """The window that is there, or the start window, made for it."""
        if self.window is None:
            self._show_start()
        return self.window  # type: ignore[return-value]  # one was made

    def close_file(self) -> None:
        """Close the file and show the start window."""
        self._leave()
        self._show_start()

    def close(self) -> None:
        """Close window, session and file; safe to call twice."""
        self._guide.close()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self._leave()

    def _opened(self, store: files.Store) -> Session:
        session = Session(store, actor=self.author().actor, now=self.now, executor=self.executor())
        seal_after_deeds(session)
        return session

    def _settle(self, session: Session, place: OneDesk) -> Safekeeping:
        """Take a file's session in the place of the present one, and show it."""
        self._leave()
        self.session, self._place = session, place
        self._keeper = Safekeeping(session, self._steady)
        place.called.connect(self._come_forward)
        self._settings.remember_file(str(session.path))
        self._show_file(session, self._keeper)
        return self._keeper

    def _go_elsewhere(self, place: OneDesk, path: Path) -> bool:
        """Bring the program that has the file to the front, or say who has it; nothing is opened here."""
        self.is_elsewhere = call(path)
        if not self.is_elsewhere:
            self.tell(place.refusal())
        return False

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.raise_()
            self.window.activateWindow()

    def _refuse(self, path: Path, error: DutyDeskError) -> None:
        """Tell why a file is not opened; a damaged one has ways out."""
        if isinstance(error, DamagedFileError) and not clock.is_set():
            self._rescue.offer(path)
        else:
            self.tell(error)

    def _leave(self) -> None:
        """Let go of the present file."""
        if self._keeper is not None:
            self._keeper.stop()
        if self.session is not None:
            self.session.close()
            self.session.deleteLater()
        if self._place is not None:
            self._place.give_back()
        self.session, self._place, self._keeper = None, None, None

    def _show_start(self) -> None:
        self._replace_window(
            StartWindow(self._commands(), self._settings.recent(), self.open, self._appearance.chosen())
        )

    def _show_file(self, session: Session, keeper: Safekeeping) -> MainWindow:
        pages = all_pages()
        searched = any(page.id == "people" for page in pages)
        made = MainWindow(
            session,
            pages,
            self._commands()
            | self._rescue.commands(keeper)
            | {"first_run": self._beginning.go_on, "sign_in": self._ask_who, "lock": self._lock_desk},
            chosen=self._appearance.chosen(),
            finders=[people_finder(session, self._go_to_person)] if searched else [],
            folded=self._settings.now.rail_folded,
            keeper=keeper,
        )
        if self._settings.now.geometry:
            made.stand_at(self._settings.now.geometry)
        self._door = Door(made, session, self._ask_actor, made.note)
        self._replace_window(made)
        if session.locked:
            self._door.ask()
        return made

    def _ask_who(self) -> None:
        if self._door is not None:
            self._door.ask()

    def _lock_desk(self) -> None:
        if self._door is not None:
            self._door.lock()

    def _replace_window(self, made: MainWindow | StartWindow) -> None:
        before, self.window = self.window, made
        made.closed.connect(self._on_closed)
        made.show()
        if before is not None:
            before.closed.disconnect(self._on_closed)
            before.close()
            before.deleteLater()

    def _rebuild(self) -> None:
        """Make the window anew in the present language and colours, at the place where the user was."""
        if self.session is None or self._keeper is None or not isinstance(self.window, MainWindow):
            self._show_start()
            return
        page, place = self.window.place()
        under_way = self.window.findChild(QDialog, "first_run") is not None
        self._keep_window()
        made = self._show_file(self.session, self._keeper)
        if page:
            made.go(page, place)
        if under_way:
            self._beginning.go_on()

    def _keep_window(self) -> None:
        if isinstance(self.window, MainWindow):
            geometry, folded = self.window.saved_geometry(), self.window.folded
            self._settings.save(replace(self._settings.now, geometry=geometry, rail_folded=folded))

    def _on_closed(self) -> None:
        self._keep_window()
        self._leave()

    def _go_to_person(self, person: str) -> None:
        if isinstance(self.window, MainWindow):
            self.window.go("people", person)

    def _commands(self) -> dict[str, Callable[[], None]]:
        """What the program does with or without a file."""
        return self._appearance.commands() | {
            "new": self._beginning.ask_new,
            "open": self._ask_open,
            "sample": self._beginning.open_sample,
            "guide": self._guide.open_here,
            "notices": partial(self._on_window, notices),
            "about": partial(self._on_window, about),
        }

    def _on_window(self, show: Callable[[QWidget], None]) -> None:
        if self.window is not None:
            show(self.window)

    def _ask_open(self) -> None:
        kinds = [(tr("Duty file"), f"*{SUFFIX}")]
        self._on_window(lambda window: dialogs.ask_open(window, tr("Open"), kinds, self.open))

    def show_roster(self) -> None:
        """Bring the roster to the front."""
        if isinstance(self.window, MainWindow) and any(page.id == "roster" for page in all_pages()):
            self.window.go("roster")

    def _ask_actor(self) -> None:
        question, present = tr("Who does the next deeds?"), self.author().actor
        self._on_window(
            lambda window: dialogs.ask_text(window, tr("Sign in"), question, self._sign_in, present)
        )

    def _sign_in(self, name: str) -> None:
        self._settings.save(replace(self._settings.now, actor=name))
        if self.session is not None:
            self.session.actor = name
        self._rebuild()
