"""What proves a finding: words, or a photo whose digits hold it to what was entered."""

import hashlib
from pathlib import Path

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.dialogs import ask_open
from ui.i18n import tr
from ui.theme import colours

_DIGITS = 16


class EvidenceEdit(QWidget):
    """A line of text; a photo adds its name and the first digits of its SHA-256, and stays where it lies.

    The journal keeps the digits, so that another photo of that name is seen to be another one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.photo = QPushButton(tr("Photo…"))
        self.photo.clicked.connect(self.ask_photo)
        hint = tr("A photo is named with its SHA-256 and stays where it lies; it is not kept in this file.")
        self.hint = QLabel(hint)
        self.hint.setWordWrap(True)
        self.photo.setToolTip(hint)
        dim = self.hint.palette()
        dim.setColor(QPalette.ColorRole.WindowText, colours(self.palette()).dim)
        self.hint.setPalette(dim)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.photo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.hint)
        self.setFocusProxy(self.line)

    @override
    def setAccessibleName(self, name: str, /) -> None:
        """Name the line, on which the keyboard is."""
        self.line.setAccessibleName(name)

    def text(self) -> str:
        """What was entered."""
        return self.line.text().strip()

    def ask_photo(self) -> None:
        """Ask for a file that proves it."""
        kinds = [(tr("Photos and papers"), "*.jpg *.jpeg *.png *.heic *.pdf *.mp3 *.wav *.mp4")]
        ask_open(self, tr("Evidence"), kinds, self.add_photo)

    def add_photo(self, path: Path) -> None:
        """Name a file with its digits; one that cannot be read is named without."""
        try:
            digits = hashlib.sha256(path.read_bytes()).hexdigest()[:_DIGITS]
        except OSError:
            digits = ""
        words = tr("{name} (SHA-256 {digits}…)", name=path.name, digits=digits) if digits else path.name
        self.line.setText(tr("; ").join(filter(None, (self.text(), words))))
