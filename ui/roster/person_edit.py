"""The editor of a cell: offers names while one types, and one Enter or Tab takes the best."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.name_edit import Name, NameEdit


class PersonEdit(NameEdit):
    """Says `taken` as soon as an offered name was picked, `tabbed` when Tab was pressed."""

    taken = Signal()
    tabbed = Signal()

    def __init__(self, names: Sequence[Name], parent: QWidget) -> None:
        super().__init__(names, parent)
        self.setFrame(False)
        self.setAutoFillBackground(True)
        self._before = ""
        self.picked.connect(self._on_taken)

    def begin(self, person: str) -> None:
        """Start from whoever stands there, ready to be typed over; what was typed already stays."""
        if not self.changed():
            self._before = person
            self.set_key(person)
            self.selectAll()

    def changed(self) -> bool:
        """Whether somebody else is meant than at the beginning."""
        return self.answer() != self._before

    def answer(self) -> str:
        """The id of the person meant, else the text as it was typed."""
        return self.key() or self.text().strip()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab takes the best answer to what was typed."""
        if next and not self.key():
            with QSignalBlocker(self):
                self.take_first()
        self.tabbed.emit()
        return True

    def _on_taken(self) -> None:
        self.taken.emit()
