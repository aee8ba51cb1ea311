"""A wizard at its first step, and one on the file that the first step made."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.accounts import Author
from dutydesk.services import files
from tests.ui.first_run.way import NAME, NOW, opened_on
from ui.first_run.wizard import FirstRun
from ui.session import InlineExecutor, Session


@pytest.fixture
def first(qtbot):
    made = FirstRun(None, lambda: Author("王秘书", NOW), None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def founded(first, tmp_path):
    """The file that the first step makes."""
    path = tmp_path / f"{NAME}.dutydesk"
    first.office.lines["name"].setText(NAME)
    first.office.lines["duty_phone"].setText("0571-88501234")
    first.office.lines["place"].setText("3号楼101室")
    first.office.file.choose(path)
    made = []
    first.founded.connect(made.append)
    first.forward.click()
    assert made == [path]
    return path


@pytest.fixture
def session(founded):
    opened = Session(files.open_file(founded), actor="王秘书", now=lambda: NOW, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def wizard(qtbot, session):
    return opened_on(qtbot, session)
