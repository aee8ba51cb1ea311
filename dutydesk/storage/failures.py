"""What the failures of SQLite and the disk mean for the user."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dutydesk.errors import (
    DamagedFileError,
    DiskFailedError,
    DiskFullError,
    LockedFileError,
    NotOurFileError,
    ReadOnlyFileError,
    StoreError,
)


def told(error: sqlite3.DatabaseError, path: str) -> StoreError | None:
    """What SQLite's failure means for the user; None for a bug of ours, which stays what it is."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    by_code: dict[int, Callable[[str], StoreError]] = {
        sqlite3.SQLITE_BUSY: LockedFileError,
        sqlite3.SQLITE_LOCKED: LockedFileError,
        sqlite3.SQLITE_READONLY: ReadOnlyFileError,
        sqlite3.SQLITE_PERM: ReadOnlyFileError,
        sqlite3.SQLITE_CANTOPEN: ReadOnlyFileError,
        sqlite3.SQLITE_FULL: DiskFullError,
        sqlite3.SQLITE_CORRUPT: DamagedFileError,
        sqlite3.SQLITE_NOTADB: NotOurFileError,
    }
    if code in by_code:
        return by_code[code](path)
    return DiskFailedError(path, str(error)) if code == sqlite3.SQLITE_IOERR else None


@contextmanager
def telling(path: str) -> Iterator[None]:
    """Turn SQLite's and the disk's failures inside the block into a StoreError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        meaning = told(error, path)
        if meaning is None:
            raise
        raise meaning from error
    except OSError as error:
        raise DiskFailedError(path, error.strerror or str(error)) from error
