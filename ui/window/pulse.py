"""One timer to the next change: full minutes, seconds while a clock runs, the very instant of a turn."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


class Pulse(QObject):
    """Beats at the next full minute (or second), and never later than the next change it was told of.

    It asks the clock anew at each beat, so that a machine that slept, or a clock that was set, does no harm.
    """

    beat = Signal()

    def __init__(self, parent: QObject, now: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self._now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    def wait(self, change: datetime | None, *, by_the_second: bool) -> None:
        """Beat next at this change, or before it at the next full second or minute."""
        now = self._now()
        target = next_beat(now, change, by_the_second=by_the_second)
        self._timer.start(max(1, -int((now - target) / timedelta(milliseconds=1))))

    @property
    def waits(self) -> int:
        """In how many milliseconds it beats next; -1 while it does not."""
        return self._timer.remainingTime() if self._timer.isActive() else -1


def next_beat(now: datetime, change: datetime | None, *, by_the_second: bool) -> datetime:
    """The instant of the next beat after now."""
    step = SECOND if by_the_second else MINUTE
    whole = now.replace(microsecond=0) if by_the_second else now.replace(second=0, microsecond=0)
    ahead = [whole + step, *([change] if change is not None and change > now else [])]
    return min(ahead)
