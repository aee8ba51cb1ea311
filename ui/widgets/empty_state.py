"""What a page shows instead of an empty table: why it is empty, and the way on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import pixmap

_PICTURE = 56  # logical pixels
_LINE = 100  # letters


class EmptyState(QWidget):
    """A picture, one line, one sentence, and a button for each action; the first is the usual way on."""

    def __init__(self, picture: str, title: str, sentence: str, actions: Sequence[QAction] = ()) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self._picture(picture), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title(title))
        column.addWidget(self._sentence(sentence), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        for action in actions:
            button = QPushButton(action.icon(), action.text())
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance("x") * _LINE // 3)
            button.setMinimumHeight(round(button.fontMetrics().height() * 1.9))
            button.clicked.connect(action.trigger)
            button.setEnabled(action.isEnabled())
            action.enabledChanged.connect(button.setEnabled)
            button.setDefault(action is actions[0])
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _picture(self, name: str) -> QLabel:
        label = QLabel()
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
        label.setPixmap(pixmap(name, ink, _PICTURE, self.devicePixelRatioF()))
        return label

    def _title(self, text: str) -> QLabel:
        label = QLabel(text)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        label.setFont(font)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _sentence(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        measure = label.fontMetrics().horizontalAdvance
        width = min(measure(text + "xx"), measure("x") * _LINE)
        label.setFixedSize(width, label.heightForWidth(width))
        return label
