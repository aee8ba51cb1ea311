"""A damaged file: looked at, and led out of by the newest good backup or by what can be read of it."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dutydesk.domain.accounts import Author
from dutydesk.errors import StoreError
from dutydesk.services import backups
from dutydesk.services.backups import Good
from dutydesk.services.changes import SALVAGING
from dutydesk.services.ids import new_id
from dutydesk.storage import file, salvage
from dutydesk.storage.salvage import Fate as Fate  # noqa: PLC0414 - what ui names a loss by
from dutydesk.storage.salvage import Loss as Loss  # noqa: PLC0414 - the same
from dutydesk.storage.salvage import Salvaged as Salvaged  # noqa: PLC0414 - what became of all
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What is left to somebody with a damaged file: to look at it, to go back to a backup, to salvage it."""

    can_be_looked_at: bool
    backup: Good | None


def ways_out(path: Path) -> WaysOut:
    """The choices for a damaged file; its backups are looked for beside it and where it says itself."""
    places: tuple[Path, ...] = (backups.home(path),)
    try:
        with closing(look_at(path)) as store:
            places = backups.folders(store)
    except StoreError:
        return WaysOut(can_be_looked_at=False, backup=backups.last_good(path, places))
    return WaysOut(can_be_looked_at=True, backup=backups.last_good(path, places))


def look_at(path: Path) -> Store:
    """Open a damaged file for reading only; what cannot be read is told when it is asked for."""
    return file.open_damaged(path)


def salvage_file(path: Path, target: Path, *, by: Author) -> Salvaged:
    """Make a new file of what can be read of a damaged one, with the list of what is lost.

    The damaged file is left as it is; a target that is there already is refused.
    """
    return salvage.salvage(path, target, by=by, deed=SALVAGING, deed_id=new_id(by.at))
