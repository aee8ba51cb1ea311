"""Keeps the open file safe beside the window: checks it, backs it up, and asks whether it is well."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dutydesk.domain.keeping import KeepingRules
from dutydesk.domain.seals import Occasion
from dutydesk.errors import DamagedFileError, StoreError
from dutydesk.services import backups, clock_doubt, health, start_check
from dutydesk.services.backups import BackedUp, Good
from dutydesk.services.changes import Changes, Topic
from dutydesk.services.start_check import StartVerdict
from ui.clock import local
from ui.keeping.clock_watch import ClockWatch
from ui.keeping.sealing import seal
from ui.session import Session

if TYPE_CHECKING:
    from dutydesk.domain.clock_doubt import ClockDoubt

_PULSE, _PROBE = 20_000, 3_000
"""Milliseconds between two looks at a file that is well, and at one that is not; how long good news stays."""
_AFTER_FAILURE = timedelta(minutes=10)
"""A backup that failed is not tried again earlier."""
BACKED_UP_AFTER = frozenset({"take_over"})
"""The deeds after which the file is backed up at once."""


class Safekeeping(QObject):
    """`changed` says that any of its answers may be another; nothing of it holds up the window.

    `verdict` is that of the check at the start, `last` the last good backup once it `is_known`, `failures`
    are those of the newest backup, `doubt` is that of the clock; `whole` says that a check found nothing.
    """

    changed = Signal()
    whole = Signal()

    def __init__(self, session: Session, steady: Callable[[], float]) -> None:
        super().__init__(session)
        self._session = session
        self._watch = ClockWatch(session, steady)
        self._busy: set[str] = set()
        self._not_before: datetime | None = None
        self.rules = KeepingRules()
        self.verdict: StartVerdict | None = None
        self.last: Good | None = None
        self.is_known = False
        self.failures: tuple[StoreError, ...] = ()
        self.doubt: ClockDoubt | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.pulse)
        session.trouble.changed.connect(self._on_trouble)
        session.performing.connect(self._watch.look)
        session.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Check the file; a backup follows when the check found it whole, and then a look now and then."""
        path = self._session.path
        if path is None:
            return
        self._timer.start(_PULSE)
        self._read_rules()
        self._beside("check", lambda: start_check.look(path), self._on_checked)

    def begin_damaged(self) -> None:
        """Look after a file that is known to be damaged and is only looked at."""
        self._on_checked(start_check.damaged(str(self._session.path)))

    def stop(self) -> None:
        """Look no more; before the session is closed."""
        self._timer.stop()

    def pulse(self) -> None:
        """Look at the clock, the file and the day's backup."""
        path, room = self._session.path, self.rules.room_kib
        if path is None or self.is_damaged():
            return
        if self._session.trouble.error is not None or self._session.read_only:
            self._beside("probe", lambda: health.ailment(path, room), self._on_probed)
            return
        self._beside("look", lambda: health.absence(path), lambda _: None)
        if self._session.trouble.error is None:
            self._mind_clock()
            self._back_up_if_due()

    def is_damaged(self) -> bool:
        """Whether the file was found to be otherwise than it should."""
        return self.verdict is not None and bool(self.verdict.faults)

    def is_old(self) -> bool:
        """Whether the last good backup is missing or older than the rule allows."""
        now = local(self._session.now())
        return self.is_known and backups.is_old(self.last, now, self.rules.backup_hours)

    def back_up(self) -> None:
        """Back the file up now, into all its places; for a handover, or on demand."""
        self._back_up(lambda _path, _places: True)

    def look_for_backups(self) -> None:
        """Find the last good backup again."""
        path = self._session.path
        if path is not None:
            places = self._session.read(backups.folders)
            self._beside("last", lambda: backups.last_good(path, places), self._on_found)

    def trust_clock(self) -> None:
        """Take the word of whoever sits here that the clock is right."""
        self._watch.trust()
        self._mind_clock()

    def _beside(self, name: str, job: Callable[[], object], done: Callable[..., None]) -> None:
        """Do a job beside the window, at most one of each name at a time; its StoreError is the trouble."""
        if name in self._busy:
            return
        self._busy.add(name)

        def deliver(result: object) -> None:
            self._busy.discard(name)
            if isinstance(result, StoreError):
                self._session.trouble.meet(result)
            else:
                done(result)

        self._session.compute(lambda _report: _result(job), deliver)

    def _back_up_if_due(self) -> None:
        now = local(self._session.now())
        if self.verdict is not None and (self._not_before is None or now >= self._not_before):
            self._back_up(lambda path, places: backups.is_due(path, places, now.date()))

    def _back_up(self, wanted: Callable[[Path, tuple[Path, ...]], bool]) -> None:
        path = self._session.path
        if path is None or self._session.read_only:
            return
        places, at = self._session.read(backups.folders), local(self._session.now())

        def job() -> BackedUp | None:
            return _attempt(path, places, at) if wanted(path, places) else None

        self._beside("backup", job, self._on_backed_up)

    def _on_checked(self, verdict: StartVerdict) -> None:
        self.verdict = verdict
        self._session.read(start_check.heed, verdict)
        if not verdict.faults:
            self._mind_clock()
        self.look_for_backups()
        if not verdict.faults:
            self._back_up_if_due()
        self.changed.emit()
        if not verdict.faults:
            self.whole.emit()

    def _on_backed_up(self, made: BackedUp | None) -> None:
        if made is None:
            return
        self.failures = made.failures
        self._not_before = local(self._session.now()) + _AFTER_FAILURE if made.failures else None
        damage = next((each for each in made.failures if isinstance(each, DamagedFileError)), None)
        if damage is not None:
            self._session.trouble.meet(damage)
        elif made.copies:
            seal(self._session, Occasion.BACKUP)
        self.look_for_backups()
        self.changed.emit()

    def _on_found(self, last: Good | None) -> None:
        self.last, self.is_known = last, True
        self._session.backed_up.emit(last)
        self.changed.emit()

    def _on_probed(self, _well: None) -> None:
        self._session.reopen()
        if self.verdict is None:
            self.begin()
        self.changed.emit()

    def _on_trouble(self) -> None:
        error = self._session.trouble.error
        self._timer.start(_PROBE if error else _PULSE)
        if isinstance(error, DamagedFileError) and not self.is_damaged():
            self._on_checked(start_check.damaged(error.path))
        self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.topics & Topic.OFFICE:
            self._read_rules()
        if changes.deed in BACKED_UP_AFTER:
            self.back_up()
        if changes.deed == "set_second_folder":
            self._not_before = None
            self._back_up_if_due()

    def _read_rules(self) -> None:
        self.rules = self._session.read(clock_doubt.rules, self._session.now())

    def _mind_clock(self) -> None:
        self._watch.look()
        doubt = self._watch.doubt()
        if doubt is None or self.doubt is None:  # while a doubt lasts, time goes on from where it began
            self._session.lead = doubt.right - doubt.shown if doubt else timedelta()
        if doubt != self.doubt:
            self.doubt = doubt
            self.changed.emit()


def _result(job: Callable[[], object]) -> object:
    """What a job gives, or the StoreError that it failed with."""
    try:
        return job()
    except StoreError as error:
        return error


def _attempt(path: Path, places: tuple[Path, ...], at: datetime) -> BackedUp:
    """Back up; where no place gets its copy, say why as for any other failure."""
    try:
        return backups.back_up(path, places, at)
    except StoreError as error:
        return BackedUp((), (error,))
