from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.duties import PlaceKey
from ui.roster.candidates_popup import CandidatesPopup
from ui.roster.cells import Mark
from ui.roster.publish_panel import short_state

MONDAY = PlaceKey(date(2026, 11, 2), "full_day", "leader", 0)


@pytest.fixture
def popup(page):
    """Who could stand the duty leader's place on Monday, which is empty."""
    page.cells.enter([(MONDAY, "")])
    page.show_place(MONDAY)
    page.cells.actions["who"].trigger()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, CandidatesPopup)
    return shown


def lines(popup):
    model = popup.table.view.model()
    return [[model.index(row, column).data() for column in range(6)] for row in range(model.rowCount())]


def test_the_free_come_first_and_the_others_say_why_not(popup):
    ranked = lines(popup)
    assert sorted(line[0] for line in ranked) == sorted(["赵明远", "王文博", "韩镕", "施思源"])
    assert ranked[0][5] == "free"
    hindered = [line[5] for line in ranked if line[5] != "free"]
    assert ranked[-len(hindered) :] == [line for line in ranked if line[5] != "free"]
    assert any("rest" in each or "week" in each for each in hindered)


def test_enter_assigns_the_first(page, popup, qtbot, deeds):
    first = lines(popup)[0][0]
    qtbot.keyClick(popup.table.view, Qt.Key.Key_Return)
    assert page.model.index_of(MONDAY).data() == first
    assert len(deeds) == 1


def test_typing_narrows_the_list_down(page, popup, qtbot):
    popup.table.filter.setText("zmy")
    assert [line[0] for line in lines(popup)] == ["赵明远"]
    qtbot.keyClick(popup.table.filter, Qt.Key.Key_Return)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert page.model.index_of(MONDAY).data() == "赵明远"


def test_nobody_is_asked_for_a_place_that_is_not_needed(page):
    page.bar.step(-1)
    page.view.clearSelection()
    page.view.selectionModel().clearCurrentIndex()
    page.cells.who()
    assert QApplication.activePopupWidget() is None
    assert not page.cells.actions["lock"].isEnabled()


def test_a_swap_of_published_duties_shows_at_both(page, session):
    page.side.publish.go.click()
    other = PlaceKey(date(2026, 11, 3), "full_day", "leader", 0)
    page.model.swapped.emit(MONDAY, other)
    for place in (MONDAY, other):
        index = page.model.index_of(place)
        assert page.model.cells[index.row()][index.column()].marks & (Mark.CHANGED | Mark.STOOD_IN)
    assert short_state(page.model.grid)[0].endswith("▲2 changed since")


def test_an_empty_place_is_not_locked(page, deeds):
    page.cells.enter([(MONDAY, "")])
    page.show_place(MONDAY)
    deeds.clear()
    page.cells.toggle_lock()
    assert deeds == []
