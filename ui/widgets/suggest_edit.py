"""A line edit under which the best answers to what was typed are offered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1
VALUE_ROLE = Qt.ItemDataRole.UserRole + 2
_SHOWN = 12


@dataclass(frozen=True)
class Suggestion:
    """One answer: what is shown, a dim remark at the right, and the value that is picked."""

    label: str
    value: Any
    detail: str = ""
    icon: QIcon | None = None


class SuggestEdit(QLineEdit):
    """Offers at most twelve answers; Enter takes the marked one or the first, `picked` carries its value."""

    picked = Signal(object)

    def __init__(self, suggest: Callable[[str], Sequence[Suggestion]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._answers = QStandardItemModel(self)
        self._completer = QCompleter(self._answers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_SHOWN)
        self.popup = QListView()
        self._completer.setPopup(self.popup)
        self._completer.setWidget(self)  # not setCompleter: that writes what is merely marked into the line
        self.popup.setItemDelegate(_AnswerDelegate(self))
        by_index = self._completer.activated[QModelIndex]  # type: ignore[index]  # the stubs know one overload
        by_index.connect(self._on_activated)
        self.textEdited.connect(self.offer)

    def offer(self) -> None:
        """Show the answers to the text as it is."""
        self._answers.clear()
        for answer in self._suggest(self.text())[:_SHOWN]:
            item = QStandardItem(answer.label)
            if answer.icon is not None:
                item.setIcon(answer.icon)
            item.setData(answer.detail, DETAIL_ROLE)
            item.setData(answer, VALUE_ROLE)
            self._answers.appendRow(item)
        if self._answers.rowCount() == 0:
            self.popup.hide()
            return
        self._completer.complete(
            QRect(0, 0, max(self.width(), self.fontMetrics().averageCharWidth() * 36), self.height())
        )
        self.popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def take(self, answer: Suggestion) -> None:
        """Pick an answer as if it had been clicked."""
        self.setText(answer.label)
        self.picked.emit(answer.value)

    def take_first(self) -> bool:
        """Pick the best answer to the text; False when there is none."""
        answers = self._suggest(self.text()) if self.text().strip() else []
        if answers:
            self.take(answers[0])
        return bool(answers)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.popup.isVisible():
            self.offer()
        else:
            super().keyPressEvent(event)

    def _on_activated(self, index: QModelIndex) -> None:
        self.take(index.data(VALUE_ROLE))


class _AnswerDelegate(QStyledItemDelegate):
    """Label at the left, remark dim at the right, in lines that are easy to hit."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        marked = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if marked else QPalette.ColorRole.PlaceholderText
        painter.setPen(option.palette.color(role))
        place = option.rect.adjusted(8, 0, -8, 0)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data(DETAIL_ROLE) or ""
        )

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), round(option.fontMetrics.height() * 1.7))
