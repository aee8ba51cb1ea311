"""One account: whose it is, what they are in the office, and a PIN or passphrase to begin with."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.accounts import Role
from dutydesk.errors import DutyDeskError, MissingFieldError
from dutydesk.services.accounts import open_account, rules_of
from dutydesk.services.sign_in import sign_in
from ui.editing.drafts import refusal_of
from ui.editing.kept_dialog import KeptDialog
from ui.i18n import tr
from ui.session import Session
from ui.sign_in.new_secret import NewSecret
from ui.widgets.name_edit import Name, NameEdit
from ui.widgets.room import give_width
from ui.words.roles import role_text

_WIDTH = 70  # characters


class AccountDialog(KeptDialog):
    """Stays open until the account is kept; whoever makes themselves the first administrator is signed in."""

    def __init__(
        self, parent: QWidget, session: Session, names: Sequence[Name], person: str, roles: frozenset[Role]
    ) -> None:
        super().__init__(parent, tr("Account"), self._refusal)
        self._session = session
        self.name = NameEdit(names)
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText(tr("Name or pinyin initials"))
        self.name.set_key(person)
        self.name.setEnabled(not person)
        self.roles = {role: QCheckBox(role_text(role)) for role in Role}
        for role, box in self.roles.items():
            box.setChecked(role in roles)
        self.secret = NewSecret()
        give_width(self, _WIDTH)
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        self.lay_out(form, self._roles_part(), self._secret_part())

    def _refusal(self) -> DutyDeskError | None:
        person = self.name.key()
        if not person:
            return MissingFieldError("name")
        try:
            secret = self.secret.text()
        except DutyDeskError as unlike:
            return unlike
        session = self._session
        given = frozenset(role for role, box in self.roles.items() if box.isChecked())
        refused = refusal_of(
            session, lambda: session.perform(open_account, person, given, secret, by=session.author())
        )
        if refused is None and session.locked and secret:
            session.enter(sign_in, person, secret)
        return refused

    def _roles_part(self) -> QGroupBox:
        box = QGroupBox(tr("Roles"))
        grid = QGridLayout(box)
        for at, each in enumerate(self.roles.values()):
            grid.addWidget(each, at // 3, at % 3)
        return box

    def _secret_part(self) -> QGroupBox:
        box = QGroupBox(tr("New PIN or passphrase"))
        column = QVBoxLayout(box)
        rules = self._session.read(rules_of, self._session.now())
        hint = QLabel(
            tr(
                "A PIN has at least {digits} digits. Whoever approves or administers needs a passphrase of "
                "at least {letters} characters. Left empty, the old one stays; without any, the person "
                "decides on paper only.",
                digits=rules.pin_digits,
                letters=rules.phrase_letters,
            )
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addWidget(self.secret)
        return box
