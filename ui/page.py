"""What a page of the window is: it shows some topics and reads them again when they changed."""

import sys
from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from typing_extensions import override

from dutydesk.errors import StoreError
from dutydesk.services.changes import Changes, Topic
from ui.session import Session
from ui.widgets.beginning import beginning
from ui.window.page_actions import entitle

_MENU = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10)


class Page(QWidget):
    """One page; reads when it is first shown, and after every deed that touched what it shows.

    While hidden it only notes that it is stale, so a deed costs what is on screen.
    """

    SHOWS: ClassVar[Topic]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = True
        self._beginning: QWidget | None = None
        session.changed.connect(self._on_changed)
        session.signed.connect(self._on_signed)

    @abstractmethod
    def reload(self) -> None:
        """Read everything shown again; keeps selection and scroll position as far as the rows still exist."""

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """What the page can do of `ui.window.actions`, by id: find, plan, check, publish, print."""
        return {}

    def place(self) -> str:
        """Where the user is on the page, for `go_to` after the window was rebuilt; one line of text."""
        return ""

    def go_to(self, place: str) -> None:
        """Show a place that `place` named; another page's finding or the search may name one too."""

    def begin_at(self, control: QWidget) -> None:
        """Let the hands begin here, and not on the first list or field in sight."""
        self._beginning = control

    def take_keyboard(self) -> None:
        """Put the keyboard where the hands begin.

        No focus proxy does this: Tab would go past all that stands before it.
        """
        there = self._beginning
        wanted = there if there is not None and there.isVisibleTo(self) else beginning(self)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as in a dialog: Qt leaves that to the space bar.

        Shift+F10 asks for the context menu where no system does it for us.
        """
        there = QApplication.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(there, QAbstractButton):
            there.click()
        elif event.keyCombination() == _MENU and there is not None and sys.platform != "win32":
            place = there.rect().center()
            asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, there.mapToGlobal(place))
            QCoreApplication.sendEvent(there, asked)
        else:
            super().keyPressEvent(event)

    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & self.SHOWS:
            self._stale = True
            if self.isVisible():
                self._read()

    def _on_signed(self) -> None:
        """Show what the one who came or went may see; what is being typed into a cell is left alone."""
        if self.isVisible() and not _is_typed_into(self):
            self._read()
        else:
            self._stale = True
            entitle(self, self._session)

    def _read(self) -> None:
        self._stale = False
        try:
            self.reload()
        except StoreError as error:  # a damaged file shows what can be read of it
            self._stale = True
            self._session.refused.emit(error)
        entitle(self, self._session)


def _is_typed_into(page: QWidget) -> bool:
    views = page.findChildren(QAbstractItemView)
    return any(view.state() is QAbstractItemView.State.EditingState for view in views)
