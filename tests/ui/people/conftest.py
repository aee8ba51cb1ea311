import pytest

from tests.invented import NOW, staffed_store
from ui.people.page import PeoplePage
from ui.session import InlineExecutor, Session


@pytest.fixture
def session(qapp):
    opened = Session(staffed_store(), actor="王敏", now=lambda: NOW, executor=InlineExecutor())
    opened.told = []
    opened.refused.connect(opened.told.append)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def page(qtbot, session):
    made = PeoplePage(session)
    qtbot.addWidget(made)
    made.show()
    return made
