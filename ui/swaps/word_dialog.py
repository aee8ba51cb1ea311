"""Whose word is entered, and on which paper it was given."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.widgets.name_edit import Name, NameEdit
from ui.widgets.room import give_width


class WordDialog(QDialog):
    """Asks for a person and a paper; `given` carries both, the person by id."""

    given = Signal(str, str)

    def __init__(
        self, parent: QWidget, title: str, question: str, names: list[Name], deed: str, *, preset: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("word")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        give_width(self, 60)
        self.name, self.paper = NameEdit(names), QLineEdit()
        self.name.setAccessibleName(tr("Person"))
        self.name.set_key(preset)
        self.name.setReadOnly(len(names) == 1)
        self.paper.setAccessibleName(tr("Number of the paper"))
        self.paper.setPlaceholderText(tr("only where it was said on paper"))
        words = QLabel(question)
        words.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("Person"), self.name)
        form.addRow(tr("Number of the paper"), self.paper)
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(deed, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.hand_over)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._follow)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self._follow()
        (self.paper if preset else self.name).setFocus()

    def hand_over(self) -> None:
        """Say who said it, and close."""
        self.given.emit(self.name.key(), self.paper.text().strip())
        self.accept()

    def _follow(self) -> None:
        self.go.setEnabled(bool(self.name.key()))
