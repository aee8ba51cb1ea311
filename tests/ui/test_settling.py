"""The panel that a leave's dialog shows: what is proposed, who must be told, one click, one undo."""

from datetime import date

import pytest

from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Leave, LeaveState
from dutydesk.domain.settling import How
from dutydesk.services import roster, swaps, undo
from tests.invented import BY, a_copy, published_store
from tests.services.doors import opened
from ui.session import InlineExecutor, Session
from ui.settling import SettlePanel

DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def published():
    return published_store(DECEMBER)


@pytest.fixture
def session(qapp, published):
    opened = Session(a_copy(published), actor="王敏", now=lambda: BY.at, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def panel(qtbot, session):
    made = SettlePanel(session)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def leave(session):
    grid = session.read(roster.grid, DECEMBER)
    person = next(duty.actual for place, duty in sorted(grid.duties.items()) if place.post == "officer")
    return Leave("l", person, "annual", DECEMBER, reason="探亲", state=LeaveState.PENDING)


def duties_of(session, person):
    return [
        place for place, duty in session.read(roster.grid, DECEMBER).duties.items() if duty.actual == person
    ]


def cell(panel, row, column):
    return panel.lines.index(row, column).data()


def test_nothing_is_shown_without_a_leave_or_duties(panel, leave):
    assert panel.isHidden()
    panel.show_leave(Leave("x", leave.person, "annual", Period(date(2026, 11, 21), date(2026, 11, 22))))
    assert panel.isHidden()


def test_every_duty_is_named_with_who_takes_it_and_why(panel, session, leave):
    panel.show_leave(leave)
    places = sorted(duties_of(session, leave.person))
    assert not panel.isHidden()
    assert panel.lines.rowCount() == len(places)
    assert cell(panel, 0, 0).startswith(f"{places[0].day.day} Dec ")
    assert "next in turn" in cell(panel, 0, 3)
    assert f"{len(places)} changes settle it." in panel.summary.text()


def test_who_must_be_told_stands_there_with_phone(panel, session, leave):
    panel.show_leave(leave)
    phone = session.read(roster.grid, DECEMBER).people[leave.person].phone
    assert phone in panel.told.text()
    assert "no longer stands" in panel.told.text()


def test_one_click_settles_all_and_one_undo_brings_it_back(panel, qtbot, session, leave):
    before = duties_of(session, leave.person)
    panel.show_leave(leave)
    with qtbot.waitSignal(panel.settled):
        panel.go.click()
    assert duties_of(session, leave.person) == []
    assert panel.table.isHidden()
    assert panel.summary.text() == "All duties inside the leave are settled."
    assert "no longer stands" in panel.told.text()
    panel.show_leave(leave)
    assert panel.isHidden()
    session.perform(undo.undo, by=session.author())
    assert duties_of(session, leave.person) == before


def test_somebody_else_is_chosen_in_the_list(panel, session, leave):
    panel.show_leave(leave)
    panel.table.setCurrentIndex(panel.lines.index(0, 2))
    other = panel.candidates()[-1]
    panel.lines.setData(panel.lines.index(0, 2), other.label)
    assert panel.proposal.lines[0].how is How.CHOSEN
    assert cell(panel, 0, 2) == other.label
    panel.go.click()
    assert other.key in {each.counterpart for each in session.read(swaps.swaps)}


def test_a_name_that_nobody_has_is_refused_in_place(panel, leave):
    panel.show_leave(leave)
    was = cell(panel, 0, 2)
    panel.lines.setData(panel.lines.index(0, 2), "无此人")
    assert "无此人" in panel.refused.text()
    assert cell(panel, 0, 2) == was


def test_a_choice_that_breaks_a_rule_is_refused_when_it_is_done(panel, qtbot, session, leave):
    panel.show_leave(leave)
    place = panel.proposal.lines[0].place
    grid = session.read(roster.grid, DECEMBER)
    neighbour = next(each for each in grid.duties if each.day == place.day and each.post == "leader")
    panel.lines.setData(panel.lines.index(0, 2), grid.names[grid.duties[neighbour].actual])
    with qtbot.waitSignal(session.refused):
        panel.go.click()
    assert place in duties_of(session, leave.person)


def test_whoever_may_not_settle_is_told_who_may(panel, session, leave):
    session.read(opened)
    session.person = "p2"
    panel.show_leave(leave)
    assert not panel.go.isEnabled()
    assert "duty leader" in panel.go.toolTip()
