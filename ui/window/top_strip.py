"""The strip at the top: whose office, where to go, who is signed in."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from ui import clock
from ui.i18n import tr, tr_in
from ui.icons import icon
from ui.theme import colours
from ui.widgets.suggest_edit import SuggestEdit, Suggestion
from ui.window.set_time import SetTime

Finder = Callable[[str], Iterable[Suggestion]]
"""Answers to what was typed; each suggestion's value is called when it is picked."""


class SearchBox(SuggestEdit):
    """Goes to people, pages and actions; says `left` when the keyboard should go back to the page."""

    left = Signal()

    def __init__(self, finders: Sequence[Finder]) -> None:
        super().__init__(self._found)
        self._finders = tuple(finders)
        self.setPlaceholderText(tr("Go to people, pages, actions (Ctrl+K)"))
        self.setAccessibleName(tr("Go to people, pages and actions"))
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 26)
        self.picked.connect(self._on_picked)
        self.returnPressed.connect(self.take_first)

    def start(self) -> None:
        """Take the keyboard and show what can be done from here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self.offer()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _found(self, text: str) -> list[Suggestion]:
        return [answer for finder in self._finders for answer in finder(text.strip())]

    def _on_picked(self, go: Callable[[], None]) -> None:
        self.clear()
        self.left.emit()
        go()


class _Heading(QLabel):
    """A large line that is shortened with dots where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        QPainter(self).drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class TopStrip(QWidget):
    """Office name at the left, search in the middle, the person at the keyboard at the right."""

    def __init__(self, search: SearchBox, sign_in: QAction, lock: QAction) -> None:
        super().__init__()
        self.search = search
        self._office = _Heading()
        self._alone = QLabel()
        self._alone.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lock = QToolButton()
        self._lock.setDefaultAction(lock)
        self._lock.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._lock.setAutoRaise(True)
        self._actor = QToolButton()
        self._actor.setIcon(icon("person"))
        self._actor.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._actor.setAutoRaise(True)
        self._actor.setToolTip(sign_in.toolTip())
        self._actor.clicked.connect(sign_in.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(self._office, 3)
        row.addWidget(search, 2)
        row.addStretch(1)
        if clock.is_set():
            row.addWidget(SetTime())
        row.addWidget(self._alone)
        row.addWidget(self._actor)
        row.addWidget(self._lock)

    def show_office(self, name: str) -> None:
        """Name the office."""
        self._office.setText(name)
        self._office.setToolTip(name)

    def show_actor(self, name: str) -> None:
        """Name who is signed in; nobody is, on a locked desk."""
        self._actor.setIcon(icon("person" if name else "lock"))
        self._actor.setText(name or tr("Locked: sign in"))
        self._actor.setAccessibleName(
            tr_in("accounts", "Signed in: {name}", name=name) if name else tr("Locked: sign in")
        )

    def show_accounts(self, *, in_force: bool) -> None:
        """Say that the office runs without PINs, or offer to lock the desk."""
        self._alone.setText("" if in_force else tr("Single user, no PINs"))
        self._alone.setToolTip(
            ""
            if in_force
            else tr("Whoever sits here may do everything. Accounts are set up on the page Accounts.")
        )
        self._lock.setVisible(in_force)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Button))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours(self.palette()).frame)
