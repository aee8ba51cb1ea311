"""The check of a file when it is opened; it runs beside the window and remembers how far it came."""

from pathlib import Path

from dutydesk.storage import start_check
from dutydesk.storage.start_check import Point
from dutydesk.storage.start_check import StartVerdict as StartVerdict  # noqa: PLC0414 - what ui is told
from dutydesk.storage.store import Store
from dutydesk.storage.verify import Check, Fault


def look(path: Path) -> StartVerdict:
    """Check pages, guards and the chain since the last good check; for a thread beside the window's."""
    return start_check.look(path)


def damaged(path: str) -> StartVerdict:
    """The verdict on a file of which something could not be read while it was open."""
    return StartVerdict((Fault(Check.INTEGRITY, Path(path).name),), Point())


def heed(store: Store, verdict: StartVerdict) -> None:
    """Remember a good verdict; after a bad one the file is only read, so that nothing is built on it."""
    if verdict.faults:
        store.read_only = True
    else:
        start_check.remember(store, verdict.point)
