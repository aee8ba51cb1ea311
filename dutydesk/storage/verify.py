"""Is the file what its journal says? Chain, seals, replay against the tables, integrity, foreign keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from dutydesk.storage import guards, journal, seals
from dutydesk.storage.failures import telling
from dutydesk.storage.growth import Growth
from dutydesk.storage.tables import ALL


class Check(StrEnum):
    """What was looked at."""

    INTEGRITY = "integrity"
    FOREIGN_KEYS = "foreign_keys"
    GUARDS = "guards"
    CHAIN = "chain"
    SEALS = "seals"
    WITNESS = "witness"
    REPLAY = "replay"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as the journal says; `where` names the entry or the row."""

    check: Check
    where: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of a verification: no faults is good; `seq` and `head` are the anchor."""

    faults: tuple[Fault, ...]
    device: str
    seq: int
    head: str


def verify(db: Database, path: str = "", mended: Iterable[str] = ()) -> Verdict:
    """Check the whole file; reads everything and writes nothing.

    `mended` are the guards that had to be put back when the file was opened.
    """
    with telling(path):
        device = str(db.execute("select value from device where id = 'device'").fetchone()[0])
        torn = [Fault(Check.INTEGRITY, each) for each in _first_column(db, "integrity_check") if each != "ok"]
        broken = [Fault(Check.GUARDS, each) for each in sorted({*mended, *guards.broken(db)})]
        if torn:  # what stands on torn pages is of no kind that could be compared
            return Verdict((*torn, *broken), device, 0, "")
        entries = tuple(journal.read(db))
        faults = (
            *(Fault(Check.FOREIGN_KEYS, each) for each in _first_column(db, "foreign_key_check")),
            *broken,
            *(Fault(Check.CHAIN, str(seq)) for seq in journal.broken_links(entries, device)),
            *(Fault(Check.SEALS, each) for each in seals.broken(db)),
            *(Fault(Check.REPLAY, where) for where in _differences(db, Growth(db).replay(entries))),
        )
    newest = entries[-1] if entries else None
    return Verdict(faults, device, newest.seq if newest else 0, newest.hash if newest else "")


def _first_column(db: Database, pragma: str) -> list[str]:
    """What SQLite's own check says, or the tables it is about; the row ids there are of no use to anybody."""
    return [str(row[0]) for row in db.execute(f"pragma {pragma}")]


def _differences(db: Database, expected: dict[tuple[str, str], str]) -> list[str]:
    found: dict[tuple[str, str], str] = {}
    for table in ALL:
        cursor = db.execute(f'select * from "{table.name}"')
        names = [each[0] for each in cursor.description]
        for row in cursor:
            value = dict(zip(names, row, strict=True))
            found[table.name, value["id"]] = journal.canonical(value)
    keys = sorted(expected.keys() | found.keys())
    return [
        f"{name} {row_id}"
        for name, row_id in keys
        if expected.get((name, row_id)) != found.get((name, row_id))
    ]
