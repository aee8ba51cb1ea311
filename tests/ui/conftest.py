"""A session on a store in memory with everything done at once, and the real window on it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSettings

from dutydesk.storage import store
from tests.ui.kept import Clocks, settle
from ui.app import boot
from ui.i18n import ENGLISH
from ui.session import InlineExecutor, Session
from ui.settings import Preferences, Settings
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages

NOW = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)  # a Monday, half past nine in the office


@pytest.fixture
def session(qapp):
    opened = Session(store.memory(), actor="王秘书", now=lambda: NOW, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def window(qtbot, session):
    """The whole window on the session of the test's own folder, as large as on a laptop."""
    made = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def clocks():
    return Clocks()


@pytest.fixture
def desk_on(qapp, tmp_path, clocks):
    """Boot the desk on a file, with clocks that are set by hand; closes whatever was booted."""
    settings = Settings(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    settings.save(Preferences(language=ENGLISH, actor="王敏"))
    dress, booted = (qapp.palette(), qapp.font()), []

    def begin(path):
        booted.append(
            boot(qapp, path, settings=settings, now=clocks.now, steady=clocks.steady, executor=InlineExecutor)
        )
        settle()
        return booted[-1]

    yield begin
    for desk in booted:
        desk.close()
    qapp.setPalette(dress[0])
    qapp.setFont(dress[1])
