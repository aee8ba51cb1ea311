"""Where the new file will lie: proposed from the office's name until the user says otherwise."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import dialogs
from ui.i18n import tr
from ui.icons import icon
from ui.resources import SUFFIX

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # in names of files, on Windows
_LONGEST = 60  # characters of a name: 180 bytes in Chinese, and systems allow 255


class FilePlace(QWidget):
    """Shows a path and lets it be changed; a `fixed` one is only shown."""

    def __init__(self, fixed: Path | None) -> None:
        super().__init__()
        self._chosen = fixed
        self._name = ""
        self._shown = QLabel()
        self._shown.setTextFormat(Qt.TextFormat.PlainText)
        self._shown.setWordWrap(True)
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.change = QPushButton(icon("open"), tr("Change…"))
        self.change.setAccessibleName(tr("Change the place of the file"))
        self.change.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._shown, 1)
        row.addWidget(self.change)
        self.change.setHidden(fixed is not None)
        self._show()

    def path(self) -> Path:
        """The file to make."""
        return self._chosen or proposed_path(self._name)

    def is_proposed(self) -> bool:
        """Whether the user left the place to us."""
        return self._chosen is None

    def follow(self, name: str) -> None:
        """Propose a file named after an office."""
        self._name = name
        self._show()

    def choose(self, path: Path) -> None:
        """Take this place, whatever the office is called."""
        self._chosen = path
        self._show()

    def _ask(self) -> None:
        kinds = [(tr("Duty file"), f"*{SUFFIX}")]
        dialogs.ask_save(self, tr("Place of the new file"), kinds, self.choose, str(self.path()))

    def _show(self) -> None:
        self._shown.setText(str(self.path()))
        self._shown.setAccessibleName(tr("The file: {path}", path=self.path()))


def proposed_path(name: str) -> Path:
    """A file named after an office, among the user's documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    stem = _FORBIDDEN.sub(" ", name).strip(" .")[:_LONGEST].strip() or tr("Duty roster")
    return Path(folder) / f"{stem}{SUFFIX}"
