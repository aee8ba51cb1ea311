"""One step of the way: a title, a sentence, what stands against going on, and the step's own part."""

from abc import abstractmethod

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from dutydesk.errors import DutyDeskError
from ui.i18n import tr
from ui.widgets.banner import BannerArea, Notice
from ui.words.refusals import refusal_text


class Step(QWidget):
    """`changed` says that the way on has other words, or is open or barred now."""

    changed = Signal()

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.notices = BannerArea()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 24, 8)
        column.setSpacing(10)
        column.addWidget(heading(title, 1.5))
        column.addWidget(remark(sentence))
        column.addWidget(self.notices)
        column.addWidget(_scrolling(self.body), 1)

    @abstractmethod
    def enter(self) -> None:
        """Read what is shown again: the step comes into sight."""

    @abstractmethod
    def go(self) -> bool:
        """Do what the step is for; False where that was refused or is not over yet."""

    def forward_words(self) -> str:
        """What the button on says."""
        return tr("Next")

    def skip_words(self) -> str:
        """What the button says that goes on without doing anything; empty where there is none."""
        return ""

    def can_go(self) -> bool:
        """Whether there is anything to do or to go on to."""
        return True

    def leave(self) -> None:
        """Let go of what is under way: the step goes out of sight."""

    def refuse(self, error: DutyDeskError) -> None:
        """Say what was refused, why, and what to do."""
        self.notices.show_notice("refused", Notice("error", refusal_text(error)))

    def pardon(self) -> None:
        """Take the last refusal away."""
        self.notices.clear("refused")

    def refusals(self) -> str:
        """What the banners of the step say."""
        return "\n".join(self.notices.texts())


def heading(text: str, size: float = 1.15) -> QLabel:
    """A title, `size` times the usual text."""
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * size)
    label.setFont(font)
    label.setWordWrap(True)
    return label


def remark(text: str = "") -> QLabel:
    """A sentence in the pale ink of remarks."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _scrolling(body: QVBoxLayout) -> QScrollArea:
    """The body in a frame that scrolls where the screen is small or the text is large."""
    inner = QWidget()
    inner.setLayout(body)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
