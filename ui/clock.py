"""The one clock of the program: everything below is told what time it is."""

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dutydesk.domain.dates import parse_day, parse_time

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


@dataclass
class _Hands:
    """How far the clock was set ahead of the machine's, for trying things out; None: it was not."""

    ahead: timedelta | None = None


_HANDS = _Hands()


def now() -> datetime:
    """The present instant, UTC; on a set clock what it was set to and the time since."""
    return true_now() + (_HANDS.ahead or timedelta())


def true_now() -> datetime:
    """The present instant by the machine's clock, UTC, whatever ours was set to."""
    return datetime.now(UTC)


def set_to(instant: datetime) -> None:
    """Let the clock show this instant and run on from there, until the program ends."""
    _HANDS.ahead = instant - true_now()


def is_set() -> bool:
    """Whether the program runs on a set time: no true file may be written to."""
    return _HANDS.ahead is not None


def let_go() -> None:
    """Let the clock show the machine's time again."""
    _HANDS.ahead = None


def local(instant: datetime) -> datetime:
    """An instant on the office's clock."""
    return instant.astimezone(OFFICE_ZONE)


def parse_local(text: str) -> datetime:
    """Read a day and a time on the office's clock, such as 2026-11-01T08:30; refuses half of it."""
    day, _, hour = text.replace("T", " ").strip().partition(" ")
    return datetime.combine(parse_day(day), parse_time(hour), OFFICE_ZONE).astimezone(UTC)


def steady() -> float:
    """Seconds that nobody can set, and that go on while the machine sleeps.

    On Linux the monotonic clock stands still in suspend, and every closed lid would look like a leap of the
    clock; the one since boot does not. On Windows the monotonic one goes on by itself.
    """
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()
