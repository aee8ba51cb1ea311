"""Copies of the file that can be trusted: made in one step, checked, and listed with their SHA-256."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from dutydesk.domain.backups import Backup
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
_INSTANT = "%Y%m%d-%H%M%S"
_BEFORE = "-before"


def digest(path: Path) -> str:
    """SHA-256 of a file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def back_up(store: Store, source: Path, folder: Path, at: datetime, *, is_before: bool = False) -> Path:
    """Copy an open store into a folder, check the copy and enter it in the manifest; returns its path.

    `at` is on the office's clock and names the copy; one made before a change of the whole file says so.
    """
    with telling(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        mark = _BEFORE if is_before else ""
        target = folder / f"{source.stem}-{at:{_INSTANT}}{mark}{source.suffix}"
        unchecked = folder / f".{target.name}.unchecked"
        try:
            copy_whole(store.db, unchecked)
            _check(unchecked, source)
            unchecked.replace(target)
            _enter(folder, target)
        finally:
            clear(unchecked)
    return target


def listed(folder: Path, source: Path) -> tuple[Backup, ...]:
    """The backups of a file that a folder's manifest names and that are there, newest first."""
    with telling(str(folder)):
        named = [_read_name(name, source) for name in _manifest(folder)]
        found = [each for each in named if each is not None and (folder / each.name).is_file()]
    return tuple(sorted(found, reverse=True))


def _read_name(name: str, source: Path) -> Backup | None:
    """What a copy's name says; None for a name that is not of a copy of this file."""
    path = Path(name)
    instant = path.stem.removeprefix(f"{source.stem}-").removesuffix(_BEFORE)
    try:
        at = datetime.strptime(instant, _INSTANT)  # noqa: DTZ007 - the office's own clock
    except ValueError:
        return None
    return Backup(at, name, is_before=path.stem.endswith(_BEFORE))


def is_good(copy: Path) -> bool:
    """Whether a copy is there and is, byte by byte, what it was when it was checked."""
    with telling(str(copy)):
        return copy.is_file() and _manifest(copy.parent).get(copy.name) == digest(copy)


def remove(folder: Path, backups: Iterable[Backup]) -> None:
    """Remove copies from the disk and then from the manifest."""
    with telling(str(folder)):
        names = {each.name for each in backups}
        for name in names:
            (folder / name).unlink(missing_ok=True)
        if names:
            _write_manifest(
                folder, {name: each for name, each in _manifest(folder).items() if name not in names}
            )


def restore(
    backup: Path, target: Path, at: datetime, *, enter: Callable[[Store], None] | None = None
) -> Path | None:
    """Put a checked backup in the place of a file; returns where the present file was put aside.

    `enter` may do a deed on what is restored before it gets its name. Refuses while somebody writes to the
    file.
    """
    with telling(str(backup)):
        if not backup.is_file():
            raise NoSuchFileError(str(backup))
        if _manifest(backup.parent).get(backup.name, "") not in {"", digest(backup)}:
            raise DamagedFileError(str(backup))
    with telling(str(target)):
        draft = target.with_name(f".{target.name}.restored")
        try:
            clear(draft)
            shutil.copyfile(backup, draft)
            _check(draft, backup)
            if enter is not None:
                with closing(open_store(draft, keep_old=False)) as store:
                    enter(store)
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
    aside = _unused(target.with_name(f"{target.stem}-before-restore-{at:{_INSTANT}}{target.suffix}"))
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
        except UnicodeDecodeError:
            return  # SQLite's own words quote what it could not read
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
        read = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return dict(read) if isinstance(read, dict) else {}


def _enter(folder: Path, target: Path) -> None:
    _write_manifest(folder, {**_manifest(folder), target.name: digest(target)})


def _write_manifest(folder: Path, digests: dict[str, str]) -> None:
    draft = folder / f".{MANIFEST}.part"
    draft.write_text(json.dumps(digests, indent=1, sort_keys=True, ensure_ascii=False), "utf-8")
    sync_file(draft)
    draft.replace(folder / MANIFEST)
    sync_folder(folder)
