"""The desk on a whole screen, to be read from the other end of the room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from dutydesk.domain.watch import PostState
from dutydesk.services.today import Manned
from ui.i18n import tr
from ui.theme import colours
from ui.today.lines import Line
from ui.words.desk import state_text

_ROOM = 3  # lines of the height that the headline and the foot take


class Board(QWidget):
    """Post, name, phone and state of each place in letters as large as the screen allows; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("On duty now"))
        self._head = ""
        self._places: Sequence[Manned] = ()
        self._foot: Sequence[Line] = ()

    def show_now(self, head: str, places: Sequence[Manned], foot: Sequence[Line]) -> None:
        """Show the time, the places and what is due."""
        self._head, self._places, self._foot = head, places, foot
        self.setAccessibleDescription("\n".join(self.texts()))
        self.update()

    def texts(self) -> list[str]:
        """What stands on the board, line by line."""
        return [self._head, *(" ".join(self._cells(each)) for each in self._places), *self._last()]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F11}:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        line = self.height() / (len(self._places) * 1.25 + _ROOM)
        inks, margin = colours(self.palette()), self.width() / 40
        painter.setPen(inks.text)
        self._write(painter, QRectF(margin, 0, self.width() - 2 * margin, line), self._head, 0.62)
        for number, each in enumerate(self._places):
            top = line * (1.1 + 1.25 * number)
            widths = (0.19, 0.26, 0.31, 0.24)
            left = margin
            for text, share in zip(self._cells(each), widths, strict=True):
                width = (self.width() - 2 * margin) * share
                painter.setPen(inks.text if share != widths[-1] else getattr(inks, _ink(each)))
                self._write(painter, QRectF(left, top, width * 0.97, line), text, 0.62)
                left += width
        late = any(each.ink != "note" for each in self._foot)
        painter.setPen(inks.error if late else inks.text)
        foot = tr("; ").join(self._last())
        self._write(
            painter, QRectF(margin, self.height() - line * 1.2, self.width() - 2 * margin, line), foot, 0.4
        )

    def _cells(self, each: Manned) -> tuple[str, str, str, str]:
        person = each.person
        state = state_text(each.watched) if each.watched else ""
        return each.title, person.name if person else "—", person.phone if person else "", state

    def _last(self) -> list[str]:
        return [each.text for each in self._foot]

    def _write(self, painter: QPainter, box: QRectF, text: str, share: float) -> None:
        """Write a text on one line, as large as the share of the line's height and the box's width allow."""
        font = QFont(self.font())
        font.setPixelSize(max(8, int(box.height() * share)))
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > box.width():
            font.setPixelSize(max(8, int(font.pixelSize() * box.width() / wide)))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _ink(each: Manned) -> str:
    if each.watched is None or each.watched.state in {PostState.AWAITED, PostState.UNROSTERED}:
        return "warning"
    return "good" if each.watched.state is PostState.ON_POST else "error"
