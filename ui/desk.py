"""The program on one desk: one file at a time, its session and its window."""

import getpass
import tempfile
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtWidgets import QDialog, QWidget

from dutydesk.domain.accounts import Author
from dutydesk.domain.seals import Occasion
from dutydesk.errors import DutyDeskError, LockedFileError
from dutydesk.services import backups, files
from ui import dialogs
from ui.appearance import Appearance
from ui.clock import local
from ui.find_people import people_finder
from ui.first_run.file_place import SUFFIX
from ui.founding import sample_file
from ui.help import about, guide, notices
from ui.i18n import tr
from ui.main_window import MainWindow
from ui.pages import all_pages
from ui.refusals import refusal_text
from ui.sealing import seal, seal_after_deeds
from ui.session import Session
from ui.settings import Settings
from ui.sign_in.door import Door
from ui.start import StartWindow


class Desk(QObject):
    """Opens files and shows them; `window` is the start window while none is open."""

    def __init__(
        self,
        appearance: Appearance,
        settings: Settings,
        *,
        now: Callable[[], datetime],
        executor: Callable[[], Executor],
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._settings = settings
        self._now = now
        self._executor = executor
        self._lock: QLockFile | None = None
        self._door: Door | None = None
        self.session: Session | None = None
        self.window: MainWindow | StartWindow | None = None
        appearance.changed.connect(self._rebuild)

    def start(self, path: Path | None) -> None:
        """Open this file, else the newest recent one that is still there, else offer the ways in."""
        recent = (Path(each) for each in self._settings.now.recent)
        wanted = path or next((each for each in recent if each.is_file()), None)
        if wanted is None or (not self.open(wanted) and self.window is None):
            self._show_start()

    def open(self, path: Path) -> bool:
        """Open a file in the place of the present one; a refusal is told, and what was open stays open."""
        whole = path.absolute()
        if self.session is not None and self.session.path == whole:
            return True
        try:
            session, lock = self._opened(whole)
        except DutyDeskError as error:
            self._settings.forget_file(str(whole))
            self.tell(error)
            return False
        self._leave()
        self.session, self._lock = session, lock
        self._settings.remember_file(str(whole))
        self._show_file(session)
        return True

    def tell(self, error: DutyDeskError) -> None:
        """Tell a refusal where it can be read: in the window, else in a box."""
        if self.window is None:
            self._show_start()
        if isinstance(self.window, MainWindow):
            self.window.tell(error)
        else:
            dialogs.tell(self.window, refusal_text(error), failed=True)

    def close(self) -> None:
        """Close window, session and file; safe to call twice."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self._leave()

    def _opened(self, path: Path) -> tuple[Session, QLockFile]:
        """The session on a file, and the lock that keeps a second program away."""
        lock = QLockFile(str(path.with_name(f".{path.name}.lock")))
        lock.setStaleLockTime(0)  # only the lock of a program that died is stale, however old a lock is
        if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
            raise LockedFileError(str(path))
        store = files.open_file(path)
        session = Session(store, actor=self._author().actor, now=self._now, executor=self._executor())
        seal_after_deeds(session)
        return session, lock

    def _leave(self) -> None:
        """Let go of the present file."""
        if self.session is not None:
            self.session.close()
            self.session.deleteLater()
        if self._lock is not None:
            self._lock.unlock()
        self.session, self._lock = None, None

    def _show_start(self) -> None:
        recent = self._settings.now.recent
        self._replace_window(StartWindow(self._commands(), recent, self.open, self._appearance.chosen()))

    def _show_file(self, session: Session) -> MainWindow:
        pages = all_pages()
        searched = any(page.id == "people" for page in pages)
        made = MainWindow(
            session,
            pages,
            self._commands()
            | {"backup": self._ask_backup, "first_run": self._go_on}
            | {"sign_in": self._ask_who, "lock": self._lock_desk},
            chosen=self._appearance.chosen(),
            finders=[people_finder(session, self._go_to_person)] if searched else [],
            folded=self._settings.now.rail_folded,
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
        if self.session is None or not isinstance(self.window, MainWindow):
            self._show_start()
            return
        page, place = self.window.place()
        under_way = self.window.findChild(QDialog, "first_run") is not None
        self._keep_window()
        made = self._show_file(self.session)
        if page:
            made.go(page, place)
        if under_way:
            self._go_on()

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
            "new": self._ask_new,
            "open": self._ask_open,
            "sample": self._open_sample,
            "guide": partial(self._on_window, guide),
            "notices": partial(self._on_window, notices),
            "about": partial(self._on_window, about),
        }

    def _on_window(self, show: Callable[[QWidget], None]) -> None:
        if self.window is not None:
            show(self.window)

    def _ask_open(self) -> None:
        self._on_window(lambda window: dialogs.ask_open(window, tr("Open"), _kinds(), self.open))

    def _ask_new(self) -> None:
        self._show_first_run(None)

    def _go_on(self) -> None:
        self._show_first_run(self.session)

    def _show_first_run(self, session: Session | None) -> None:
        """Lead from nothing to a printed week, or on from where the file stands."""
        # It sets pages of paper: only whoever takes the first steps waits for what that needs.
        from ui.first_run.wizard import FirstRun  # noqa: PLC0415 - see above

        wizard = FirstRun(self.window, session.author if session else self._author, session)
        wizard.founded.connect(self._on_founded)
        wizard.existing.connect(self.open)
        wizard.completed.connect(self._show_roster)
        if session is not None:
            wizard.rejected.connect(self._on_left)
        wizard.open()

    def _on_founded(self, path: Path) -> None:
        if self.open(path):
            self._go_on()

    def _on_left(self) -> None:
        if isinstance(self.window, MainWindow):
            self.window.note(tr("Go on at any time: File, First steps."))

    def _show_roster(self) -> None:
        if isinstance(self.window, MainWindow) and any(page.id == "roster" for page in all_pages()):
            self.window.go("roster")

    def _open_sample(self) -> None:
        """Make the sample office anew in a folder of its own, so that nothing done in it does harm."""
        name = tr("Sample office")
        path = Path(tempfile.mkdtemp(prefix="dutydesk-")) / f"{name}{SUFFIX}"
        self._make(lambda path: sample_file(path, by=self._author()), path)

    def _make(self, make: Callable[[Path], None], path: Path) -> None:
        try:
            make(path)
        except DutyDeskError as error:
            self.tell(error)
        else:
            self.open(path)

    def _ask_backup(self) -> None:
        title = tr("Folder for the backup")
        self._on_window(lambda window: dialogs.ask_folder(window, title, self._back_up))

    def _back_up(self, folder: Path) -> None:
        session, window = self.session, self.window
        if session is None or not isinstance(window, MainWindow):
            return
        try:
            copy = session.read(backups.copy_to, folder, local(self._now()))
        except DutyDeskError as error:
            self.tell(error)
        else:
            seal(session, Occasion.BACKUP)
            window.note(tr("Backed up and checked: {path}", path=copy))

    def _ask_actor(self) -> None:
        question, present = tr("Who does the next deeds?"), self._author().actor
        self._on_window(
            lambda window: dialogs.ask_text(window, tr("Sign in"), question, self._sign_in, present)
        )

    def _sign_in(self, name: str) -> None:
        self._settings.save(replace(self._settings.now, actor=name))
        if self.session is not None:
            self.session.actor = name
        self._rebuild()

    def _author(self) -> Author:
        return Author(self._settings.now.actor or getpass.getuser(), self._now())


def _kinds() -> list[dialogs.Kind]:
    return [(tr("Duty file"), f"*{SUFFIX}")]
