"""Who sits down at the desk: name by pinyin initials, then PIN or passphrase; nobody is kept from reading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.errors import DutyDeskError, MissingFieldError, TooSoonError, WrongSecretError
from dutydesk.services.sign_in import sign_in, who_signs_in
from ui.i18n import tr, tr_in
from ui.session import Session
from ui.sign_in.names import names_of
from ui.sign_in.new_secret import hidden_line
from ui.sign_in.other_ways import OtherWays
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.name_edit import NameEdit
from ui.widgets.room import give_width
from ui.words.refusals import refusal_text

_WIDTH = 62  # characters


class SignInDialog(QDialog):
    """Asks until somebody is let in, which `entered` says, or it is closed; it keeps nobody from reading."""

    entered = Signal()

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sign_in")
        self.setWindowTitle(tr_in("accounts", "Sign in"))
        self._session = session
        everybody = session.read(who_signs_in, session.now())
        self._people = {each.id: each for each in everybody}
        self.names = names_of(session, everybody)
        self.name = NameEdit(self.names)
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText(tr("Name or pinyin initials"))
        self.secret = hidden_line(tr_in("accounts", "PIN or passphrase"))
        self.notices = BannerArea()
        self.more = QPushButton(tr("Cannot get in?"))
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        self.ways = OtherWays(session, self.name.key, self.names)
        self._lay_out()
        self._connect()
        self.name.setFocus()

    def enter(self) -> None:
        """Let in whoever is named, if the PIN or passphrase is theirs."""
        person = self._people.get(self.name.key())
        if person is None:
            self.refuse(MissingFieldError("name"))
            self.name.setFocus()
            return
        try:
            self._session.enter(sign_in, person.id, self.secret.text())
        except DutyDeskError as error:
            self.refuse(error)
            self.secret.clear()
            self.secret.setFocus()
        else:
            self._on_entered()

    def refuse(self, error: DutyDeskError) -> None:
        """Say why nobody was let in; after a wrong entry the other ways are offered."""
        self.notices.show_notice("refused", Notice("error", refusal_text(error)))
        if isinstance(error, WrongSecretError | TooSoonError):
            self.more.setChecked(True)
        self.adjustSize()

    def _on_entered(self) -> None:
        self.accept()
        self.entered.emit()

    def _on_let(self) -> None:
        """A supervisor took the waiting away: the officer tries again."""
        self.notices.show_notice("refused", Notice("good", tr("You may try again now.")))
        self.more.setChecked(False)
        self.secret.setFocus()

    def _show_more(self, shown: bool) -> None:  # noqa: FBT001 - the signal's
        self.ways.setVisible(shown)
        self.adjustSize()

    def _lay_out(self) -> None:
        give_width(self, _WIDTH)
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        form.addRow(tr_in("accounts", "PIN or passphrase"), self.secret)
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(tr_in("accounts", "Sign in"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.more, QDialogButtonBox.ButtonRole.HelpRole)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for part in (self.notices, form, self.ways, self.buttons):
            column.addLayout(part) if isinstance(part, QFormLayout) else column.addWidget(part)
        self.ways.hide()

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.enter)
        self.buttons.rejected.connect(self.reject)
        self.more.toggled.connect(self._show_more)
        self.name.picked.connect(lambda _key: self.secret.setFocus())
        self.ways.refused.connect(self.refuse)
        self.ways.let.connect(self._on_let)
        self.ways.entered.connect(self._on_entered)
