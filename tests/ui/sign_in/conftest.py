"""The window of an office whose people sign in, and a clock that a test sets."""

from datetime import timedelta

import pytest

from tests.invented import NOW, staffed_store
from tests.services.doors import opened
from ui.session import InlineExecutor, Session
from ui.sign_in.door import Door
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages


class Clock:
    """Stands still until it is put on by minutes."""

    def __init__(self):
        self.minutes = 0.0

    def __call__(self):
        return NOW + timedelta(minutes=self.minutes)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(qapp, clock):
    made = Session(opened(staffed_store()), actor="值班室", now=clock, executor=InlineExecutor())
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def asked():
    """How often a mere name was asked for."""
    return []


@pytest.fixture
def window(qtbot, session, asked):
    """The window with its door, nobody signed in yet."""
    commands = {}
    made = MainWindow(
        session,
        all_pages(),
        {each: lambda each=each: commands[each]() for each in ("sign_in", "lock")},
        chosen={},
    )
    made.door = Door(made, session, lambda: asked.append(1), made.note)
    commands.update(sign_in=made.door.ask, lock=made.door.lock)
    qtbot.addWidget(made)
    made.show()
    return made
