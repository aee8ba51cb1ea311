"""A new PIN or passphrase, typed twice and seen by nobody."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QSizePolicy, QWidget

from dutydesk.errors import UnlikeSecretsError
from ui.i18n import tr


class NewSecret(QWidget):
    """Two fields; `text` is what both say."""

    def __init__(self) -> None:
        super().__init__()
        self.first = hidden_line(tr("New PIN or passphrase"))
        self.again = hidden_line(tr("Once more"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # a form is never squeezed
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("New PIN or passphrase"), self.first)
        form.addRow(tr("Once more"), self.again)

    def text(self) -> str:
        """What was typed; refused where the two differ."""
        if self.first.text() != self.again.text():
            raise UnlikeSecretsError
        return self.first.text()


def hidden_line(name: str) -> QLineEdit:
    """A line in which nobody reads what is typed."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAccessibleName(name)
    return made
