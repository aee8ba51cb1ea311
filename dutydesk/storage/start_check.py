"""The look at a file when it is opened: its pages, its guards, and its chain since it was last found whole.

It reads by a connection of its own and in short pieces, so that no deed has to wait until it is through.
"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from dutydesk.errors import DamagedFileError
from dutydesk.storage import guards, journal
from dutydesk.storage.connection import connect
from dutydesk.storage.failures import telling
from dutydesk.storage.store import Store
from dutydesk.storage.verify import Check, Fault

PIECE = 5000
"""How many entries of the journal are read at once."""
_VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Point:
    """The entry up to which the chain was found whole; the beginning has no number and no hash."""

    seq: int = 0
    hash: str = ""


@dataclass(frozen=True, slots=True)
class StartVerdict:
    """What is wrong, if anything, and up to where the chain is whole."""

    faults: tuple[Fault, ...]
    point: Point


def look(path: Path) -> StartVerdict:
    """Check a file that is open elsewhere; may be called on any thread and writes nothing."""
    try:
        with telling(str(path)), closing(connect(str(path), read_only=True).conn) as conn:
            return _verdict(Database(conn, execute_plugins=False))
    except DamagedFileError:
        return StartVerdict((Fault(Check.INTEGRITY, path.name),), Point())


def remember(store: Store, point: Point) -> None:
    """Keep the point in the file, outside the journalled tables; one that is only read keeps the old."""
    if not store.read_only:
        with telling(str(store.path)):
            store.db.execute(
                "insert or replace into device values (?, ?)", [_VERIFIED, f"{point.seq}:{point.hash}"]
            )


def verified(db: Database) -> Point:
    """The point up to which the chain was found whole the last time."""
    found = db.execute("select value from device where id = ?", [_VERIFIED]).fetchone()
    seq, _, digest = found[0].partition(":") if found else ("0", "", "")
    return Point(int(seq), digest) if seq.isdecimal() else Point()


def _verdict(db: Database) -> StartVerdict:
    damaged = [Fault(Check.INTEGRITY, each) for each in _damaged_tables(db)]
    broken = [Fault(Check.GUARDS, each) for each in guards.broken(db)]
    if damaged:
        return StartVerdict((*damaged, *broken), Point())
    links, point = _chain(db)
    return StartVerdict((*broken, *(Fault(Check.CHAIN, str(seq)) for seq in links)), point)


def _damaged_tables(db: Database) -> list[str]:
    """The tables whose pages are not in order; each is read apart."""
    names = [str(row[0]) for row in db.execute("select name from sqlite_master where type = 'table'")]
    return [name for name in names if db.execute(f'pragma quick_check("{name}")').fetchone() != ("ok",)]


def _chain(db: Database) -> tuple[list[int], Point]:
    """The links broken since the verified point, or the beginning if that is gone; how far all is whole."""
    device = str(db.execute("select value from device where id = 'device'").fetchone()[0])
    begins = verified(db)
    known = db.execute(
        "select hash from journal where device = ? and seq = ?", [device, begins.seq]
    ).fetchone()
    broken: list[int] = []
    if begins != Point() and known != (begins.hash,):
        broken, begins = [begins.seq], Point()
    whole, newest = begins, journal.head(db)[0]
    while whole.seq < newest:
        reach = (whole.seq, min(whole.seq + PIECE, newest))
        entries = tuple(journal.read(db, "device = ? and seq > ? and seq <= ?", (device, *reach)))
        broken += journal.broken_links(entries, device, (whole.seq, whole.hash))
        whole = Point(reach[1], entries[-1].hash if entries else "")
    return broken, begins if broken else whole
