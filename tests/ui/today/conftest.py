import pytest

from tests.services.nights import a_room, by
from tests.ui.today.desks import Hands, a_session
from ui.today.page import TodayPage


@pytest.fixture
def store():
    return a_room()


@pytest.fixture
def clock():
    return Hands(by(0).at)


@pytest.fixture
def session(qapp, store, clock):
    opened = a_session(store, clock)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def page(qtbot, session):
    made = TodayPage(session)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    made.show()
    return made


@pytest.fixture
def at(clock, page):
    """Set the clock and let the page look at it, as its timer would."""

    def go(hours):
        clock.now = by(hours).at
        page.beat()

    return go
