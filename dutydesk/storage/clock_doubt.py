"""Doubts about the clock as rows; they are evidence, so no undo takes one back."""

from datetime import UTC, datetime

from dutydesk.domain.clock_doubt import ClockDoubt
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table

_INSTANT = "%Y-%m-%dT%H:%M:%SZ"


def instant_text(instant: datetime) -> str:
    """An instant as the journal writes it."""
    return instant.astimezone(UTC).strftime(_INSTANT)


def instant(text: str) -> datetime:
    """An instant as the journal wrote it."""
    return datetime.strptime(text, _INSTANT).replace(tzinfo=UTC)


def _row(doubt: ClockDoubt) -> Row:
    return {
        "id": doubt.id,
        "device": doubt.device,
        "first": doubt.first,
        "last": doubt.last,
        "right_at": instant_text(doubt.right),
        "shown_at": instant_text(doubt.shown),
        "word": doubt.word,
    }


def _value(row: Row) -> ClockDoubt:
    return ClockDoubt(
        row["id"], row["device"], row["first"], row["last"],
        instant(row["right_at"]), instant(row["shown_at"]), row["word"],
    )  # fmt: skip


CLOCK_DOUBTS = Table("clock_doubt", _row, _value, order="device, first, id", evidence=True)
