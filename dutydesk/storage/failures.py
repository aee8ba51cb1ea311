"""What the failures of SQLite and the disk mean for the user."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from dutydesk.errors import (
    DamagedFileError,
    DiskFailedError,
    DiskFullError,
    LockedFileError,
    NoSuchFileError,
    NotOurFileError,
    ReadOnlyFileError,
    StoreError,
)

Meaning = Callable[[str], StoreError]
_BY_CODE: Mapping[int, Meaning] = {
    sqlite3.SQLITE_BUSY: LockedFileError,
    sqlite3.SQLITE_LOCKED: LockedFileError,
    sqlite3.SQLITE_READONLY: ReadOnlyFileError,
    sqlite3.SQLITE_PERM: ReadOnlyFileError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyFileError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_CORRUPT: DamagedFileError,
    sqlite3.SQLITE_TOOBIG: DamagedFileError,  # a length that we never wrote
    sqlite3.SQLITE_NOTADB: NotOurFileError,
}
_BY_ERRNO: Mapping[int, Meaning] = {
    errno.EACCES: ReadOnlyFileError,
    errno.EPERM: ReadOnlyFileError,
    errno.EROFS: ReadOnlyFileError,
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
}
_HELD_ON_WINDOWS = {32, 33}


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
    except UnicodeDecodeError as error:  # SQLite's own words quote what it could not read
        raise DamagedFileError(path) from error
    except OSError as error:
        raise told_of_disk(error, path) from error


def told(error: sqlite3.DatabaseError, path: str) -> StoreError | None:
    """What SQLite's failure means; None for a bug of ours, which stays what it is."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # the binding's own: a text of the file is no text
        return DamagedFileError(path) if "decode to UTF-8" in str(error) else None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return NoSuchFileError(path)
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_IOERR:
        return DiskFailedError(path, str(error))
    return _BY_CODE[primary](path) if primary in _BY_CODE else None


def told_of_disk(error: OSError, path: str) -> StoreError:
    """What the system's failure means."""
    if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        return LockedFileError(path)
    meaning = _BY_ERRNO.get(error.errno or 0)
    return meaning(path) if meaning else DiskFailedError(path, error.strerror or str(error))
