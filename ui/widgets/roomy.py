"""Room for a widget on a screen that is too small for it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override


class Roomy(QScrollArea):
    """Shows a widget as large as it must be, and scrolls where the window is smaller than that."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(held)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what it holds

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._held and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Let the widget be as low as its words are at this width, not as they would be at the narrowest."""
        layout = self._held.layout()
        if layout is not None and layout.hasHeightForWidth():
            bar = self.verticalScrollBar().sizeHint().width()  # as if it were there, or it might come and go
            wide = self.maximumViewportSize().width() - bar
            self._held.setMinimumHeight(layout.minimumHeightForWidth(max(wide, layout.minimumSize().width())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
