"""Who takes a place: whoever is down for it, or somebody else with a leader's word, or without."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from dutydesk.services.today import Manned
from ui.i18n import tr, tr_in
from ui.widgets.name_edit import Name, NameEdit
from ui.widgets.room import give_width


class ArrivalDialog(QDialog):
    """`given` carries the person's id, the leader who approved a cover, and whether it is unauthorised.

    The cover is asked for only when somebody else than the one on the roster comes.
    """

    given = Signal(str, str, bool)

    def __init__(self, parent: QWidget, manned: Manned, names: list[Name], *, preset: str) -> None:
        super().__init__(parent)
        self.setObjectName("arrival")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Sign in: {post}", post=manned.title))
        give_width(self, 60)
        self._rostered = manned.stint.person or ""
        self.name, self.leader = NameEdit(names), QLineEdit()
        self.name.setAccessibleName(tr("Person"))
        self.name.set_key(preset or self._rostered)
        self.leader.setAccessibleName(tr("Leader who approved the cover"))
        self.unauthorised = QCheckBox(tr("Record as an unauthorised swap"))
        self._other = QLabel(tr("Not the one on the roster: name the leader who approved the cover."))
        self._other.setWordWrap(True)
        room = self._other.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the fields stay where they are while a name is typed
        self._other.setSizePolicy(room)
        form = QFormLayout()
        form.addRow(tr("Person"), self.name)
        form.addRow(self._other)
        form.addRow(tr("Leader who approved the cover"), self.leader)
        form.addRow(self.unauthorised)
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(tr_in("desk", "Sign in"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.hand_over)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._follow)
        self.leader.textChanged.connect(self._follow)
        self.unauthorised.toggled.connect(self._follow)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self._follow()
        self.go.setFocus()

    def hand_over(self) -> None:
        """Say who came, and close."""
        self.given.emit(self.name.key(), self.leader.text().strip(), self.unauthorised.isChecked())
        self.accept()

    def _follow(self) -> None:
        """Ask for the cover only where somebody else comes."""
        person = self.name.key()
        other = bool(person) and person != self._rostered
        self._other.setVisible(other)
        for each in (self.leader, self.unauthorised):
            each.setEnabled(other)
        excused = bool(self.leader.text().strip()) or self.unauthorised.isChecked()
        self.go.setEnabled(bool(person) and (not other or excused))
