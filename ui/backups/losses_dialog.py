"""What a salvaged file has, and what it has not."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from ui.i18n import tr, tr_n
from ui.widgets.room import give_width


class LossesDialog(QDialog):
    """Lists the losses, which are written beside the new file too; `opened` says that it shall be opened."""

    opened = Signal()

    def __init__(
        self, parent: QWidget | None, path: Path, rows: int, lost: Sequence[str], listed: Path | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("losses")
        self.setWindowTitle(tr("Salvaged"))
        give_width(self, 90)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        saved = tr_n(
            "{n} row was salvaged into {path}.", "{n} rows were salvaged into {path}.", rows, path=path
        )
        column.addWidget(QLabel(saved))
        if lost:
            column.addWidget(
                QLabel(tr_n("{n} thing is lost or doubtful:", "{n} things are lost or doubtful:", len(lost)))
            )
            shown = QListWidget()
            shown.setAccessibleName(tr("What is lost"))
            shown.addItems(list(lost))
            column.addWidget(shown, 1)
            column.addWidget(QLabel(tr("The list of what is lost: {path}", path=listed)))
        else:
            column.addWidget(QLabel(tr("Nothing is lost.")))
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Open the new file"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.open_new)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def open_new(self) -> None:
        """Say that the new file shall be opened, and close."""
        self.accept()
        self.opened.emit()
