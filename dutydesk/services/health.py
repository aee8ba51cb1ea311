"""What keeps a file from being written to, asked again and again until it is well."""

from pathlib import Path

from dutydesk.errors import NoSuchFileError, StoreError
from dutydesk.storage import health

_KIB = 1024


def ailment(path: Path, room_kib: int) -> StoreError | None:
    """Why a deed on the file would fail now; None where it would not. For a thread beside the window's."""
    try:
        health.prove(path, room_kib * _KIB)
    except StoreError as error:
        return error
    return None


def absence(path: Path) -> StoreError | None:
    """The error of a file that was taken away, as with a stick that was pulled; None while it is there."""
    return None if path.is_file() else NoSuchFileError(str(path))
