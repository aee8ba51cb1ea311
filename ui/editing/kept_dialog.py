"""A dialog that stays open, with the reason above, until what was entered is kept."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget

from dutydesk.errors import DutyDeskError
from ui.i18n import tr
from ui.widgets.banner import BannerArea, Notice
from ui.widgets.room import give_words_room
from ui.words.refusals import refusal_text


class KeptDialog(QDialog):
    """Who builds on it lays out its parts; `try_it` tries to keep them and says why they cannot be kept."""

    def __init__(self, parent: QWidget, title: str, try_it: Callable[[], DutyDeskError | None]) -> None:
        super().__init__(parent)
        self._try_it = try_it
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.notices = BannerArea()

    def keep(self) -> None:
        """Keep what was entered and close; what is refused is said and can be corrected."""
        error = self._try_it()
        if error is None:
            self.accept()
        else:
            self.notices.show_notice("refused", Notice("error", refusal_text(error)))

    def lay_out(self, *parts: QWidget | QLayout) -> None:
        """The reason of a refusal, these parts below it, and the two ways out."""
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.notices)
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.keep)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        give_words_room(self)
