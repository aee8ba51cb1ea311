"""The usual shift patterns side by side, each with its clock and a sentence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from dutydesk.domain.presets import PresetKind, preset
from ui.first_run.day_clock import DayClock
from ui.first_run.step import remark
from ui.i18n import marked, tr
from ui.theme import colours
from ui.words.planning import preset_text, preset_word

_SENTENCES = {
    PresetKind.FULL_DAY: marked("A leader, two officers and a driver, relieved every morning at 8."),
    PresetKind.GAPS: marked("Noon and night around office hours; on rest days a whole day from 9 to 9."),
    PresetKind.DAY_NIGHT: marked("Two officers share the day; a leader is there around the clock."),
    PresetKind.WEEKLY: marked("The same people from Monday to Sunday, relieved on Monday at 9."),
}
_NARROW = 11  # lines of text that a card is wide at least


class PatternChoice(QWidget):
    """Always has one pattern chosen; the arrow keys go from card to card."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Shifts"))
        self.cards = {kind: _Card(kind) for kind in PresetKind}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._columns = 0
        for card in self.cards.values():
            self._group.addButton(card)
            card.toggled.connect(self._on_toggled)
        self._arrange(len(self.cards))
        self.choose(PresetKind.FULL_DAY)

    def kind(self) -> PresetKind:
        """The chosen pattern."""
        return next(kind for kind, card in self.cards.items() if card.isChecked())

    def choose(self, kind: PresetKind) -> None:
        """Choose a pattern."""
        self.cards[kind].setChecked(True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row where there is room, else two by two."""
        super().resizeEvent(event)
        width = self.fontMetrics().height() * _NARROW * len(self.cards)
        self._arrange(len(self.cards) if self.width() >= width else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(len(self.cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 -- Qt's signal
        if checked:
            self.changed.emit()


class _Card(QAbstractButton):
    def __init__(self, kind: PresetKind) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setText(preset_text(kind))
        self.setAccessibleName(preset_text(kind))
        self.setAccessibleDescription(tr(_SENTENCES[kind]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(self.fontMetrics().height() * _NARROW * 3 // 4)
        title = QLabel(preset_text(kind))
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sentence = remark(tr(_SENTENCES[kind]))
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(4)
        column.addWidget(DayClock(preset(kind, preset_word).shifts), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        column.addWidget(sentence)
        column.addStretch(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tones = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ink = self.palette().color(QPalette.ColorRole.Highlight) if chosen else tones.frame
        painter.setPen(QPen(ink, 2 if chosen else 1))
        painter.setBrush(tones.note_ground if chosen else tones.workday)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(tones.accent, 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(5, 5, -6, -6), 4, 4)
