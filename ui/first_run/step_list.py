"""The way at a glance: its steps one below the other, what is done ticked, the present one marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.i18n import tr
from ui.icons import pixmap
from ui.theme import colours, mixed


class StepList(QWidget):
    """Says `chosen` with the number of a step, from 0; steps beyond `open_to` cannot be chosen yet."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 1, 12)
        column.setSpacing(2)
        self.buttons = [_StepButton(self, number, word) for number, word in enumerate(words)]
        for button in self.buttons:
            button.clicked.connect(lambda _checked=False, at=button.number: self.chosen.emit(at))
            column.addWidget(button)
        column.addStretch(1)

    def show_state(self, present: int, done: Sequence[bool], *, open_to: int) -> None:
        """Mark the present step, tick what is done, and open the steps up to one."""
        for button in self.buttons:
            button.present = button.number == present
            button.done = done[button.number]
            button.setEnabled(button.number <= open_to)
            button.setAccessibleDescription(_state_words(button))
            button.update()

    def walk(self, number: int) -> None:
        """Put the keyboard on a step, if it is open."""
        if 0 <= number < len(self.buttons) and self.buttons[number].isEnabled():
            self.buttons[number].setFocus()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        ground = mixed(palette.color(QPalette.ColorRole.Dark), palette.color(QPalette.ColorRole.Window), 0.15)
        painter.fillRect(self.rect(), ground)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colours(palette).frame)


class _StepButton(QAbstractButton):
    def __init__(self, owner: StepList, number: int, word: str) -> None:
        super().__init__()
        self._owner = owner
        self.number = number
        self.present = False
        self.done = False
        self.setText(word)
        self.setAccessibleName(tr("Step {number}: {word}", number=number + 1, word=word))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        font = self.font()
        font.setBold(True)
        words = max(QFontMetrics(font).horizontalAdvance(self.text()), 5 * line)
        return QSize(round(words + 4 * line), round(2.5 * line))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self._owner.walk(self.number + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tones = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.present:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
            painter.fillRect(0, 0, 3, self.height(), tones.accent)
        if self.hasFocus():
            painter.setPen(tones.accent)
            painter.drawRect(self.rect().adjusted(4, 1, -3, -2))
        line = self.fontMetrics().height()
        disc = QRectF(0.9 * line, (self.height() - 1.5 * line) / 2, 1.5 * line, 1.5 * line)
        ink = tones.text if self.isEnabled() else tones.dim
        self._paint_disc(painter, disc, ink)
        font = self.font()
        font.setBold(self.present)
        painter.setFont(font)
        painter.setPen(tones.accent if self.present else ink)
        left = round(disc.right() + 0.6 * line)
        place = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _paint_disc(self, painter: QPainter, disc: QRectF, ink: QColor) -> None:
        """The step's number in a ring; a full disc for the present one, a tick for one that is done."""
        tones = colours(self.palette())
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(accent if self.present else tones.good if self.done else tones.frame, 1.4))
        painter.setBrush(accent if self.present else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        if self.done and not self.present:
            side = round(disc.width() * 0.7)
            corner = disc.center() - QPointF(side / 2, side / 2)
            painter.drawPixmap(corner, pixmap("check", tones.good, side, self.devicePixelRatioF()))
            return
        painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText) if self.present else ink)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.number + 1))


def _state_words(button: _StepButton) -> str:
    if button.present:
        return tr("the present step")
    return tr("done") if button.done else ""
