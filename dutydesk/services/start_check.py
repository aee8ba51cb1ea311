"""The check of a file when it is opened; it runs beside the window and remembers how far it came."""

from pathlib import Path

from dutydesk.storage import start_check
from dutydesk.storage.start_check import StartVerdict
from dutydesk.storage.store import Store


def look(path: Path) -> StartVerdict:
    """Check pages, guards and the chain since the last good check; for a thread beside the window's."""
    return start_check.look(path)


def heed(store: Store, verdict: StartVerdict) -> None:
    """Remember a good verdict; after a bad one the file is only read, so that nothing is built on it."""
    if verdict.faults:
        store.read_only = True
    else:
        start_check.remember(store, verdict.point)
