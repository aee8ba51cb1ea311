"""The duty file as a whole: founded, opened and verified; and the files that are made of it."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dutydesk.domain.accounts import Author
from dutydesk.errors import FileExistsAlreadyError, NoSuchFileError
from dutydesk.services import seals
from dutydesk.services.office import Founding, found
from dutydesk.storage import file, verify
from dutydesk.storage.failures import telling
from dutydesk.storage.store import Store as Store  # noqa: PLC0414 - all that ui sees of the storage
from dutydesk.storage.verify import Check as Check  # noqa: PLC0414 - what ui names a fault by
from dutydesk.storage.verify import Fault as Fault  # noqa: PLC0414 - the same
from dutydesk.storage.verify import Verdict as Verdict  # noqa: PLC0414 - the same

Fill = Callable[[Store], None]


def open_file(path: Path) -> Store:
    """Open a duty file; read-only where it may not be written to."""
    return file.open_store(path)


def found_file(
    path: Path, founding: Founding, calendar: Path, *, by: Author, fill: Fill | None = None
) -> None:
    """Make a new file with its office, shifts and the official calendar, or none at all.

    `fill` may do more deeds on it before it gets its name. Refuses to overwrite a file.
    """
    from dutydesk.services import intake  # noqa: PLC0415 - who opens a file takes no list in

    file.refuse_taken(path)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.draft")
    try:
        file.create(draft, secrets.token_hex(8))
        opened = file.open_store(draft)
        try:
            intake.apply_calendar(opened, intake.understand_calendar(opened, calendar), by=by)
            found(opened, founding, by=by)
            if fill is not None:
                fill(opened)
        finally:
            opened.close()
        with telling(str(path)):
            draft.replace(path)
            file.sync_folder(path.parent)
    finally:
        file.clear(draft)


def verify_file(opened: Store, keys: Path | None = None) -> Verdict:
    """Check chain, seals, replay, integrity and foreign keys.

    With the folder of this computer's key also whether the file still has what was sealed here, and always
    whether it had when it was sealed again.
    """
    verdict = verify.verify(opened.db, str(opened.path), opened.mended)
    if any(fault.check is Check.INTEGRITY for fault in verdict.faults):
        return verdict
    now = seals.missing(opened, keys) if keys else None
    gone = dict.fromkeys((*seals.missed(opened), *([now.printed] if now else [])))
    return replace(verdict, faults=(*verdict.faults, *(Fault(Check.WITNESS, each) for each in gone)))


def write_file(path: Path, data: bytes) -> None:
    """Write an export; it gets its name only when it is whole, and an older one of that name is replaced.

    Refuses a folder that is not there, and the name of one.
    """
    if not path.parent.is_dir():
        raise NoSuchFileError(str(path.parent))
    if path.is_dir():
        raise FileExistsAlreadyError(str(path))
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with telling(str(path)):
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
