"""The one clock of the program: everything below is told what time it is."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


def local(instant: datetime) -> datetime:
    """An instant on the office's clock."""
    return instant.astimezone(OFFICE_ZONE)
