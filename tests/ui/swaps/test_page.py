"""The inbox of exchanges, through the window."""

import pytest
from PySide6.QtWidgets import QDialog

from dutydesk.domain.swaps import SwapState
from dutydesk.services import roster, swaps, undo
from tests.invented import BY, a_copy, published_store
from tests.services.swapping import DECEMBER, PLACE, away, free, leader, stands
from tests.ui.seen import shown
from ui.roster.page import RosterPage
from ui.session import InlineExecutor, Session
from ui.swapping.dialog import SwapDialog
from ui.swaps import page as swaps_page
from ui.swaps.page import SwapsPage


@pytest.fixture(scope="module")
def published():
    return published_store(DECEMBER)


@pytest.fixture
def store(published):
    return a_copy(published)


@pytest.fixture
def session(qapp, store):
    opened = Session(store, actor="王敏", now=lambda: BY.at, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def page(window):
    window.go("swaps")
    return window.findChild(SwapsPage)


@pytest.fixture
def number(session, store):
    """A request for a cover."""
    wanted = swaps.draw_up(store, PLACE, free(store), reason="外出培训", by=BY)
    session.perform(swaps.propose, wanted, by=BY)
    return wanted.id


def ask_why(monkeypatch, answer):
    """Answer the question for a reason."""
    monkeypatch.setattr(swaps_page, "ask_text", lambda *said: said[3](answer))


def word(window):
    """The dialog that asks whose word it is."""
    return next(each for each in window.findChildren(QDialog, "word") if each.isVisible())


def state(store, number):
    return swaps.swap(store, number).state


def test_from_the_cell_through_both_words_to_the_roster(window, store, qtbot):
    """Asked for in the roster, agreed and approved in the inbox, undone with one key."""
    window.go("roster", "2026-12-15")
    roster_page = window.findChild(RosterPage)
    roster_page.show_place(PLACE)
    roster_page.cells.actions["swap"].trigger()
    dialog = window.findChild(SwapDialog)
    other = free(store)
    dialog.choose(other)
    dialog.reason.setText("外出培训")
    dialog.ask.click()
    window.go("swaps")
    page = window.findChild(SwapsPage)
    assert shown(page.list.view, "State") == [["waits for the other one's word"]]
    page.list.view.go_to(0)
    assert [name for name, step in page.steps.items() if step.isEnabled()] == [
        "agree", "refuse", "take_back", "print",
    ]  # fmt: skip
    page.steps["agree"].trigger()
    word(window).paper.setText("3号")
    word(window).go.click()
    page.steps["approve"].trigger()
    word(window).name.set_key(leader(store))
    word(window).go.click()
    mine = stands(store, PLACE)[0]
    assert stands(store, PLACE) == (mine, other)
    assert shown(page.list.view) == []
    page.every.setChecked(True)
    assert shown(page.list.view, "State", "Filing number") == [["applied", "2026-001"]]
    page.list.view.go_to(0)
    assert "3号" in page.detail.words.text()
    undo.undo(store, by=BY)
    assert stands(store, PLACE) == (mine, mine)


def test_leave_approved_meanwhile_is_said_before_and_refused(page, session, store, number, window):
    swaps.agree(store, number, by=BY)
    away(store, swaps.swap(store, number).counterpart, PLACE.day)
    page.reload()
    page.list.view.go_to(0)
    assert "on leave" in page.detail.notices.texts()[0]
    page.steps["approve"].trigger()
    word(window).name.set_key(leader(store))
    word(window).go.click()
    assert state(store, number) is SwapState.AGREED
    assert "on leave" in window.said


@pytest.mark.parametrize(("step", "end"), [("refuse", SwapState.REFUSED), ("take_back", SwapState.CANCELLED)])
def test_a_request_is_closed_with_the_reason(page, store, number, monkeypatch, step, end):
    ask_why(monkeypatch, "人手不足")
    page.list.view.go_to(0)
    page.steps[step].trigger()
    assert (state(store, number), swaps.swap(store, number).closing) == (end, "人手不足")
    assert shown(page.list.view) == []


def test_a_waiting_exchange_is_applied_when_its_month_is_planned(page, store, session):
    other = free(store)
    january = PLACE.day.replace(year=2027, month=1, day=20)
    wanted = swaps.draw_up(store, PLACE, other, returned=january, reason="培训", by=BY)
    for deed in (
        lambda: swaps.propose(store, wanted, by=BY),
        lambda: swaps.agree(store, wanted.id, by=BY),
        lambda: swaps.approve(store, wanted.id, by=swaps.spoken_for(store, BY, leader(store), "")),
    ):
        deed()
    page.reload()
    page.list.view.go_to(0)
    assert page.detail.notices.texts() == []
    place = type(PLACE)(january, PLACE.shift, PLACE.post, PLACE.seat)
    session.perform(roster.assign, [(place, other)], by=BY)
    page.list.view.go_to(0)
    assert page.detail.notices.texts() == ["The other month is planned now: it can be applied."]
    page.steps["apply"].trigger()
    assert state(store, wanted.id) is SwapState.APPLIED


def test_the_form_is_printed(page, number, monkeypatch):
    sheets = []
    monkeypatch.setattr(swaps_page, "preview", lambda sheet, _: sheets.append(sheet))
    page.list.view.go_to(0)
    page.commands()["print"]()
    assert sheets[0].title == "Approval of an exchange or cover of duties"


def test_only_leaders_are_offered_for_the_approval(page, store, number, window):
    swaps.agree(store, number, by=BY)
    page.reload()
    page.list.view.go_to(0)
    page.steps["approve"].trigger()
    officer = swaps.swap(store, number).counterpart
    word(window).name.set_key(officer)
    assert not word(window).go.isEnabled()
    word(window).name.set_key(leader(store))
    assert word(window).go.isEnabled()
    word(window).reject()


def test_the_history_of_a_request_tells_who_asked_whom(page, number, window):
    page.go_to(number)
    window.do("history")
    dialog = next(each for each in window.findChildren(QDialog, "history") if each.isVisible())
    (row,) = shown(dialog.changes.list)
    assert row[5].startswith("swap or cover: ")
    assert "reason 外出培训" in row[6]
    dialog.reject()
