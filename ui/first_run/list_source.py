"""A list to take in: chosen or dropped, looked at, and then imported, all of it or nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from dutydesk.errors import DutyDeskError
from ui import dialogs
from ui.first_run.step import remark
from ui.i18n import tr
from ui.icons import icon, pixmap
from ui.imports.files import SUFFIXES
from ui.imports.intake_view import IntakeView, can_import, changing, import_words
from ui.imports.kinds import ImportKind, understood
from ui.session import Session
from ui.theme import colours

if TYPE_CHECKING:
    from dutydesk.services.intake import Intake


class ListSource(QStackedWidget):
    """Offers to choose a file, then shows what was understood of it; `changed` says that this is another."""

    changed = Signal()

    def __init__(self, session: Session, kind: ImportKind, invitation: str, hint: str) -> None:
        super().__init__()
        self._session = session
        self._kind = kind
        self._path: Path | None = None
        self._intake: Intake | None = None
        self.view = IntakeView()
        self._file = QLabel()
        self.choose = QPushButton(icon("open"), tr("Choose a file…"))
        self.addWidget(self._invitation(invitation, hint))
        self.addWidget(self._looked_at())

    def take(self, path: Path) -> None:
        """Look at a file."""
        self._path = path
        self.read()

    def read(self) -> None:
        """Look at the file, again after it was corrected in Excel."""
        if self._path is None:
            return
        self._file.setText(self._path.name)
        self._file.setToolTip(str(self._path))
        try:
            self._intake = understood(self._session, self._kind, self._path)
        except DutyDeskError as refusal:
            self._intake = None
            self.view.show_refusal(refusal)
        else:
            self.view.show_intake(self._intake)
        self.setCurrentIndex(1)
        self.changed.emit()

    def ask(self) -> None:
        """Ask for a file."""
        kinds = [(tr("Lists"), " ".join(f"*{each}" for each in SUFFIXES))]
        dialogs.ask_open(self, self._kind.title, kinds, self.take)

    def forget(self) -> None:
        """Offer to choose a file again."""
        self._path, self._intake = None, None
        self.setCurrentIndex(0)
        self.changed.emit()

    def is_looked_at(self) -> bool:
        """Whether a file was chosen, be it readable or not."""
        return self._path is not None

    def is_ready(self) -> bool:
        """Whether the file looked at can be taken in; one that changes nothing has been."""
        return can_import(self._intake)

    def words(self) -> str:
        """What the button that takes it in says."""
        return import_words(self._intake) if self._intake and changing(self._intake) else tr("Next")

    def take_in(self) -> bool:
        """Import what is shown; a refusal is announced, and the file looked at again."""
        if self._intake is None or not self.is_ready():
            return False
        if self._session.perform(self._kind.apply, self._intake, by=self._session.author()) is None:
            self.read()
            return False
        self.forget()
        return True

    def _invitation(self, invitation: str, hint: str) -> QWidget:
        zone = _DropZone()
        column = QVBoxLayout(zone)
        column.setSpacing(10)
        column.setContentsMargins(24, 18, 24, 18)
        column.addStretch(1)
        for text in (QLabel(invitation), remark(hint)):
            text.setWordWrap(True)
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        column.insertWidget(1, _mark(zone), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.choose.clicked.connect(self.ask)
        return zone

    def _looked_at(self) -> QWidget:
        row = QHBoxLayout()
        row.addWidget(self._file, 1)
        for words, picture, do in (
            (tr("Read the file again"), "redo", self.read),
            (tr("Another file…"), "open", self.ask),
        ):
            button = QPushButton(icon(picture), words)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            row.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        return page


class _DropZone(QWidget):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tones = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.dim, 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(tones.workday)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 8, 8)


def _mark(zone: QWidget) -> QLabel:
    label = QLabel()
    side = zone.fontMetrics().height() * 2
    label.setPixmap(pixmap("import", colours(zone.palette()).dim, side, zone.devicePixelRatioF()))
    return label
