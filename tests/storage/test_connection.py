import sqlite3
from contextlib import closing

import pytest

from dutydesk.storage.connection import APPLICATION_ID, build, connect


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("busy_timeout", 5000),
    ],
)
def test_a_connection_is_the_one_that_loses_nothing(tmp_path, pragma, value):
    db = connect(str(tmp_path / "new.duty"))
    with closing(db.conn):
        build(db, "desk")
        assert db.execute(f"pragma {pragma}").fetchone()[0] == value


def test_a_new_file_bears_our_mark(tmp_path):
    db = connect(str(tmp_path / "new.duty"))
    with closing(db.conn):
        build(db, "desk")
    header = (tmp_path / "new.duty").read_bytes()
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID


def test_a_reading_connection_writes_nothing(tmp_path):
    path = tmp_path / "a #1 ?mode=rwc.duty"
    for read_only in (False, True):
        db = connect(str(path), read_only=read_only)
        with closing(db.conn):
            if read_only:
                with pytest.raises(sqlite3.OperationalError):
                    db.execute("delete from device")
            else:
                build(db, "desk")
