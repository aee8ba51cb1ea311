"""Copies of the file that can be trusted: made in one step, checked, and listed with their SHA-256."""

import hashlib
import json
import shutil
from datetime import datetime
from pathlib import Path

from dutydesk.errors import DamagedFileError, NoSuchFileError
from dutydesk.storage.failures import telling
from dutydesk.storage.file import copy_whole, open_store, sync_folder
from dutydesk.storage.store import Store
from dutydesk.storage.verify import verify

MANIFEST = "manifest.json"


def digest(path: Path) -> str:
    """SHA-256 of a file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def back_up(store: Store, source: Path, folder: Path, at: datetime) -> Path:
    """Copy an open store into a folder, check the copy and enter it in the manifest; returns its path."""
    with telling(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{source.stem}-{at:%Y%m%d-%H%M%S}{source.suffix}"
        copy_whole(store.db, target)
        _check(target)
        _enter(folder, target)
    return target


def restore(backup: Path, target: Path, at: datetime) -> Path | None:
    """Put a checked backup in the place of a file; returns where the present file was put aside."""
    if not backup.is_file():
        raise NoSuchFileError(str(backup))
    with telling(str(target)):
        listed = _manifest(backup.parent).get(backup.name)
        if listed is not None and listed != digest(backup):
            raise DamagedFileError(str(backup))
        draft = target.with_name(f".{target.name}.restored")
        try:
            shutil.copyfile(backup, draft)
            _check(draft)
            aside = _put_aside(target, at)
            draft.replace(target)
            sync_folder(target.parent)
        finally:
            draft.unlink(missing_ok=True)
    return aside


def _put_aside(target: Path, at: datetime) -> Path | None:
    if not target.exists():
        return None
    aside = target.with_name(f"{target.stem}-before-restore-{at:%Y%m%d-%H%M%S}{target.suffix}")
    shutil.copyfile(target, aside)
    return aside


def _check(path: Path) -> None:
    store = open_store(path)
    try:
        faults = verify(store.db, str(path)).faults
    finally:
        store.close()
    if faults:
        raise DamagedFileError(str(path))


def _manifest(folder: Path) -> dict[str, str]:
    path = folder / MANIFEST
    return dict(json.loads(path.read_text("utf-8"))) if path.is_file() else {}


def _enter(folder: Path, target: Path) -> None:
    listed = {**_manifest(folder), target.name: digest(target)}
    draft = folder / f".{MANIFEST}.part"
    draft.write_text(json.dumps(listed, indent=1, sort_keys=True, ensure_ascii=False), "utf-8")
    draft.replace(folder / MANIFEST)
    sync_folder(folder)
