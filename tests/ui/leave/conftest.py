import pytest

from tests.invented import NOW
from tests.services.leave.office import leave_store
from ui.leave.page import LeavePage
from ui.session import InlineExecutor, Session


@pytest.fixture
def session(qapp):
    """The small office of the leave tests on Friday, 20 November 2026."""
    opened = Session(leave_store(), actor="王敏", now=lambda: NOW, executor=InlineExecutor())
    opened.told = []
    opened.refused.connect(opened.told.append)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def store(session):
    """The session's store, to be filled behind the window."""
    return session.read(lambda store: store)


@pytest.fixture
def page(qtbot, session):
    made = LeavePage(session)
    qtbot.addWidget(made)
    made.show()
    return made
