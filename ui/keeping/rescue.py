"""The way back to a backup and out of a damaged file, from the choice to the file that is open again.

What it needs is loaded when somebody asks for it: mostly nothing is wrong.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from dutydesk.domain.seals import Occasion
from dutydesk.errors import DutyDeskError
from dutydesk.services import files
from ui import dialogs
from ui.clock import local
from ui.i18n import tr
from ui.keeping.sealing import seal
from ui.one_desk import OneDesk
from ui.resources import SUFFIX

if TYPE_CHECKING:
    from dutydesk.services.salvage import Salvaged, WaysOut
    from ui.desk import Desk
    from ui.keeping.safekeeping import Safekeeping


class Rescue:
    """Does for a desk what is done with the file as a whole."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def commands(self, keeper: "Safekeeping") -> dict[str, Callable[[], None]]:
        """What it does with the open file, by the commands of the window and the ways of its banners."""
        return {
            "backup": self._ask_folder,
            "back_up": keeper.back_up,
            "backups": partial(self._show_backups, keeper),
            "rescue": self._offer_present,
            "trust_clock": keeper.trust_clock,
        }

    def offer(self, path: Path, *, is_open: bool = False) -> None:
        """Look for the ways out of a damaged file and let somebody choose."""
        from dutydesk.services import salvage

        self._busy(
            tr("Looking for good backups…"),
            lambda: salvage.ways_out(path),
            lambda ways: self._show_ways(path, ways, is_open=is_open),
        )

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a file, which is put aside, and open it."""
        from dutydesk.services import backups
        from ui.window.busy import Busy

        session = self._desk.session
        by = session.author() if session is not None else self._desk.author()
        at = local(self._desk.now())
        self._desk.close_file()
        place = OneDesk(path)
        if not place.take():
            self._desk.tell(place.refusal())
            return

        def done(aside: Path | None) -> None:
            place.give_back()
            if self._desk.open(path) and aside is not None:
                self._desk.note(tr("Gone back. The file that was there is kept as {path}", path=aside))

        def failed(error: DutyDeskError) -> None:
            place.give_back()
            self._desk.open(path)
            self._desk.tell(error)

        words = tr("Going back to the backup…")
        Busy(self._desk.window, words, self._desk.executor).run(
            lambda: backups.restore(backup, path, by=by, at=at), done, failed
        )

    def salvage(self, path: Path, target: Path) -> None:
        """Make a new file of what can be read, and tell what is lost."""
        from dutydesk.services import salvage
        from ui.words.salvage import loss_text

        by = self._desk.author()

        def job() -> "tuple[Salvaged, list[str], Path | None]":
            found = salvage.salvage_file(path, target, by=by)
            lost = [loss_text(each) for each in found.losses]
            return found, lost, _write_list(target, lost)

        self._busy(tr("Salvaging what can be read…"), job, lambda told: self._show_losses(target, *told))

    def _busy(self, words: str, job: Callable[[], object], done: Callable[..., None]) -> None:
        from ui.window.busy import Busy

        Busy(self._desk.window, words, self._desk.executor).run(job, done, self._desk.tell)

    def _show_ways(self, path: Path, ways: "WaysOut", *, is_open: bool) -> None:
        from ui.backups.damage_dialog import DamageDialog

        asked = DamageDialog(self._desk.shown(), path, ways, is_open=is_open)
        asked.chosen.connect(lambda way: self._go(way, path, ways))
        asked.open()

    def _go(self, way: str, path: Path, ways: "WaysOut") -> None:
        if way == "look":
            self._desk.look_at(path)
        elif way == "restore" and ways.backup is not None:
            self.restore(path, ways.backup.path)
        elif way == "salvage":
            suggestion = str(path.with_name(f"{path.stem}-salvaged{path.suffix}"))
            kinds = [(tr("Duty file"), f"*{SUFFIX}")]
            parent = self._desk.shown()
            dialogs.ask_save(parent, tr("Salvage into"), kinds, partial(self.salvage, path), suggestion)

    def _show_losses(self, target: Path, found: "Salvaged", lost: list[str], listed: Path | None) -> None:
        from ui.backups.losses_dialog import LossesDialog

        told = LossesDialog(self._desk.shown(), target, found.rows, lost, listed)
        told.opened.connect(lambda: self._desk.open(target))
        told.open()

    def _offer_present(self) -> None:
        if self._desk.session is not None and self._desk.session.path is not None:
            self.offer(self._desk.session.path, is_open=True)

    def _show_backups(self, keeper: "Safekeeping") -> None:
        from ui.backups.dialog import BackupsDialog

        session = self._desk.session
        if session is None or session.path is None or self._is_shown():
            return
        dialog = BackupsDialog(self._desk.window, session, keeper)
        dialog.wanted.connect(partial(self.restore, session.path))
        dialog.open()

    def _is_shown(self) -> bool:
        window = self._desk.window
        found = window.findChild(QDialog, "backups") if window is not None else None
        return found is not None and found.isVisible()

    def _ask_folder(self) -> None:
        dialogs.ask_folder(self._desk.shown(), tr("Folder for the backup"), self._copy_to)

    def _copy_to(self, folder: Path) -> None:
        from dutydesk.services import backups

        session = self._desk.session
        if session is None:
            return
        try:
            copy = session.read(backups.copy_to, folder, local(self._desk.now()))
        except DutyDeskError as error:
            self._desk.tell(error)
        else:
            seal(session, Occasion.BACKUP)
            self._desk.note(tr("Backed up and checked: {path}", path=copy))


def _write_list(target: Path, lost: list[str]) -> Path | None:
    """The list of what is lost beside the new file; None where nothing is."""
    if not lost:
        return None
    listed = target.with_name(f"{target.stem}-lost.txt")
    files.write_file(listed, "".join(f"{line}\n" for line in lost).encode("utf-8-sig"))
    return listed
