"""How a file begins: the first steps from nothing to a printed week, and the sample office."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from dutydesk.errors import DutyDeskError
from ui.i18n import tr
from ui.resources import SUFFIX

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.session import Session


class Beginning:
    """Leads a desk to its first file."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def ask_new(self) -> None:
        """Begin a new file."""
        self._show(None)

    def go_on(self) -> None:
        """Go on from where the open file stands."""
        self._show(self._desk.session)

    def open_sample(self) -> None:
        """Make the sample office anew in a folder of its own, so that nothing done in it does harm."""
        from ui.window.founding import sample_file  # noqa: PLC0415 - it plans, and that brings the planner

        path = Path(tempfile.mkdtemp(prefix="dutydesk-")) / f"{tr('Sample office')}{SUFFIX}"
        try:
            sample_file(path, by=self._desk.author())
        except DutyDeskError as error:
            self._desk.tell(error)
        else:
            self._desk.open(path)

    def _show(self, session: "Session | None") -> None:
        # It sets pages of paper: only whoever takes the first steps waits for what that needs.
        from ui.first_run.wizard import FirstRun  # noqa: PLC0415 - see above

        wizard = FirstRun(self._desk.window, session.author if session else self._desk.author, session)
        wizard.founded.connect(self._on_founded)
        wizard.existing.connect(self._desk.open)
        wizard.completed.connect(self._desk.show_roster)
        if session is not None:
            wizard.rejected.connect(self._on_left)
        wizard.open()

    def _on_founded(self, path: Path) -> None:
        if self._desk.open(path):
            self.go_on()

    def _on_left(self) -> None:
        self._desk.note(tr("Go on at any time: File, First steps."))
