"""A field for an instant on the office's clock."""

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit

from ui.clock import OFFICE_ZONE, local

_SHOWN, _ISO = "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm"


def moment_edit(now: datetime) -> QDateTimeEdit:
    """A field that starts with the present minute."""
    edit = QDateTimeEdit(QDateTime.fromString(f"{local(now):%Y-%m-%dT%H:%M}", _ISO))
    edit.setCalendarPopup(True)
    edit.setDisplayFormat(_SHOWN)
    return edit


def moment_of(edit: QDateTimeEdit) -> datetime:
    """The instant (UTC) that was entered."""
    return datetime.fromisoformat(edit.dateTime().toString(_ISO)).replace(tzinfo=OFFICE_ZONE).astimezone(UTC)
