"""A session on a store in memory with everything done at once, and the real window on it."""

from datetime import UTC, datetime

import pytest

from dutydesk.storage import store
from ui.main_window import MainWindow
from ui.pages import all_pages
from ui.session import InlineExecutor, Session

NOW = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)  # a Monday, half past nine in the office


@pytest.fixture
def session(qapp):
    opened = Session(store.memory(), actor="王秘书", now=lambda: NOW, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def window(qtbot, session):
    made = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(made)
    made.show()
    return made
