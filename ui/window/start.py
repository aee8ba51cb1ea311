"""What stands on the screen while no file is open."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.i18n import tr
from ui.widgets.empty_state import EmptyState
from ui.widgets.room import give_room
from ui.window.actions import fill, make_actions

_WAYS = ("new", "open", "sample")


class StartWindow(QMainWindow):
    """Offers a new file, an old one, the sample office, and the files of late."""

    closed = Signal()

    def __init__(
        self,
        commands: Mapping[str, Callable[[], None]],
        recent: Sequence[str],
        open_path: Callable[[Path], object],
        chosen: Mapping[str, str],
    ) -> None:
        super().__init__()
        self.setWindowTitle(tr("DutyDesk"))
        self.actions_by_id = make_actions(self, chosen)
        for name, action in self.actions_by_id.items():
            action.setEnabled(name in commands or name == "quit")
            if name in commands:
                action.triggered.connect(lambda _checked, do=commands[name]: do())
        self.actions_by_id["quit"].triggered.connect(self.close)
        fill(self.menuBar(), self.actions_by_id)
        welcome = EmptyState(
            "roster",
            tr("DutyDesk"),
            tr("The duty room of an office in one file: who is on duty, planned fairly and printed."),
            [self.actions_by_id[name] for name in _WAYS],
        )
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.addWidget(welcome, 3)
        column.addWidget(_recent_files(recent, open_path), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setCentralWidget(whole)
        give_room(self, 920, 640)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _recent_files(recent: Sequence[str], open_path: Callable[[Path], object]) -> QWidget:
    listed = QWidget()
    column = QVBoxLayout(listed)
    column.setSpacing(2)
    if recent:
        heading = QLabel(tr("Opened lately"))
        heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
    for path in recent:
        button = QPushButton(f"{Path(path).stem}   -   {Path(path).parent}")
        button.setFlat(True)
        button.setToolTip(path)
        button.clicked.connect(lambda _checked, path=path: open_path(Path(path)))
        column.addWidget(button)
    return listed
