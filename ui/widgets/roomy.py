"""Room for a widget on a screen that is too small for it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override


class Roomy(QScrollArea):
    """Shows a widget as large as it must be, and scrolls where the window is smaller than that."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(held)
        self.setFocusProxy(held)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
