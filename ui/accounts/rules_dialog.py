"""The rules of the door: how long a PIN is, how wrong entries slow down, when the desk locks itself."""

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from dutydesk.domain.sign_in import SignInRules, read_waits
from dutydesk.errors import DutyDeskError
from dutydesk.services.accounts import rules_of, save_sign_in_rules
from ui.editing.drafts import refusal_of
from ui.editing.kept_dialog import KeptDialog
from ui.i18n import tr
from ui.session import Session

_MOST = 999


class DoorRulesDialog(KeptDialog):
    """Stays open until the rules are kept; they hold from today on."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Rules of signing in"), self._refusal)
        self._session = session
        present = session.read(rules_of, session.now())
        self.pin_digits = _number(present.pin_digits)
        self.phrase_letters = _number(present.phrase_letters)
        self.waits = QLineEdit(", ".join(map(str, present.waits)))
        self.idle_minutes = _number(present.idle_minutes)
        self.at_shift_change = QCheckBox(tr("when a shift begins or ends"))
        self.at_shift_change.setChecked(present.at_shift_change)
        self._lay_out()

    def _refusal(self) -> DutyDeskError | None:
        session = self._session
        try:
            wanted = self._wanted()
        except DutyDeskError as unclear:
            return unclear
        return refusal_of(
            session,
            lambda: session.perform(save_sign_in_rules, wanted, session.today(), by=session.author()),
        )

    def _wanted(self) -> SignInRules:
        return SignInRules(
            pin_digits=self.pin_digits.value(),
            phrase_letters=self.phrase_letters.value(),
            waits=read_waits(self.waits.text()),
            idle_minutes=self.idle_minutes.value(),
            at_shift_change=self.at_shift_change.isChecked(),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        for words, field in (
            (tr("Least digits of a PIN"), self.pin_digits),
            (tr("Least characters of a passphrase"), self.phrase_letters),
            (tr("Minutes to wait after the 1st, 2nd … wrong entry"), self.waits),
            (tr("The desk locks itself after so many idle minutes (0: never)"), self.idle_minutes),
            (tr("The desk locks itself"), self.at_shift_change),
        ):
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.lay_out(form)


def _number(value: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, _MOST)
    made.setValue(value)
    return made
