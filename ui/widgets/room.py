"""How large a window may be: as large as it likes, as long as its buttons stay on the screen."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME: Final = QSize(40, 60)
"""What the system draws around a window, and its bar of tasks."""


def room_for(window: QWidget) -> QSize:
    """The largest size that a window may have on its screen."""
    return window.screen().availableGeometry().size() - _FRAME


def give_room(window: QWidget, width: int, height: int) -> None:
    """Make a window this large, or as large as its screen has room for."""
    window.resize(QSize(width, height).boundedTo(room_for(window)))


def give_width(window: QWidget, letters: int) -> None:
    """Let a window be at least so many letters wide, or as wide as its screen has room for."""
    wanted = letters * window.fontMetrics().averageCharWidth()
    window.setMinimumWidth(min(wanted, room_for(window).width()))


def give_words_room(window: QWidget) -> None:
    """Make a window as high as its words are that go on in a second line; Qt counts them as one at first."""
    layout = window.layout()
    if layout is not None:
        width = min(max(window.minimumWidth(), layout.totalSizeHint().width()), room_for(window).width())
        give_room(window, width, max(layout.totalHeightForWidth(width), layout.totalSizeHint().height()))
