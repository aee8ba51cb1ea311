import pytest

from dutydesk.services.files import open_file
from dutydesk.storage import file
from tests.services.nights import MAIN, a_room, arrive, by
from ui.log.page import LogPage
from ui.session import InlineExecutor, Session


@pytest.fixture
def store():
    opened = a_room()
    arrive(opened, 0, MAIN)
    return opened


def a_session(store):
    opened = Session(store, actor="钱堃", now=lambda: by(3).at, executor=InlineExecutor())
    opened.told = []
    opened.refused.connect(opened.told.append)
    return opened


@pytest.fixture
def session(qapp, store):
    opened = a_session(store)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def make_page(qtbot):
    """A page on a session, shown."""

    def make(session):
        made = LogPage(session)
        qtbot.addWidget(made)
        made.resize(1200, 800)
        made.show()
        return made

    return make


@pytest.fixture
def page(make_page, session):
    return make_page(session)


@pytest.fixture
def on_disk(qapp, tmp_path):
    """Sessions on a file, one after the other, as after a crash; all are closed at the end."""
    path = tmp_path / "office.dutydesk"
    file.create(path, "desk")
    sessions = []

    def begin():
        sessions.append(a_session(open_file(path)))
        return sessions[-1]

    yield begin
    for each in sessions:
        each.close()
        each.deleteLater()
