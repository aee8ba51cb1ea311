"""What going back to a backup would change: which deeds it does not know, and which it brings back."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dutydesk.storage import file, journal
from dutydesk.storage.clock_doubt import instant
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class DoneDeed:
    """One deed of a journal: when (UTC), by whom, its name, and how many rows it wrote."""

    at: datetime
    actor: str
    deed: str
    rows: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The deeds that only the present file has, and those that only the backup has; the newest first.

    The first go into the file that is put aside. The second are not empty where the present file was itself
    restored or salvaged since the backup was made.
    """

    put_aside: tuple[DoneDeed, ...]
    brought_back: tuple[DoneDeed, ...]


def preview(path: Path, backup: Path) -> Preview:
    """Compare the journals of a file and a backup of it; may be called on any thread and writes nothing."""
    with closing(file.open_damaged(path)) as here, closing(file.open_damaged(backup)) as there:
        mine, theirs = _hashes(here), _hashes(there)
        return Preview(
            _deeds(each for each in _entries(here) if each.hash not in theirs),
            _deeds(each for each in _entries(there) if each.hash not in mine),
        )


def _hashes(store: Store) -> frozenset[str]:
    return frozenset(str(row[0]) for row in store.ask("select hash from journal"))


def _entries(store: Store) -> Iterable[journal.Entry]:
    return journal.read(store.db)


def _deeds(entries: Iterable[journal.Entry]) -> tuple[DoneDeed, ...]:
    found: dict[str, DoneDeed] = {}
    for each in entries:
        rows = found[each.deed_id].rows + 1 if each.deed_id in found else 1
        found[each.deed_id] = DoneDeed(instant(each.at_utc), each.actor, each.deed, rows)
    return tuple(reversed(found.values()))
