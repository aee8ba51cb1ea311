"""Whether a file that failed can be written to again: tried out, not guessed."""

from contextlib import closing
from pathlib import Path

from dutydesk.errors import NoSuchFileError
from dutydesk.storage.connection import connect
from dutydesk.storage.failures import telling
from dutydesk.storage.file import clear, sync_file


def prove(path: Path, room: int) -> None:
    """Fail as a deed would, unless the folder takes so many bytes and the file can be locked for writing.

    Waits for nobody and leaves nothing behind; may be called on any thread.
    """
    with telling(str(path)):
        if not path.is_file():
            raise NoSuchFileError(str(path))
        trial = path.with_name(f".{path.name}.trial")
        try:
            trial.write_bytes(bytes(room))
            sync_file(trial)
        finally:
            clear(trial)
        with closing(connect(str(path)).conn) as conn:
            conn.execute("pragma busy_timeout = 0")
            conn.execute("begin immediate")
            conn.execute("pragma user_version")  # reads the first page: a lock alone says nothing of the disk
            conn.execute("rollback")
