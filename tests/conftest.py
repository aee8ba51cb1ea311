"""What every test stands on: no screen, English, nobody's settings; and nothing may warn or stay behind."""

from __future__ import annotations

import gc
import logging
import os
from typing import TYPE_CHECKING

if "DUTYDESK_WATCH" not in os.environ:  # else somebody wants to see the window
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts
os.environ["LC_ALL"] = "C.UTF-8"

import pytest
from hypothesis import settings
from PySide6.QtCore import QEvent, QLocale, QSettings, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui import clock
from ui.i18n import ENGLISH, set_language
from ui.sweeper import sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

settings.register_profile("calm", deadline=None)  # a busy machine is no bug
settings.load_profile("calm")


@pytest.fixture(autouse=True, scope="session")
def nobody_s_own_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the key of whoever runs the tests out of them, and that of the tests out of their settings."""
    for name in ("LOCALAPPDATA", "XDG_CONFIG_HOME"):
        os.environ[name] = str(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Start in English, whatever language the test before ended in."""
    set_language(ENGLISH)
    yield
    set_language(ENGLISH)


@pytest.fixture
def set_time() -> Iterator[Callable[[str], None]]:
    """Set the clock of the program to a time of the office; it shows the machine's again afterwards."""
    yield lambda text: clock.set_to(clock.parse_local(text))
    clock.let_go()


@pytest.fixture(autouse=True)
def nothing_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a logged warning; a test that expects one looks at it and then calls `caplog.clear()`."""
    yield
    loud = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The one application, which knows nothing of this machine's folders and language."""
    QStandardPaths.setTestModeEnabled(True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QLocale.setDefault(QLocale.c())
    gc.disable()  # as in the program: jobs run on other threads
    return qapp


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give a Qt test settings of its own, and fail if a window outlives it."""
    if "qapp" not in request.fixturenames:
        yield
        return
    folder: Path = request.getfixturevalue("tmp_path")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    yield
    let_go_of_keys()
    drain()
    sweep()
    left = QApplication.topLevelWidgets()
    for window in left:
        window.deleteLater()
    names = [f"{type(window).__name__} {window.objectName()}" for window in left]
    left.clear()
    drain()
    assert not names
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


def let_go_of_keys() -> None:
    """Release what Qt believes is held since a key was pressed together with it."""
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


def drain() -> None:
    """Deliver the deletions that Qt keeps for its event loop."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
