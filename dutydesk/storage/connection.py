"""A connection that loses nothing, and the shape of a new file.

DELETE journal and EXTRA synchronous, so that what was acknowledged survives a power cut.
"""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from dutydesk.storage.migrations import migrations

APPLICATION_ID = 0x44757479  # "Duty" in the file's header, so that `file` and we know our own
_PRAGMAS = (
    "pragma synchronous = extra",
    "pragma foreign_keys = on",
    "pragma recursive_triggers = on",
    "pragma busy_timeout = 5000",
)


def connect(path: str, *, read_only: bool = False) -> Database:
    """A connection for `Database`; ":memory:" names no file. Nothing is written yet."""
    target = f"{Path(path).absolute().as_uri()}?mode=ro" if read_only else path
    conn = sqlite3.connect(target, isolation_level=None, uri=read_only)
    try:
        for pragma in _PRAGMAS:
            conn.execute(pragma)
    except BaseException:
        conn.close()
        raise
    return Database(conn, strict=True, execute_plugins=False)


def build(db: Database, device: str, *, stop_before: str | None = None) -> None:
    """Make all tables in an empty file that belongs to a device; the older ones with `stop_before`."""
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute("create table device (id text primary key, value text not null) strict")
    db.execute("insert into device values ('device', ?)", [device])
    migrations.apply(db, stop_before=stop_before)
