"""The line at the foot: what was refused and why, or what was done last and how to take it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from ui.icons import pixmap
from ui.theme import colours
from ui.widgets.banner import picture_of


class StatusLine(QWidget):
    """A sentence of a kind (error, note, good) at the left, and a standing remark at the right.

    Beside the remark stands one matter of its own kind, which can be gone into: `asked` says that it was.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""
        self._mark = QLabel()
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._standing = QLabel()
        self._standing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._said, 1)
        self._matter = QToolButton()
        self._matter.setAutoRaise(True)
        self._matter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._matter.clicked.connect(self.asked)
        self._matter.hide()
        row.addWidget(self._matter)
        row.addWidget(self._standing)
        self.say("", "")

    @property
    def text(self) -> str:
        """What is said now."""
        return self._said.text()

    def say(self, kind: str, sentence: str) -> None:
        """Say this until something else is said; an empty sentence says nothing."""
        self._kind = kind
        self._said.setText(sentence)
        self._said.setAccessibleName(sentence)
        self._mark.setVisible(bool(kind and sentence))
        if kind and sentence:
            ink: QColor = getattr(colours(self.palette()), kind)
            side = self.fontMetrics().height()
            self._mark.setPixmap(pixmap(picture_of(kind), ink, side, self.devicePixelRatioF()))
        self.update()

    def stand(self, remark: str) -> None:
        """Let this remark stand at the right."""
        self._standing.setText(remark)

    def show_matter(self, kind: str, words: str, tip: str) -> None:
        """Say how a standing matter is, in the colours of a kind; without words there is none."""
        self._matter.setVisible(bool(words))
        self._matter.setText(words)
        self._matter.setToolTip(tip)
        self._matter.setAccessibleName(words)
        if words:
            ink: QColor = getattr(colours(self.palette()), kind)
            side = self.fontMetrics().height()
            self._matter.setIcon(QIcon(pixmap(picture_of(kind), ink, side, self.devicePixelRatioF())))
            inks = self._matter.palette()
            inks.setColor(QPalette.ColorRole.ButtonText, ink)
            self._matter.setPalette(inks)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tones = colours(self.palette())
        painter = QPainter(self)
        if self._kind == "error":
            painter.fillRect(self.rect(), tones.error_ground)
        painter.fillRect(0, 0, self.width(), 1, tones.frame)
