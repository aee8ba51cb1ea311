import errno
import sqlite3

import pytest

from dutydesk.errors import (
    DamagedFileError,
    DiskFailedError,
    DiskFullError,
    LockedFileError,
    NotOurFileError,
    ReadOnlyFileError,
)
from dutydesk.storage.failures import telling


def sqlite_error(code):
    error = sqlite3.OperationalError("of SQLite")
    error.sqlite_errorcode = code
    return error


def held_on_windows():
    error = PermissionError(errno.EACCES, "held")
    error.winerror = 32
    return error


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), LockedFileError),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), LockedFileError),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), ReadOnlyFileError),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), ReadOnlyFileError),
        (sqlite_error(sqlite3.SQLITE_FULL), DiskFullError),
        (sqlite_error(sqlite3.SQLITE_CORRUPT_INDEX), DamagedFileError),
        (sqlite_error(sqlite3.SQLITE_TOOBIG), DamagedFileError),
        (sqlite_error(sqlite3.SQLITE_NOTADB), NotOurFileError),
        (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC), DiskFailedError),
        (sqlite3.OperationalError("Could not decode to UTF-8 column 'name'"), DamagedFileError),
        (PermissionError(errno.EACCES, "no"), ReadOnlyFileError),
        (OSError(errno.EROFS, "no"), ReadOnlyFileError),
        (OSError(errno.ENOSPC, "no"), DiskFullError),
        (held_on_windows(), LockedFileError),
        (OSError(errno.EIO, "a bad block"), DiskFailedError),
        (OSError("something"), DiskFailedError),
    ],
    ids=repr,
)
def test_a_failure_is_told_with_the_file_it_befell(failure, told):
    with pytest.raises(told) as error, telling("office.duty"):
        raise failure
    assert error.value.path == "office.duty"
    assert error.value.__cause__ is failure


@pytest.mark.parametrize(
    "bug", [sqlite_error(sqlite3.SQLITE_ERROR), sqlite3.ProgrammingError("closed"), ValueError("ours")]
)
def test_a_bug_of_ours_stays_what_it_is(bug):
    with pytest.raises(type(bug)) as error, telling("office.duty"):
        raise bug
    assert error.value is bug
