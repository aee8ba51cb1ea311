"""Backups of the duty file: when one is due, where they lie, which is the last good one, and the way back."""

from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from dutydesk.domain import backups
from dutydesk.domain.accounts import Author
from dutydesk.errors import DamagedFileError, NoSuchFileError, SameFolderError, StoreError
from dutydesk.services.changes import RESTORING, Changes, deed
from dutydesk.storage import backup, file
from dutydesk.storage.failures import telling
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
    """Let every backup be made in another place too; refuses the folder in which they lie already.

    The folder is made where it is missing: only now is its disk surely connected.
    """
    if folder is not None and store.path and folder.resolve() == home(store.path).resolve():
        raise SameFolderError(str(folder))
    if folder is not None:
        with telling(str(folder)):
            folder.mkdir(parents=True, exist_ok=True)
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

    The folder beside the file is made where it is missing; any other must be there, or the share or disk that
    it stands for is not connected. Fails if no place got its copy, and at once if the file itself is damaged.
    May be called on any thread: it opens the file by itself.
    """
    copies: list[Path] = []
    failures: list[StoreError] = []
    with closing(file.open_store(path)) as store:
        for place in places:
            try:
                _refuse_unconnected(place, path)
                copies.append(backup.back_up(store, path, place, at))
                backup.remove(place, backups.superseded(backup.listed(place, path)))
            except StoreError as error:
                if isinstance(error, DamagedFileError):
                    raise
                failures.append(error)
    if failures and not copies:
        raise failures[0]
    return BackedUp(tuple(copies), tuple(failures))


def _refuse_unconnected(place: Path, path: Path) -> None:
    if place != home(path) and not place.exists():
        raise NoSuchFileError(str(place))


@dataclass(frozen=True, slots=True)
class Known:
    """A backup that a folder's list names: when it was made on the office's clock, and its size in bytes.

    `is_before` marks one made before a restore, which is kept for good.
    """

    path: Path
    at: datetime
    size: int
    is_before: bool


def known(path: Path, places: tuple[Path, ...]) -> tuple[Known, ...]:
    """The backups of a file in all its places, newest first; none of them is read."""
    found = [
        Known(place / each.name, each.at, _size(place / each.name), each.is_before)
        for place in places
        for each in _listed(place, path)
    ]
    return tuple(sorted(found, key=lambda each: (each.at, str(each.path)), reverse=True))


def is_good(copy: Path) -> bool:
    """Whether a backup is byte by byte what it was when it was checked; one that cannot be read is not."""
    try:
        return backup.is_good(copy)
    except StoreError:
        return False


def is_same_disk(path: Path, folder: Path) -> bool:
    """Whether a folder lies on the file's own disk, so that one failure takes both."""
    try:
        return path.stat().st_dev == folder.stat().st_dev
    except OSError:
        return False


def is_old(last: Good | None, now: datetime, hours: int) -> bool:
    """Whether the last good backup is missing or older than so many hours; `now` is on the office's clock."""
    return last is None or now.replace(tzinfo=None) - last.at > timedelta(hours=hours)


def copy_to(store: Store, folder: Path, at: datetime) -> Path:
    """Copy an open file into a folder that somebody chose; nothing is ever removed there."""
    return backup.back_up(store, Path(str(store.path)), folder, at)


def last_good(path: Path, places: tuple[Path, ...]) -> Good | None:
    """The newest backup that is what it was when it was checked; one that cannot be read is passed over."""
    found = [Good(place / each.name, each.at) for place in places for each in _listed(place, path)]
    newest_first = sorted(found, key=lambda each: each.at, reverse=True)
    return next((each for each in newest_first if is_good(each.path)), None)


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


def _size(copy: Path) -> int:
    try:
        return copy.stat().st_size
    except OSError:  # it was removed since the list was read
        return 0
