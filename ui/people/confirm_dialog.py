"""Who approved the exemptions that were read from a staff list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr, tr_n
from ui.widgets.name_edit import Name, NameEdit
from ui.widgets.room import give_width

_LINES = 10  # shown without scrolling


class ConfirmDialog(QDialog):
    """Shows what is to be confirmed and asks for a name; `confirm` says whether it was kept."""

    def __init__(
        self, parent: QWidget, lines: Sequence[str], names: Sequence[Name], confirm: Callable[[str], bool]
    ) -> None:
        super().__init__(parent)
        self._confirmed = confirm
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Confirm exemptions"))
        give_width(self, 70)
        self.name = NameEdit(names)
        self.name.setAccessibleName(tr("Approved by"))
        shown = QListWidget()
        shown.setAccessibleName(tr("Exemptions to confirm"))
        shown.addItems(list(lines))
        shown.setFixedHeight((min(len(lines), _LINES) + 1) * shown.sizeHintForRow(0))
        form = QFormLayout()
        form.addRow(tr("Approved by"), self.name)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(
            QLabel(tr_n("This exemption will count:", "These {n} exemptions will count:", len(lines)))
        )
        column.addWidget(shown)
        column.addLayout(form)
        column.addWidget(self._buttons())
        self.name.setFocus()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._confirm = buttons.addButton(tr("Confirm"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._confirm.setEnabled(False)
        self.name.textChanged.connect(lambda text: self._confirm.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept_name)
        buttons.rejected.connect(self.reject)
        return buttons

    def accept_name(self) -> None:
        """Hand the name over and close; stays open, with the name, where it is refused."""
        if self._confirmed(self.name.text().strip()):
            self.accept()
