"""A damaged file: what is left to do, as a plain choice."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.services.salvage import WaysOut
from ui.i18n import tr
from ui.icons import icon
from ui.widgets.room import give_width


class DamageDialog(QDialog):
    """Offers the newest good backup, to salvage, and to look at the file; `chosen` carries the way's name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None, path: Path, ways: WaysOut, *, is_open: bool) -> None:
        super().__init__(parent)
        self.setObjectName("damage")
        self.setWindowTitle(tr("Damaged file"))
        give_width(self, 78)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        said = QLabel(
            tr(
                "{name} is damaged. It was left as it is and is never deleted. There is a way on:",
                name=path.name,
            )
        )
        said.setWordWrap(True)
        self._column.addWidget(said)
        self._offer_backup(ways)
        self._offer(
            "salvage",
            "export",
            tr("Salvage what can be read into a new file…"),
            tr("Row by row, with a list of what was lost. What the journal still tells is not lost."),
        )
        if ways.can_be_looked_at and not is_open:
            self._offer(
                "look",
                "search",
                tr("Look at the damaged file"),
                tr("For reading only; what cannot be read stays empty."),
            )
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Not now"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._column.addWidget(buttons)

    def _offer_backup(self, ways: WaysOut) -> None:
        if ways.backup is None:
            self._offer("", "earlier", tr("There is no good backup"), tr("None was found beside the file."))
            return
        self._offer(
            "restore",
            "earlier",
            tr("Go back to the newest good backup"),
            tr(
                "From {at}, in {folder}. What was entered after that is in the damaged file only.",
                at=f"{ways.backup.at:%Y-%m-%d %H:%M}",
                folder=ways.backup.path.parent,
            ),
        )

    def _offer(self, way: str, picture: str, words: str, detail: str) -> None:
        button = QPushButton(icon(picture), words)
        button.setMinimumHeight(round(button.fontMetrics().height() * 2))
        button.setEnabled(bool(way))
        button.clicked.connect(self._choosing(way))
        told = QLabel(detail)
        told.setWordWrap(True)
        told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        told.setIndent(8)
        button.setAccessibleDescription(detail)
        self._column.addWidget(button)
        self._column.addWidget(told)

    def _choosing(self, way: str) -> Callable[[], None]:
        def choose() -> None:
            self.accept()
            self.chosen.emit(way)

        return choose
