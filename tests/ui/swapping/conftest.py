"""A published December, and the dialog on one of its duties."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.invented import BY, a_copy, published_store
from tests.services.swapping import DECEMBER, PLACE, stands
from ui.session import InlineExecutor, Session
from ui.swapping.dialog import SwapDialog


@pytest.fixture(scope="module")
def published():
    return published_store(DECEMBER)


@pytest.fixture
def store(published):
    return a_copy(published)


@pytest.fixture
def instant():
    """When everything is done; a test may set another."""
    return [BY.at]


@pytest.fixture
def session(qapp, store, instant):
    opened = Session(store, actor="王敏", now=lambda: instant[0], executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def refused(session):
    """What the session refused, by the name of the error."""
    errors = []
    session.refused.connect(lambda error: errors.append(type(error).__name__))
    return errors


@pytest.fixture
def asked(qtbot, session, store):
    """The dialog for the officer's place of 15 December."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def open_dialog(place=PLACE):
        dialog = SwapDialog(parent, session, place, stands(store, place)[1])
        dialog.open()
        return dialog

    return open_dialog
