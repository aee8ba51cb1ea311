"""Find somebody: every duty is tinted, and Enter goes from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from ui.i18n import tr
from ui.icons import icon
from ui.widgets.name_edit import Name, NameEdit


class FindBar(QWidget):
    """Hidden until `start`; `sought` carries a person's id (empty: nobody any more), `stepped` 1 or -1."""

    sought = Signal(str)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._person = ""
        self.edit = NameEdit()
        self.edit.setPlaceholderText(tr("Name or pinyin initials"))
        self.edit.setAccessibleName(tr("Find a person"))
        self.edit.setMaximumWidth(self.fontMetrics().height() * 12)
        self.edit.picked.connect(self._on_picked)
        self.edit.returnPressed.connect(self._on_return)
        self.summary = QLabel()
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(QLabel(tr("Find")))
        row.addWidget(self.edit, 1)
        for text, step in (("▲", -1), ("▼", 1)):
            row.addWidget(self._step_button(text, step))
        row.addWidget(self.summary, 1)
        closer = QToolButton()
        closer.setIcon(icon("close"))
        closer.setAutoRaise(True)
        closer.setAccessibleName(tr("Close"))
        closer.clicked.connect(self.end)
        row.addWidget(closer)
        self.hide()

    def start(self, names: Sequence[Name]) -> None:
        """Appear and take the keyboard, to find one of these."""
        self.edit.set_names(names)
        self.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def end(self) -> None:
        """Disappear; nobody is sought any more."""
        self._person = ""
        self.summary.clear()
        self.hide()
        self.sought.emit("")

    def say(self, summary: str) -> None:
        """Show what was found."""
        self.summary.setText(summary)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _step_button(self, text: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAutoRaise(True)
        button.setAccessibleName(tr("Next duty") if step > 0 else tr("Duty before"))
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _on_picked(self, person: str) -> None:
        self._person = person
        self.sought.emit(person)

    def _on_return(self) -> None:
        person = self.edit.key()
        if person and person == self._person:
            self.stepped.emit(1)
        elif person:
            self._on_picked(person)
