"""Posts, shift types, heads and the clock beside each other: what the office stands."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from dutydesk.domain.history import Search
from dutydesk.domain.presets import Preset
from dutydesk.services import office
from dutydesk.services.duties import Pattern
from ui.i18n import tr
from ui.icons import icon
from ui.session import Session
from ui.shifts.clock_view import ClockView
from ui.shifts.heads_matrix import HeadsMatrix
from ui.shifts.post_list import PostList
from ui.shifts.preset_dialog import PresetDialog
from ui.shifts.shift_list import ShiftList
from ui.window.page_actions import DeedAction

_SPREAD = 20  # pixels a per cent: sizes are proportions until the window has its own


class PatternPage(QWidget):
    """Above the shift types with their heads, below the posts with the clock."""

    def __init__(self, session: Session, pattern: Callable[[], Pattern]) -> None:
        super().__init__()
        self._session = session
        self._pattern = pattern
        preset = DeedAction(tr("Start from a preset…"), self, "adopt_preset")
        preset.setIcon(icon("shifts"))
        preset.triggered.connect(self.ask_preset)
        self.shifts = ShiftList(session, pattern, preset)
        self.heads = HeadsMatrix(session, pattern)
        self.posts = PostList(session, pattern)
        self.clock = ClockView()
        halves = _split(
            Qt.Orientation.Vertical,
            _split(Qt.Orientation.Horizontal, _titled(tr("Shift types"), self.shifts), self.heads, 62),
            _split(
                Qt.Orientation.Horizontal,
                _titled(tr("Posts"), self.posts),
                _titled(tr("The day's clock"), _scrolled(self.clock)),
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(halves)
        self.shifts.list.chosen_changed.connect(self._show_heads)

    def reload(self) -> None:
        """Show everything as it is kept now."""
        self.shifts.reload()
        self.posts.reload()
        self._show_heads()
        self.clock.show_shifts(self._pattern().shifts, self._session.today())

    def history(self) -> Search:
        """The search for what became of the selected posts if they have the keyboard, else of the shifts."""
        typed_into = self.posts.list.table.view.hasFocus()
        return self.posts.history() if typed_into else self.shifts.history()

    def ask_preset(self) -> PresetDialog:
        """Offer the usual patterns."""
        dialog = PresetDialog(self, self._session)
        dialog.chosen.connect(self._adopt)
        dialog.open()
        return dialog

    def _adopt(self, preset: Preset) -> None:
        self._session.perform(office.adopt_preset, preset, by=self._session.author())

    def _show_heads(self) -> None:
        chosen = self.shifts.list.chosen() or list(self._pattern().shifts)
        self.heads.show_shift(chosen[0].id if chosen else "")


def _titled(title: str, part: QWidget) -> QWidget:
    framed = QWidget()
    column = QVBoxLayout(framed)
    column.setContentsMargins(0, 0, 0, 0)
    heading = QLabel(title)
    bold = QFont(heading.font())
    bold.setBold(True)
    heading.setFont(bold)
    column.addWidget(heading)
    column.addWidget(part, 1)
    return framed


def _split(way: Qt.Orientation, first: QWidget, second: QWidget, share: int = 50) -> QSplitter:
    """Two parts with a handle; the first has `share` per cent."""
    both = QSplitter(way)
    both.setChildrenCollapsible(False)
    both.addWidget(first)
    both.addWidget(second)
    both.setSizes([share * _SPREAD, (100 - share) * _SPREAD])
    return both


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(part)
    return area
