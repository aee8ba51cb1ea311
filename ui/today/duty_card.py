"""One place of the shift in large letters: who is there, the phone, until when, and signing in and out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from dutydesk.domain.watch import PostState
from dutydesk.services.today import Manned
from ui.clock import local
from ui.i18n import tr, tr_in
from ui.theme import colours
from ui.words.desk import state_text

_INKS = {
    PostState.ON_POST: "good",
    PostState.AWAITED: "warning",
    PostState.VACANT: "error",
    PostState.UNRELIEVED: "error",
    PostState.UNROSTERED: "warning",
}
_LARGE, _DENSE = (1.7, 1.4), (1.25, 1.15)
"""How much larger than the page's letters name and phone are."""


class DutyCard(QFrame):
    """Shows one place; `arriving` and `leaving` carry it when its button is pressed."""

    arriving = Signal(object)
    leaving = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._manned: Manned | None = None
        self._post = QLabel()
        self._name, self._phone = QLabel(), QLabel()
        self._phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = QLabel()
        self.come = QPushButton(tr_in("desk", "Sign in"))
        self.go = QPushButton(tr("Sign out"))
        self.come.clicked.connect(lambda: self.arriving.emit(self._manned))
        self.go.clicked.connect(lambda: self.leaving.emit(self._manned))
        self._row = QHBoxLayout(self)
        self._lay_out()

    def show_place(self, manned: Manned, *, may_act: bool, dense: bool = False) -> None:
        """Show this place; the buttons are offered to whoever may sign people in and out.

        A `dense` card is lower, where many stand above each other.
        """
        self._manned = manned
        self._size(dense=dense)
        watched = manned.watched
        there = watched is not None and watched.attendance is not None
        until = tr("until {time}", time=f"{local(manned.stint.ends):%m-%d %H:%M}")
        self._post.setText(f"{manned.title}　{manned.shift_name} {until}")
        self._name.setText(manned.person.name if manned.person else "—")
        self._phone.setText(manned.person.phone if manned.person else "")
        self._state.setText(state_text(watched) if watched else "")
        self._colour(self._state, _INKS[watched.state] if watched else "dim")
        self._colour(self._name, "text" if there else "dim")
        self.come.setVisible(not there)
        self.go.setVisible(there)
        for button in (self.come, self.go):
            button.setEnabled(may_act)
        self.come.setAccessibleName(tr("Sign in: {post}", post=manned.title))
        self.go.setAccessibleName(tr("Sign out: {post}", post=manned.title))

    def texts(self) -> list[str]:
        """What stands on the card."""
        return [each.text() for each in (self._post, self._name, self._phone, self._state)]

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._post, 1)
        above.addWidget(self._state)
        below.setSpacing(18)
        below.addWidget(self._name)
        below.addWidget(self._phone, 1)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addLayout(above)
        said.addLayout(below)
        self._row.setSpacing(16)
        self._row.addLayout(said, 1)
        self._row.addWidget(self.come, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignVCenter)

    def _size(self, *, dense: bool) -> None:
        points, larger = self.font().pointSizeF(), _DENSE if dense else _LARGE
        _enlarge(self._name, points * larger[0], bold=True)
        _enlarge(self._phone, points * larger[1])
        above = 1 if dense else 5
        self._row.setContentsMargins(14, above, 14, above)

    def _colour(self, label: QLabel, ink: str) -> None:
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, getattr(colours(self.palette()), ink))
        label.setPalette(palette)


def _enlarge(label: QLabel, points: float, *, bold: bool = False) -> None:
    font = label.font()
    font.setPointSizeF(points)
    font.setBold(bold)
    if font != label.font():
        label.setFont(font)
