"""A heading with lines below it, each in the ink of how bad it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout

from ui.theme import colours


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `ink` is error, warning, good, note or empty for plain text."""

    text: str
    ink: str = ""


class Lines(QFrame):
    """A part of the page: its heading, its lines, and what stands there while there are none."""

    def __init__(self, heading: str, nothing: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(heading)
        self._nothing = nothing
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 7, 14, 7)
        self._column.setSpacing(2)
        title = QLabel(heading)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self._column.addWidget(title)
        self._labels: list[QLabel] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; labels are kept, so that nothing flickers from second to second."""
        wanted = lines or (Line(self._nothing, "dim"),)
        while len(self._labels) < len(wanted):
            label = QLabel()
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._labels.append(label)
            self._column.addWidget(label)
        for at, label in enumerate(self._labels):
            label.setVisible(at < len(wanted))
            if at < len(wanted):
                self._show(label, wanted[at])

    def texts(self) -> list[str]:
        """What stands there."""
        return [each.text() for each in self._labels if not each.isHidden()]

    def _show(self, label: QLabel, line: Line) -> None:
        if label.text() != line.text:
            label.setText(line.text)
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, getattr(colours(self.palette()), line.ink or "text"))
        label.setPalette(palette)
