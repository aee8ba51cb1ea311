"""A small office whose November is planned, and the real page on it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.dates import Period
from dutydesk.domain.presets import PresetKind
from dutydesk.domain.rostering import make_plan
from dutydesk.services import people, roster
from tests.invented import BY, staffed_store
from tests.invented import people as invented_people
from ui.roster.page import RosterPage
from ui.session import InlineExecutor, Session

NOW = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)  # a Monday, half past nine in the office
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def store():
    """Twenty-eight people, two of them of one name, and nothing planned."""
    made = staffed_store(28, PresetKind.FULL_DAY)
    first, second = (each for each in invented_people(28) if each.id in {"p2", "p3"})
    people.save_people(made, [replace(second, name=first.name)], by=BY)
    return made


@pytest.fixture
def planned(store):
    """The same office with November planned."""
    situation = roster.situation_of(store, NOVEMBER)
    roster.adopt_plan(store, situation, make_plan(situation), by=BY)
    return store


@pytest.fixture
def session(qapp, planned):
    opened = Session(planned, actor="王敏", now=lambda: NOW, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def page(qtbot, session):
    made = RosterPage(session)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def refused(session):
    """What the session refused, by the name of the error."""
    errors = []
    session.refused.connect(lambda error: errors.append(type(error).__name__))
    return errors


@pytest.fixture
def deeds(session):
    """What the session changed."""
    changes = []
    session.changed.connect(changes.append)
    return changes


@pytest.fixture
def press(qtbot):
    """Presses a key on a widget."""

    def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(widget, key, modifier)

    return press
