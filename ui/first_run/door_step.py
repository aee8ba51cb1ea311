"""Who signs in: one administrator to begin with, or nobody in an office of a single user."""

from PySide6.QtWidgets import QFormLayout, QWidget
from typing_extensions import override

from dutydesk.errors import DutyDeskError, MissingFieldError
from dutydesk.services import people
from dutydesk.services.accounts import make_administrator
from dutydesk.services.rights import has_accounts
from dutydesk.services.sign_in import sign_in
from ui.first_run.step import Step, remark
from ui.i18n import tr
from ui.session import Session
from ui.sign_in.names import names_of
from ui.sign_in.new_secret import NewSecret
from ui.widgets.name_edit import NameEdit


class DoorStep(Step):
    """Left empty, the office runs without PINs, which the window says at its top."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            tr("Who signs in"),
            tr(
                "Make one administrator, and from then on everybody signs in and may do what their roles "
                "allow. For a single user, leave this empty: it can be done later on the page Accounts."
            ),
        )
        self._session = session
        self.name = NameEdit()
        self.name.setAccessibleName(tr("Administrator"))
        self.name.setPlaceholderText(tr("Name or pinyin initials"))
        self.secret = NewSecret()
        self.state = remark()
        self.fields = QWidget()
        form = QFormLayout(self.fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("Administrator"), self.name)
        form.addRow(self.secret)
        self.body.addWidget(self.fields)
        self.body.addWidget(self.state)
        self.body.addStretch(1)
        self.name.textChanged.connect(self.changed)
        self.name.picked.connect(self.changed)

    @override
    def enter(self) -> None:
        self.name.set_names(names_of(self._session, self._session.read(people.staff).people))
        signed = self._session.read(has_accounts)
        self.fields.setVisible(not signed)
        self.state.setText(
            tr("This office has accounts. Everything about them is on the page Accounts.")
            if signed
            else tr(
                "An administrator needs a passphrase, not a PIN. "
                "Print a break-glass code on the page Accounts."
            )
        )
        self.name.setFocus()

    @override
    def forward_words(self) -> str:
        return tr("Make administrator") if self.name.text().strip() else tr("Finish")

    @override
    def go(self) -> bool:
        self.pardon()
        if not self.name.text().strip():
            return True
        try:
            secret = self.secret.text()
        except DutyDeskError as unlike:
            self.refuse(unlike)
            return False
        person = self.name.key()
        if not person:
            self.refuse(MissingFieldError("name"))
            return False
        session = self._session
        if session.perform(make_administrator, person, secret, by=session.author()) is None:
            return False
        session.enter(sign_in, person, secret)
        return True
