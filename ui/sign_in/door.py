"""The door of an open window: asks who comes in, locks behind them, and says so."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dutydesk.services.rights import has_accounts
from ui import dialogs
from ui.i18n import tr, tr_in
from ui.session import Session
from ui.sign_in.watchman import Watchman


class Door(QObject):
    """`ask_actor` asks for a mere name in an office without accounts; `note` says what went well."""

    def __init__(
        self, window: QWidget, session: Session, ask_actor: Callable[[], None], note: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._ask_actor = ask_actor
        self._note = note
        self.watchman = Watchman(session, self)
        self.watchman.locked.connect(self._on_locked_itself)

    def ask(self) -> None:
        """Ask who sits down; the one who is there stays signed in until another one is."""
        if not self._session.read(has_accounts):
            self._ask_actor()
            return
        from ui.sign_in.dialog import SignInDialog  # noqa: PLC0415 - most offices have no PINs

        shown = self._window.findChild(SignInDialog)
        if shown is None:
            shown = SignInDialog(self._window, self._session)
            shown.entered.connect(self._on_entered)
        shown.show()
        shown.activateWindow()

    def lock(self) -> None:
        """Let nobody be signed in, and ask for the next one."""
        if not self._session.read(has_accounts):
            dialogs.tell(
                self._window,
                tr("This office runs without PINs, so there is nothing to lock."),
                tr("Accounts are set up on the page Accounts."),
            )
            return
        self._session.lock()
        self._note(tr("Locked."))
        self.ask()

    def _on_entered(self) -> None:
        self._note(tr_in("accounts", "Signed in: {name}", name=self._session.actor))

    def _on_locked_itself(self) -> None:
        self._note(tr("The desk has locked itself."))
