"""Backups of the duty file: when one is due, where they lie, which is the last good one, and the way back."""

from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dutydesk.domain import backups
from dutydesk.domain.accounts import Author
from dutydesk.errors import DamagedFileError, SameFolderError, StoreError
from dutydesk.services.changes import RESTORING, Changes, deed
from dutydesk.storage import backup, file
from dutydesk.storage.office import OFFICE
from dutydesk.storage.store import Store

_SECOND = "second_backup_folder"
_RESTORED = "restored_from"


@dataclass(frozen=True, slots=True)
class Good:
    """A backup that is byte by byte what it was when it was checked; `at` is on the office's clock."""

    path: Path
    at: datetime


@dataclass(frozen=True, slots=True)
class BackedUp:
    """The copies that were made and checked, and what failed in a folder while another one got its copy."""

    copies: tuple[Path, ...]
    failures: tuple[StoreError, ...] = ()


def home(path: Path) -> Path:
    """The folder beside a file in which its backups lie."""
    return path.with_name(f"{path.stem}-backups")


def second_folder(store: Store) -> Path | None:
    """The other place for every backup, best on another disk or a share; None where none is set."""
    found = store.find(OFFICE, _SECOND)
    return Path(found[1]) if found and found[1] else None


def set_second_folder(store: Store, folder: Path | None, *, by: Author) -> Changes:
    """Let every backup be made in another place too; refuses the folder in which they lie already."""
    if folder is not None and store.path and folder.resolve() == home(store.path).resolve():
        raise SameFolderError(str(folder))
    with deed(store, by, "set_second_folder") as act:
        act.writing.put(OFFICE, (_SECOND, str(folder.absolute()) if folder else ""))
    return act.changes


def folders(store: Store) -> tuple[Path, ...]:
    """Where the backups of an open file lie; none for a rehearsal in memory."""
    second = second_folder(store)
    return () if store.path is None else (home(store.path), *([second] if second else []))


def is_due(path: Path, places: tuple[Path, ...], today: date) -> bool:
    """Whether a place has no backup of the day yet; one that cannot be read has none."""
    return any(backups.is_due(_listed(place, path), today) for place in places)


def back_up(path: Path, places: tuple[Path, ...], at: datetime) -> BackedUp:
    """Copy a file into each place, check the copies, and only then remove there what they supersede.

    Fails if no place got its copy, and at once if the file itself is damaged. May be called on any thread: it
    opens the file by itself.
    """
    copies: list[Path] = []
    failures: list[StoreError] = []
    with closing(file.open_store(path)) as store:
        for place in places:
            try:
                copies.append(backup.back_up(store, path, place, at))
                backup.remove(place, backups.superseded(backup.listed(place, path)))
            except StoreError as error:
                if isinstance(error, DamagedFileError):
                    raise
                failures.append(error)
    if failures and not copies:
        raise failures[0]
    return BackedUp(tuple(copies), tuple(failures))


def copy_to(store: Store, folder: Path, at: datetime) -> Path:
    """Copy an open file into a folder that somebody chose; nothing is ever removed there."""
    return backup.back_up(store, Path(str(store.path)), folder, at)


def last_good(path: Path, places: tuple[Path, ...]) -> Good | None:
    """The newest backup that is what it was when it was checked; one that cannot be read is passed over."""
    found = [Good(place / each.name, each.at) for place in places for each in _listed(place, path)]
    newest_first = sorted(found, key=lambda each: each.at, reverse=True)
    return next((each for each in newest_first if _is_good(each.path)), None)


def restore(source: Path, target: Path, *, by: Author, at: datetime) -> Path | None:
    """Put a checked backup in the place of a file, with an entry in its journal that says so.

    A sound present file is backed up for good, and whatever is there is put aside; returns where.
    """

    def enter(store: Store) -> None:
        _keep(target, at)
        with deed(store, by, RESTORING) as act:
            act.writing.put(OFFICE, (_RESTORED, f"{source.name} {backup.digest(source)} {at.isoformat()}"))

    return backup.restore(source, target, at, enter=enter)


def _keep(path: Path, at: datetime) -> None:
    """Back up a file that is about to be replaced; a damaged one has no good copy and is put aside only."""
    with suppress(StoreError), closing(file.open_store(path)) as store:
        backup.back_up(store, path, home(path), at, is_before=True)


def _listed(place: Path, path: Path) -> tuple[backups.Backup, ...]:
    try:
        return backup.listed(place, path)
    except StoreError:
        return ()


def _is_good(copy: Path) -> bool:
    try:
        return backup.is_good(copy)
    except StoreError:
        return False
