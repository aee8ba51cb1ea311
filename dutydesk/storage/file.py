"""The one file on the disk: made whole or not at all, opened only when it is ours, copied in one step."""

import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from dutydesk.errors import (
    DamagedFileError,
    FileExistsAlreadyError,
    NewerFileError,
    NoSuchFileError,
    NotOurFileError,
    ReadOnlyFileError,
)
from dutydesk.storage import guards, search
from dutydesk.storage.connection import APPLICATION_ID, build, connect
from dutydesk.storage.failures import telling
from dutydesk.storage.migrations import migrations, steps
from dutydesk.storage.store import Store
from dutydesk.storage.tables import ALL

_MAGIC = b"SQLite format 3\0"
_MARK_AT = 68
"""Where SQLite keeps the application's mark in a file's header."""


def refuse_taken(path: Path) -> None:
    """Refuse a path at which no new file can be made."""
    with telling(str(path)):
        if path.exists():
            raise FileExistsAlreadyError(str(path))
        if not path.parent.is_dir():
            raise NoSuchFileError(str(path.parent))
        if not os.access(path.parent, os.W_OK):
            raise ReadOnlyFileError(str(path))


def create(path: Path, device: str) -> None:
    """Make a new, empty file; it appears under its name only when it is whole."""
    refuse_taken(path)
    draft = path.with_name(f".{path.name}.{device}.new")
    try:
        with telling(str(path)):
            clear(draft)
            db = connect(str(draft))
            try:
                build(db, device)
            finally:
                db.conn.close()
            draft.replace(path)
            sync_folder(path.parent)
    finally:
        clear(draft)


def open_store(path: Path, *, keep_old: bool = True) -> Store:
    """Open a file, read-only where it may not be written to; refuses what is not ours, newer or damaged.

    An older file is brought up to date, with a copy of it beside (unless not `keep_old`).
    """
    with telling(str(path)):
        if not path.is_file():
            raise NoSuchFileError(str(path))
        _refuse_foreign(path)
        read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
        db = connect(str(path), read_only=read_only)
        try:
            mended = _made_ready(db, path, read_only=read_only, keep_old=keep_old)
        except BaseException:
            db.conn.close()
            raise
    return Store(db, path, read_only=read_only, mended=mended)


def open_damaged(path: Path) -> Store:
    """Open a file of which not all is in order, to read what can be read; refuses one that shows no table."""
    with telling(str(path)):
        if not path.is_file():
            raise NoSuchFileError(str(path))
        _refuse_foreign(path)
        db = connect(str(path), read_only=True)
        try:
            db.execute("select name from sqlite_master").fetchall()
        except BaseException:
            db.conn.close()
            raise
    return Store(db, path, read_only=True)


def _refuse_foreign(path: Path) -> None:
    """Refuse a file without our mark before SQLite sees it: looking into a foreign one may change it."""
    with path.open("rb") as file:
        header = file.read(_MARK_AT + 4)
    if not header.startswith(_MAGIC) or int.from_bytes(header[_MARK_AT:], "big") != APPLICATION_ID:
        raise NotOurFileError(str(path))


def _made_ready(db: Database, path: Path, *, read_only: bool, keep_old: bool) -> tuple[str, ...]:
    """Bring the file to today's shape; returns the guards that had to be put back."""
    old = _is_old(db, path)
    if read_only and old:
        raise ReadOnlyFileError(str(path))
    mended: tuple[str, ...] = ()
    if not read_only:
        db.execute("pragma journal_mode = delete")
        if old:
            _migrate(db, path, keep_old=keep_old)
        mended = guards.mend(db)
    _refuse_incomplete(db, path)
    if not read_only:
        with db.atomic():
            search.mend(db)
    return mended


def _is_old(db: Database, path: Path) -> bool:
    """Whether steps are missing; refuses a file with steps that we do not know, or with gaps between them."""
    known = steps()
    applied = [each.name for each in migrations.applied(db)]
    if not set(applied) <= set(known):
        raise NewerFileError(str(path))
    if not applied or applied != known[: len(applied)]:
        raise DamagedFileError(str(path))
    return applied != known


def _migrate(db: Database, path: Path, *, keep_old: bool) -> None:
    """Take all missing steps or none; a damaged file is not touched, nor copied as if it were a good one."""
    if any(each != ("ok",) for each in db.execute("pragma quick_check")):
        raise DamagedFileError(str(path))
    if keep_old:
        copy_whole(db, path.with_name(f"{path.name}.before-{migrations.pending(db)[0].name}.bak"))
    try:
        with db.atomic():
            migrations.apply(db)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # its list of steps is not of its tables
            raise DamagedFileError(str(path)) from error
        raise


def _refuse_incomplete(db: Database, path: Path) -> None:
    tables = {str(row[0]) for row in db.execute("select name from sqlite_master where type = 'table'")}
    whole = {"journal", "device", *(each.name for each in ALL)} <= tables
    known = db.execute("select 1 from device where id = 'device'").fetchone()
    if not whole or not known or search.is_torn(db):
        raise DamagedFileError(str(path))


def copy_whole(db: Database, target: Path) -> None:
    """Copy the file in one step by SQLite's online backup; it gets its name only when it is on the disk."""
    draft = target.with_name(f".{target.name}.part")
    clear(draft)
    copy = sqlite3.connect(draft)
    try:
        db.conn.backup(copy)
        copy.execute("pragma journal_mode = delete")
        copy.close()
        sync_file(draft)
        draft.replace(target)
        sync_folder(target.parent)
    finally:
        copy.close()
        clear(draft)


def clear(draft: Path) -> None:
    """Remove a draft and what SQLite left beside it: the journal of a killed run would spoil the next one."""
    for beside in ("", "-journal", "-wal", "-shm"):
        draft.with_name(draft.name + beside).unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Make what was written to a file durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder durable, where the system knows how."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
