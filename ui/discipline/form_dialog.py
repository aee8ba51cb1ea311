"""A few fields and one deed: every question of this page looks alike and stays open where it is refused."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.widgets.room import give_room, give_width
from ui.widgets.roomy import Roomy

_WIDTH = 64  # letters
_AROUND, _HIGHEST = 7, 640  # lines of text around the fields, and pixels that a small screen has


class FormDialog(QDialog):
    """Shows `lead` and the rows; `keep` does the deed and says whether it was kept."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        lead: str,
        rows: Sequence[tuple[str, QWidget]],
        deed: str,
        keep: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        give_width(self, _WIDTH)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        if lead:
            words = QLabel(lead)
            words.setWordWrap(True)
            column.addWidget(words)
        sheet = QWidget()
        form = QFormLayout(sheet)
        form.setContentsMargins(0, 0, 0, 0)
        for label, field in rows:
            field.setAccessibleName(label)
            form.addRow(label, field)
        column.addWidget(Roomy(sheet), 1)
        buttons = QDialogButtonBox()
        buttons.addButton(deed, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.try_it)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        rows[0][1].setFocus()
        high = sheet.sizeHint().height() + _AROUND * self.fontMetrics().height()
        give_room(self, self.minimumWidth(), min(high, _HIGHEST))

    def try_it(self) -> None:
        """Do the deed and close; stays open, with what was entered, where it is refused."""
        if self._keep():
            self.accept()
