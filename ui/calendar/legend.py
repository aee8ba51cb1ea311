"""What the grounds and signs of the year mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.i18n import tr
from ui.theme import colours, mixed

_GAP = 0.6  # of a line, between a patch and its word
_HATCHED = 0.45


class Legend(QWidget):
    """Patches with words, in one line."""

    def __init__(self) -> None:
        super().__init__()
        self._entries = (
            ("workday", tr("working day")),
            ("restday", tr("rest day")),
            ("holiday", tr("holiday")),
            ("", tr("sensitive")),
        )
        self.setAccessibleName(tr(", ").join(words for _, words in self._entries))

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        words = sum(self.fontMetrics().horizontalAdvance(text) for _, text in self._entries)
        return QSize(round(words + len(self._entries) * line * 2.4), line + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tones, line = colours(self.palette()), self.fontMetrics().height()
        left = 0.0
        for ground, words in self._entries:
            patch = QRectF(left, 2, line, line - 1)
            painter.fillRect(patch, getattr(tones, ground or "workday"))
            if not ground:
                hatch = QBrush(mixed(tones.changed, tones.workday, _HATCHED), Qt.BrushStyle.BDiagPattern)
                painter.fillRect(patch, hatch)
            painter.setPen(tones.frame)
            painter.drawRect(patch)
            painter.setPen(tones.dim)
            left += line * (1 + _GAP)
            width = self.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRectF(left, 0, width + 2, line + 2), Qt.AlignmentFlag.AlignVCenter, words)
            left += width + line * 0.8
