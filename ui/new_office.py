"""The questions before a new file: whose office, which shifts."""

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from dutydesk.domain.presets import PresetKind
from ui.i18n import tr
from ui.texts import preset_text


class NewOfficeDialog(QDialog):
    """Asks for the office's name and the pattern of its shifts; makes nothing itself."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New duty file"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("As it stands on paper"))
        self.name.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
        self.pattern = QComboBox()
        for kind in PresetKind:
            self.pattern.addItem(preset_text(kind), kind)
        form = QFormLayout(self)
        form.setContentsMargins(18, 18, 18, 14)
        form.setVerticalSpacing(12)
        form.addRow(tr("&Office name"), self.name)
        form.addRow(tr("&Shifts"), self.pattern)
        form.addRow(self._buttons())

    def kind(self) -> PresetKind:
        """The chosen pattern."""
        return PresetKind(self.pattern.currentData())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        going = buttons.addButton(tr("Choose a &place for the file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        going.setEnabled(False)
        self.name.textChanged.connect(lambda text: going.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
