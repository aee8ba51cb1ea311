import sqlite3
from contextlib import closing

import pytest

from dutydesk.storage.connection import build, connect

ENTRY = "insert into journal values ('d', 1, 1, '', '', '', 'x', '', '', '', 't', 'r', '', '', '', 'h')"


@pytest.mark.parametrize("deed", ["update journal set actor = 'nobody'", "delete from journal"])
def test_the_very_first_step_makes_a_journal_that_only_grows(deed):
    db = connect(":memory:")
    with closing(db.conn):
        build(db, "desk", stop_before="m002_office")
        db.execute(ENTRY)
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(deed)
        assert db["journal"].count == 1
