"""Editors of cells that offer more than one word: a person's name, or several words in a row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.name_edit import Name, NameEdit

Index = QModelIndex | QPersistentModelIndex
PART = "、"


class NameDelegate(CellDelegate):
    """Edits a person's name with a `NameEdit`; the name is what the cell is given."""

    def __init__(self, parent: QWidget, names: Callable[[], Sequence[Name]]) -> None:
        super().__init__(parent)
        self._names = names

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = NameEdit(self._names(), parent)
        editor.setFrame(False)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return editor

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, NameEdit):
            label = next((each.label for each in self._names() if each.key == editor.key()), editor.text())
            model.setData(index, label if editor.text().strip() else "")


class WordsEdit(QLineEdit):
    """Words in a row, parted by 、; each is completed from the known words while it is typed."""

    def __init__(self, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._popup = QListView()
        self._completer = QCompleter(list(known), self)
        self._completer.setPopup(self._popup)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)  # not setCompleter: that would replace the whole line
        self._completer.activated.connect(self.complete)
        self.textEdited.connect(self._offer)

    def offered(self) -> list[str]:
        """The known words that fit what was typed of the one under the cursor."""
        answers = self._completer.completionModel()
        return [answers.index(at, 0).data() for at in range(self._completer.completionCount())]

    def _offer(self) -> None:
        word = self.text()[self._start() : self.cursorPosition()]
        self._completer.setCompletionPrefix(word)
        exact = self._completer.currentCompletion() == word
        if self._completer.completionCount() == 0 or (exact and self._completer.completionCount() == 1):
            self._popup.hide()
        else:
            self._completer.complete()

    def complete(self, word: str) -> None:
        """Put a known word in the place of the one under the cursor."""
        start, rest = self._start(), self.text()[self.cursorPosition() :]
        self.setText(self.text()[:start] + word + rest)
        self.setCursorPosition(start + len(word))

    def _start(self) -> int:
        """Where the word under the cursor begins."""
        before = self.text()[: self.cursorPosition()]
        return max(before.rfind(sign) for sign in (PART, ",", "，", "/")) + 1  # a word may hold a blank


class WordsDelegate(CellDelegate):
    """Edits several words of a known list with a `WordsEdit`."""

    def __init__(self, parent: QWidget, known: Callable[[], Sequence[str]]) -> None:
        super().__init__(parent)
        self._known = known

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = WordsEdit(self._known(), parent)
        editor.setFrame(False)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return editor
