"""The last resort: a bug is written to the log and told once; a refusal that nobody caught is told as one."""

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from dutydesk.errors import DutyDeskError
from ui import dialogs
from ui.i18n import tr

_LOG_BYTES = 1_000_000


class CrashHook:
    """What `sys.excepthook` becomes; Qt hands it what slots raise."""

    def __init__(self, log: Path, refused: Callable[[DutyDeskError], None]) -> None:
        self._log = log
        self._refused = refused
        self._told = False

    def install(self) -> None:
        """Write the log from now on, and catch what nobody else does."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(self._log, maxBytes=_LOG_BYTES, backupCount=3, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger().addHandler(handler)
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take what was raised in a slot or at the top."""
        if isinstance(error, DutyDeskError):
            self._refused(error)
            return
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        logging.getLogger("dutydesk").critical("unexpected", exc_info=(kind, error, trace))
        if not self._told:  # one dialog: the second of a row of the same failures would only hide the first
            self._told = True
            dialogs.tell(
                None,
                tr("DutyDesk made a mistake; what was saved before is safe."),
                tr("The last step was not done. Details are in {path}.", path=self._log),
                failed=True,
            )
