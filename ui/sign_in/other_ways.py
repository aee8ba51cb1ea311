"""Back in after wrong entries: a supervisor lets somebody try again, or the printed code opens."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QGroupBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dutydesk.errors import DutyDeskError, MissingFieldError
from dutydesk.services.break_glass import break_glass
from dutydesk.services.sign_in import let_try_again
from ui.i18n import tr
from ui.session import Session
from ui.sign_in.new_secret import NewSecret, hidden_line
from ui.widgets.name_edit import Name, NameEdit


class OtherWays(QWidget):
    """Acts for the person whose id `whom` gives; says `let`, `entered` or, with the error, `refused`."""

    let = Signal()
    entered = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, whom: Callable[[], str], names: Sequence[Name]) -> None:
        super().__init__()
        self._session = session
        self._whom = whom
        self.supervisor = NameEdit(names)
        self.supervisor.setAccessibleName(tr("Supervisor"))
        self.supervisor.setPlaceholderText(tr("Duty leader or administrator"))
        self.supervisors_secret = hidden_line(tr("Their PIN or passphrase"))
        self.code = QLineEdit()
        self.code.setAccessibleName(tr("Printed code"))
        self.code.setPlaceholderText("0000 0000 0000 0000 0000")
        self.new_secret = NewSecret()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._supervisors_part())
        column.addWidget(self._codes_part())

    def let_try(self) -> None:
        """Take the waiting away by a supervisor's own PIN or passphrase."""
        self._act(self._let)
        self.supervisors_secret.clear()

    def open_by_code(self) -> None:
        """Let somebody in by the printed code, with a new PIN or passphrase."""
        self._act(self._open)

    def _let(self) -> None:
        supervisor = self.supervisor.key()
        if not supervisor:
            raise MissingFieldError("supervisor")
        self._session.at_door(let_try_again, self._person(), supervisor, self.supervisors_secret.text())
        self.let.emit()

    def _open(self) -> None:
        self._session.enter(break_glass, self._person(), self.code.text(), self.new_secret.text())
        self.entered.emit()

    def _person(self) -> str:
        person = self._whom()
        if not person:
            raise MissingFieldError("name")
        return person

    def _act(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except DutyDeskError as error:
            self.refused.emit(error)

    def _supervisors_part(self) -> QGroupBox:
        box = QGroupBox(tr("A supervisor lets you try again"))
        form = QFormLayout(box)
        form.addRow(tr("Supervisor"), self.supervisor)
        form.addRow(tr("Their PIN or passphrase"), self.supervisors_secret)
        form.addRow(_button(tr("Let try again"), self.let_try))
        return box

    def _codes_part(self) -> QGroupBox:
        box = QGroupBox(tr("The printed break-glass code opens, once; its use is written down and shown"))
        form = QFormLayout(box)
        form.addRow(tr("Printed code"), self.code)
        form.addRow(self.new_secret)
        form.addRow(_button(tr("Open by the code"), self.open_by_code))
        return box


def _button(text: str, clicked: Callable[[], None]) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.clicked.connect(clicked)
    return made
