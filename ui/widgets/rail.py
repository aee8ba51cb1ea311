"""The rail at the left: one button a page, with picture and word; folded it shows the pictures only.

In a low window its lines move together; in a narrow one it folds until there is room again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.icons import pixmap
from ui.theme import colours, mixed

_NARROW = 50
"""A window of fewer lines of text in width has no room for the words."""


@dataclass(frozen=True)
class Stop:
    """One line of the rail; `keys` are told in the tool tip."""

    id: str
    word: str
    icon: str
    keys: str = ""
    ground: bool = False


class Rail(QWidget):
    """Says `chosen` with the id of a stop; Up and Down go through the stops."""

    chosen = Signal(str)

    def __init__(self, name: str, stops: tuple[Stop, ...], *, folded: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _StopButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 1, 8)
        self._column.setSpacing(2)
        for stop in stops:
            if stop.ground and not any(each.stop.ground for each in self._buttons.values()) and self._buttons:
                self._column.addSpacing(self.fontMetrics().height())
            self._add(stop)
        self._column.addStretch(1)
        self._wished = folded
        self._narrow = False
        self._fold(folded=folded)

    @property
    def folded(self) -> bool:
        """Whether the user wants the pictures only, whatever there is room for now."""
        return self._wished

    def stops(self) -> tuple[Stop, ...]:
        """What it leads to, from top to bottom."""
        return tuple(button.stop for button in self._buttons.values())

    def turn(self) -> None:
        """Fold or unfold; in a narrow window for as long as it is narrow."""
        self._fold(folded=not self._folded)
        if not self._narrow:
            self._wished = self._folded

    def fit(self, width: int) -> None:
        """Fold in a window as narrow as this, and be as the user wants it in a wider one."""
        narrow = width < _NARROW * self.fontMetrics().height()
        if narrow != self._narrow:
            self._narrow = narrow
            self._fold(folded=narrow or self._wished)

    def _fold(self, *, folded: bool) -> None:
        self._folded = folded
        for button in self._buttons.values():
            button.set_folded(folded)
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        self.setFixedWidth(widest + 1)

    def mark(self, stop: str) -> None:
        """Show this stop as the present one, without saying so; it is the one that Tab reaches."""
        self._buttons[stop].setChecked(True)
        for name, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == stop else Qt.FocusPolicy.NoFocus)

    def take_keyboard(self) -> None:
        """Put the keyboard on the present stop."""
        present = self._group.checkedButton()
        if present is not None:
            present.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_keyboard(self) -> bool:
        """Whether the user walks along the rail with the keyboard."""
        return any(button.hasFocus() for button in self._buttons.values())

    def _add(self, stop: Stop) -> None:
        button = _StopButton(stop, self._walk)
        button.clicked.connect(lambda: self.chosen.emit(stop.id))
        self._buttons[stop.id] = button
        self._group.addButton(button)
        self._column.addWidget(button)

    def _walk(self, stop: str, step: int) -> None:
        order = list(self._buttons)
        there = order.index(stop) + step
        if 0 <= there < len(order):
            self._buttons[order[there]].setFocus()
            self._buttons[order[there]].click()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _ground(self.palette()))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colours(self.palette()).frame)


class _StopButton(QAbstractButton):
    def __init__(self, stop: Stop, walk: Callable[[str, int], None]) -> None:
        super().__init__()
        self.stop = stop
        self._walk = walk
        self._folded = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setText(stop.word)
        self.setAccessibleName(stop.word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(f"{stop.word} ({stop.keys})" if stop.keys else stop.word)

    def set_folded(self, folded: bool) -> None:  # noqa: FBT001 -- a setter in Qt's manner
        self._folded = folded
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        words = (
            0 if self._folded else max(self.fontMetrics().horizontalAdvance(self.stop.word), 4 * line) + line
        )
        return QSize(round(3.0 * line) + words, round(2.3 * line))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), round(1.3 * self.fontMetrics().height()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self._walk(self.stop.id, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tones = colours(self.palette())
        painter = QPainter(self)
        ink = tones.accent if self.isChecked() else tones.text
        self._paint_ground(painter)
        line = self.fontMetrics().height()
        side = min(round(1.35 * line), self.height() - 4)
        left = round(0.85 * line)
        painter.drawPixmap(
            left, (self.height() - side) // 2, pixmap(self.stop.icon, ink, side, self.devicePixelRatioF())
        )
        if not self._folded:
            font = self.font()
            font.setBold(self.isChecked())
            painter.setFont(font)
            painter.setPen(ink)
            place = QRect(left + side + line // 2, 0, self.width() - left - side, self.height())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.stop.word
            )

    def _paint_ground(self, painter: QPainter) -> None:
        tones = colours(self.palette())
        if self.isChecked():
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
            painter.fillRect(0, 0, 3, self.height(), tones.accent)
        elif self.underMouse():
            painter.fillRect(self.rect(), mixed(tones.accent, _ground(self.palette()), 0.1))
        if self.hasFocus():
            painter.setPen(tones.accent)
            painter.drawRect(self.rect().adjusted(4, 1, -3, -2))


def _ground(palette: QPalette) -> QColor:
    """A shade beside that of the window, so that the rail stands apart from the page."""
    return mixed(palette.color(QPalette.ColorRole.Dark), palette.color(QPalette.ColorRole.Window), 0.15)
