"""Locks the desk when nobody touches it for long and when a shift changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from dutydesk.domain.sign_in import locks_itself
from dutydesk.errors import DutyDeskError, StoreError
from dutydesk.services.accounts import rules_of
from dutydesk.services.changes import Changes, Topic
from dutydesk.services.sign_in import next_shift_change
from ui.session import Session

if TYPE_CHECKING:
    from datetime import datetime

_LOOKS_EVERY = 10_000  # milliseconds
_TOUCHES = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class Watchman(QObject):
    """Looks now and then; `locked` says that it has locked the desk."""

    locked = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._touched = self._looked = session.now()
        self._change: datetime | None = None
        self._read_change()
        session.changed.connect(self._on_changed)
        session.signed.connect(self._touch)
        self._timer = QTimer(self, interval=_LOOKS_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def look(self) -> None:
        """Lock the desk if it is time."""
        now, session = self._session.now(), self._session
        changes = (self._change,) if self._change else ()
        try:
            rules = session.read(rules_of, now)
        except StoreError:  # the disk is away: it is told by a banner, and nothing can be done at the desk
            return
        due = locks_itself(self._touched, self._looked, now, changes, rules)
        self._looked = now
        if self._change and self._change <= now:
            self._read_change()
        if due and session.person:
            session.lock()
            self.locked.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touch()
        return False

    def _touch(self) -> None:
        self._touched = self._session.now()

    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & (Topic.ROSTER | Topic.SHIFTS | Topic.CALENDAR):
            self._read_change()

    def _read_change(self) -> None:
        """When the next shift begins or ends; an office without shifts, or a damaged file, has none."""
        try:
            self._change = self._session.read(next_shift_change, self._session.now())
        except DutyDeskError:
            self._change = None
