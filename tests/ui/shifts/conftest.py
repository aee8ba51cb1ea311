import pytest

from dutydesk.domain.presets import PresetKind
from tests.invented import NOW, staffed_store
from ui.session import InlineExecutor, Session
from ui.shifts.page import ShiftsPage


@pytest.fixture
def session(qapp):
    store = staffed_store(8, PresetKind.GAPS)
    opened = Session(store, actor="王敏", now=lambda: NOW, executor=InlineExecutor())
    opened.told = []
    opened.refused.connect(opened.told.append)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def page(qtbot, session):
    made = ShiftsPage(session)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made
