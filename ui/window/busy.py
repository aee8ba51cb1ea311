"""A job on the file as a whole, during which nothing else can be done in the window."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from dutydesk.errors import DutyDeskError
from ui.i18n import tr
from ui.session import Work

R = TypeVar("R")


class Busy(QObject):
    """Runs one job beside the window and says meanwhile what is going on; it cannot be stopped half way."""

    def __init__(self, parent: QWidget | None, words: str, make: Callable[[], Executor]) -> None:
        super().__init__(parent)
        self._executor = make()
        self._box = QProgressDialog(words, "", 0, 0, parent)
        self._box.setWindowTitle(tr("DutyDesk"))
        self._box.setWindowModality(Qt.WindowModality.WindowModal)
        self._box.setCancelButton(None)  # Qt takes nothing for no button
        self._box.setMinimumDuration(0)

    def run(
        self, job: Callable[[], R], done: Callable[[R], None], failed: Callable[[DutyDeskError], None]
    ) -> None:
        """Do the job, then call one of the two on the window's thread."""

        def deliver(_work: Work, result: object, error: object) -> None:
            self._box.reset()
            self._box.deleteLater()
            self.deleteLater()
            self._executor.shutdown(wait=False)
            if isinstance(error, DutyDeskError):
                failed(error)
            elif isinstance(error, BaseException):
                raise error
            else:
                done(result)  # type: ignore[arg-type]  # it is what the job gave

        self._executor.submit(Work(self, deliver).run, lambda _report: job())
