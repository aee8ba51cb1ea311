"""The one file on the disk: made whole or not at all, opened only when it is ours, copied in one step."""

import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from dutydesk.errors import FileExistsAlreadyError, NewerFileError, NoSuchFileError, NotOurFileError
from dutydesk.storage.connection import APPLICATION_ID, build, connect
from dutydesk.storage.failures import telling
from dutydesk.storage.migrations import GUARDS, migrations
from dutydesk.storage.store import Store


def create(path: Path, device: str) -> None:
    """Make a new, empty file; it appears under its name only when it is whole."""
    if path.exists():
        raise FileExistsAlreadyError(str(path))
    draft = path.with_name(f".{path.name}.{device}.new")
    try:
        with telling(str(path)):
            db = connect(str(draft))
            try:
                build(db, device)
            finally:
                db.conn.close()
            draft.replace(path)
            sync_folder(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def open_store(path: Path) -> Store:
    """Open a file, read-only where it may not be written to; refuses what is not ours, newer or damaged."""
    if not path.is_file():
        raise NoSuchFileError(str(path))
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    with telling(str(path)):
        db = connect(str(path), read_only=read_only)
        try:
            _check_ours(db, path)
            if not read_only:
                _migrate(db, path)
                _restore_guards(db)
        except BaseException:
            db.conn.close()
            raise
    return Store(db, path, read_only=read_only)


def _check_ours(db: Database, path: Path) -> None:
    if db.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise NotOurFileError(str(path))
    known = {each.name for each in migrations.pending(Database(memory=True))}
    if any(each.name not in known for each in migrations.applied(db)):
        raise NewerFileError(str(path))


def _migrate(db: Database, path: Path) -> None:
    if migrations.pending(db):
        copy_whole(db, path.with_name(f"{path.name}.before-{migrations.pending(db)[0].name}.bak"))
        migrations.apply(db)


def _restore_guards(db: Database) -> None:
    present = {row[0] for row in db.execute("select name from sqlite_master where type = 'trigger'")}
    for name, sql in GUARDS.items():
        if name not in present:
            db.execute(sql)


def copy_whole(db: Database, target: Path) -> None:
    """Copy the file in one step by SQLite's online backup; it gets its name only when it is on the disk."""
    draft = target.with_name(f".{target.name}.part")
    copy = sqlite3.connect(draft)
    try:
        db.conn.backup(copy)
        copy.execute("pragma journal_mode = delete")
        copy.close()
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
        sync_folder(target.parent)
    finally:
        copy.close()
        draft.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder durable, where the system knows how."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
