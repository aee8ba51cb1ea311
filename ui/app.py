"""Starting the window: the application, its preferences, its log, and the desk."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from ui import clock
from ui.desk import Desk
from ui.icons import icon
from ui.keeping.crash import CrashHook
from ui.settings import Settings
from ui.sweeper import Sweeper
from ui.window.appearance import Appearance
from ui.window.forerunner import Forerunner

_ORGANISATION = "DutyDesk"
_FIRST_SIGHT = 300
"""Milliseconds after which the window has been seen."""


def run(path: Path | None) -> int:
    """Show the window on a file, or on what was open last, until the user closes it."""
    app = application()
    Sweeper(app)
    desk = boot(app, path, steady=clock.steady, soon=after_first_sight)
    if desk.is_elsewhere:
        return 0
    Forerunner(app).begin(_FIRST_SIGHT)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    CrashHook(Path(folder) / "dutydesk.log", desk.tell).install()
    code = app.exec()
    desk.close()
    return code


def application() -> QApplication:
    """The one QApplication, made ready for Chinese input methods."""
    prepare_input_method()
    app = QApplication(sys.argv[:1])
    app.setOrganizationName(_ORGANISATION)
    app.setApplicationName(_ORGANISATION)
    app.setDesktopFileName("dutydesk")
    return app


def one_thread() -> Executor:
    """Where jobs run beside the window, one after the other."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")


def at_once(deed: Callable[[], None]) -> None:
    """Do it now."""
    deed()


def after_first_sight(deed: Callable[[], None]) -> None:
    """Do it when the window has been painted and nobody had to wait for it."""
    QTimer.singleShot(_FIRST_SIGHT, deed)


def boot(
    app: QApplication,
    path: Path | None,
    *,
    settings: Settings | None = None,
    now: Callable[[], datetime] = clock.now,
    executor: Callable[[], Executor] = one_thread,
    steady: Callable[[], float] | None = None,
    soon: Callable[[Callable[[], None]], None] = at_once,
) -> Desk:
    """Dress the application and open the window; close the desk when done with it.

    Without a `steady` clock beside it, the other one is believed. `soon` does what need not be done before
    the window is seen.
    """
    preferences = settings or Settings(QSettings(_ORGANISATION, _ORGANISATION))
    desk = Desk(
        Appearance(app, preferences), preferences, now=now, executor=executor, steady=steady, soon=soon
    )
    app.setWindowIcon(icon("roster"))
    desk.start(path)
    return desk


def prepare_input_method() -> None:
    """Reach fcitx by its ibus side, before Qt starts: PySide6 brings no plugin for fcitx itself."""
    wanted = os.environ.get("QT_IM_MODULE", "") + os.environ.get("XMODIFIERS", "")
    if sys.platform == "linux" and "fcitx" in wanted:
        os.environ["QT_IM_MODULE"] = "ibus"
