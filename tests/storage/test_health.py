import sqlite3
from contextlib import closing

import pytest

from dutydesk.errors import (
    DamagedFileError,
    LockedFileError,
    NoSuchFileError,
    NotOurFileError,
    ReadOnlyFileError,
)
from dutydesk.storage import file
from dutydesk.storage.health import prove


def test_a_file_that_is_well_is_left_as_it_was(path):
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    prove(path, 4096)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside


def test_a_file_that_is_gone_is_told(path):
    path.unlink()
    with pytest.raises(NoSuchFileError):
        prove(path, 1)
    assert not path.exists()


def test_a_file_held_by_another_program_is_told_at_once(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(LockedFileError):
            prove(path, 1)
    prove(path, 1)


def test_an_open_file_is_no_hindrance(path):
    with closing(file.open_store(path)):
        prove(path, 1)


def test_a_file_that_is_none_any_more_is_told(path):
    path.write_bytes(b"nonsense" * 999)
    with pytest.raises((DamagedFileError, NotOurFileError)):
        prove(path, 1)


def test_a_folder_that_may_not_be_written_to_is_told(nobody):
    folder, become = nobody
    file.create(folder / "office.duty", "desk")
    folder.chmod(0o555)
    become()
    with pytest.raises(ReadOnlyFileError):
        prove(folder / "office.duty", 1)
