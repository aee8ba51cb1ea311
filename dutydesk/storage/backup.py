"""Copies of the file that can be trusted: made in one step, checked, and listed with their SHA-256."""

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from dutydesk.errors import (
    DamagedFileError,
    FileExistsAlreadyError,
    LockedFileError,
    NoSuchFileError,
    NotOurFileError,
)
from dutydesk.storage.failures import telling, told
from dutydesk.storage.file import clear, copy_whole, open_store, sync_file, sync_folder
from dutydesk.storage.store import Store
from dutydesk.storage.verify import verify

MANIFEST = "dutydesk-backups.json"


def digest(path: Path) -> str:
    """SHA-256 of a file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def back_up(store: Store, source: Path, folder: Path, at: datetime) -> Path:
    """Copy an open store into a folder, check the copy and enter it in the manifest; returns its path."""
    with telling(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{source.stem}-{at:%Y%m%d-%H%M%S}{source.suffix}"
        unchecked = folder / f".{target.name}.unchecked"
        try:
            copy_whole(store.db, unchecked)
            _check(unchecked, source)
            unchecked.replace(target)
            _enter(folder, target)
        finally:
            clear(unchecked)
    return target


def restore(backup: Path, target: Path, at: datetime) -> Path | None:
    """Put a checked backup in the place of a file; returns where the present file was put aside.

    Refuses while somebody writes to the file.
    """
    with telling(str(backup)):
        if not backup.is_file():
            raise NoSuchFileError(str(backup))
        listed = _manifest(backup.parent).get(backup.name)
        if listed is not None and listed != digest(backup):
            raise DamagedFileError(str(backup))
    with telling(str(target)):
        draft = target.with_name(f".{target.name}.restored")
        try:
            clear(draft)
            shutil.copyfile(backup, draft)
            _check(draft, backup)
            sync_file(draft)
            aside = _put_aside(target, at)
            draft.replace(target)
            sync_folder(target.parent)
        finally:
            clear(draft)
    return aside


def _check(copy: Path, of: Path) -> None:
    """Refuse a copy that is not what its journal says, in the name of the file it is a copy of."""
    try:
        store = open_store(copy, keep_old=False)
        with closing(store):
            faults = verify(store.db, str(copy)).faults
    except NotOurFileError:
        raise NotOurFileError(str(of)) from None
    except DamagedFileError:
        raise DamagedFileError(str(of)) from None
    if faults:
        raise DamagedFileError(str(of))


def _put_aside(target: Path, at: datetime) -> Path | None:
    """Copy the present file; the journal of a crash must not be left to be played into what comes next."""
    if not target.exists():
        return None
    if target.is_dir():
        raise FileExistsAlreadyError(str(target))
    _settle(target)
    aside = _unused(target.with_name(f"{target.stem}-before-restore-{at:%Y%m%d-%H%M%S}{target.suffix}"))
    shutil.copyfile(target, aside)
    sync_file(aside)
    journal = target.with_name(f"{target.name}-journal")
    if journal.exists():
        journal.replace(aside.with_name(f"{aside.name}-journal"))
    sync_folder(target.parent)
    return aside


def _settle(target: Path) -> None:
    """Let SQLite undo what a crash left half done; a file that it cannot read is put aside as it is."""
    with closing(sqlite3.connect(target, timeout=0, isolation_level=None)) as raw:
        try:
            raw.execute("begin exclusive")
            raw.execute("rollback")
        except sqlite3.DatabaseError as error:
            if isinstance(told(error, str(target)), LockedFileError):
                raise


def _unused(path: Path) -> Path:
    """The path, or the next one with a number that nothing has."""
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return path if not path.exists() else next(each for each in numbered if not each.exists())


def _manifest(folder: Path) -> dict[str, str]:
    """The digests by file name; a list that cannot be read says nothing."""
    try:
        listed = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return dict(listed) if isinstance(listed, dict) else {}


def _enter(folder: Path, target: Path) -> None:
    listed = {**_manifest(folder), target.name: digest(target)}
    draft = folder / f".{MANIFEST}.part"
    draft.write_text(json.dumps(listed, indent=1, sort_keys=True, ensure_ascii=False), "utf-8")
    sync_file(draft)
    draft.replace(folder / MANIFEST)
    sync_folder(folder)
