"""The window on a duty room in which one officer came late."""

import pytest

from tests.services.nights import DEPUTY, DRIVER, LEADER, MAIN, a_room, arrive, by
from tests.ui.kept import Clocks
from ui.discipline.page import DisciplinePage
from ui.session import InlineExecutor, Session

NOW = by(30).at
"""Saturday, 14:00."""


@pytest.fixture
def store():
    opened = a_room()
    arrive(opened, 0)
    arrive(opened, 1, LEADER, DEPUTY, DRIVER)
    arrive(opened, 1, MAIN, late=0.2)
    return opened


@pytest.fixture
def clocks():
    return Clocks(NOW)


@pytest.fixture
def session(qapp, store, clocks):
    opened = Session(store, actor="王敏", now=clocks.now, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def page(window):
    window.go("discipline")
    return window.findChild(DisciplinePage)
