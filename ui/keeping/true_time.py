"""Opens a file at the time that the program runs on: on a set one only a file that was begun on one."""

from pathlib import Path

from dutydesk.errors import DutyDeskError, TrueTimeFileError
from dutydesk.services.clock_doubt import refuse_true_time
from dutydesk.services.files import Store, open_file
from ui import clock


def refuse_set_time(path: Path) -> None:
    """Refuse to do something to a whole file, such as restoring it, while the clock is set."""
    if clock.is_set():
        raise TrueTimeFileError(str(path))


def open_at_this_time(path: Path) -> Store:
    """Open a file; refuses one that keeps true time while the clock is set, since a journal is evidence."""
    store = open_file(path)
    try:
        if clock.is_set():
            refuse_true_time(store)
    except DutyDeskError:
        store.close()
        raise
    return store
