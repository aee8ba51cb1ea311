"""The one clock of the program: everything below is told what time it is."""

import sys
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


def local(instant: datetime) -> datetime:
    """An instant on the office's clock."""
    return instant.astimezone(OFFICE_ZONE)


def steady() -> float:
    """Seconds that nobody can set, and that go on while the machine sleeps.

    On Linux the monotonic clock stands still in suspend, and every closed lid would look like a leap of the
    clock; the one since boot does not. On Windows the monotonic one goes on by itself.
    """
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()
