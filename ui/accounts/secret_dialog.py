"""A new PIN or passphrase for somebody, or for oneself by the old one."""

from collections.abc import Callable

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from dutydesk.errors import DutyDeskError, MissingFieldError
from dutydesk.services.accounts import set_secret
from dutydesk.services.changes import Changes
from dutydesk.services.sign_in import change_secret
from ui.editing.drafts import refusal_of
from ui.editing.kept_dialog import KeptDialog
from ui.i18n import tr
from ui.session import Session
from ui.sign_in.new_secret import NewSecret, hidden_line
from ui.widgets.room import give_width

_WIDTH = 56  # characters


class SecretDialog(KeptDialog):
    """Stays open until the new one is kept; `person` empty is whoever is signed in."""

    def __init__(self, parent: QWidget, session: Session, person: str, name: str) -> None:
        super().__init__(parent, tr("PIN or passphrase of {name}", name=name), self._refusal)
        give_width(self, _WIDTH)
        self._session = session
        self._person = person
        self.old: QLineEdit | None = None if person else hidden_line(tr("Present one"))
        self.secret = NewSecret()
        form = QFormLayout()
        if self.old is not None:
            form.addRow(tr("Present one"), self.old)
        self.lay_out(form, self.secret)

    def _refusal(self) -> DutyDeskError | None:
        try:
            new = self.secret.text()
        except DutyDeskError as error:
            return error
        return refusal_of(self._session, self._deed(new)) if new else MissingFieldError("secret")

    def _deed(self, new: str) -> Callable[[], Changes | None]:
        session = self._session
        if self.old is None:
            return lambda: session.perform(set_secret, self._person, new, by=session.author())
        old = self.old.text()
        return lambda: session.perform(change_secret, old, new, by=session.author())
