"""How instants and places of the roster are written in rows."""

from datetime import UTC, date, datetime
from typing import Final

from dutydesk.domain.duties import PlaceKey
from dutydesk.storage.journal import Row

_INSTANT: Final = len("2026-11-20T01:30:00Z")


def instant_text(instant: datetime) -> str:
    """An instant to the second, in UTC."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant_value(text: str) -> datetime:
    """The instant of a kept text."""
    if len(text) != _INSTANT or text[-1] != "Z":  # what `fromisoformat` reads may be much else
        raise ValueError(text)
    return datetime.fromisoformat(text)


def moment_text(instant: datetime | None) -> str:
    """An instant that may not have come yet; empty then."""
    return instant_text(instant) if instant else ""


def moment_value(text: str) -> datetime | None:
    """The instant of a kept text, or None for one that has not come."""
    return instant_value(text) if text else None


def place_row(place: PlaceKey) -> Row:
    """The columns of a place."""
    return {"day": place.day.isoformat(), "shift": place.shift, "post": place.post, "seat": place.seat}


def place_value(row: Row) -> PlaceKey:
    """The place of a row's columns."""
    return PlaceKey(date.fromisoformat(row["day"]), row["shift"], row["post"], row["seat"])


_NOWHERE: Final[Row] = {"day": None, "shift": None, "post": None, "seat": None}


def open_place_row(place: PlaceKey | None) -> Row:
    """The columns of a place of the roster, or of none."""
    return place_row(place) if place else dict(_NOWHERE)


def open_place_value(row: Row) -> PlaceKey | None:
    """The place of a row's columns; None where it is about none."""
    return place_value(row) if row["day"] else None


def day_text(day: date | None) -> str | None:
    """A day that may not have come yet."""
    return day.isoformat() if day else None


def day_value(text: str | None) -> date | None:
    """The day of a kept text, or None."""
    return date.fromisoformat(text) if text else None
