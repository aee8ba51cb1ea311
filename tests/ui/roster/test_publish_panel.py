from datetime import date

import pytest

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.services import roster
from tests.ui.roster.conftest import NOVEMBER
from ui.roster.spans import View

MONDAY = PlaceKey(date(2026, 11, 2), "full_day", "leader", 0)


@pytest.fixture
def panel(page):
    return page.side.publish


def test_the_first_version_tells_everybody(page, panel):
    assert panel.state.text() == "Draft: not published yet."
    assert panel.go.text() == "Publish version 1: 1 Nov – 30 Nov"
    assert len(panel.news.texts()) == len({cell.person for row in page.model.cells for cell in row})


def test_published_there_is_nothing_more_to_tell(panel, session):
    panel.go.click()
    assert panel.state.text() == "Published as version 1."
    assert panel.news.texts() == []
    assert not panel.go.isEnabled()
    assert session.read(roster.grid, NOVEMBER).version == 1


def test_after_a_change_only_those_concerned_are_told(page, panel):
    panel.go.click()
    before = page.model.index_of(MONDAY).data()
    page.cells.enter([(MONDAY, "吴静")])
    assert set(panel.news.texts()) == {
        f"{before}: no longer stands 2 Nov Mon 带班领导",
        "吴静: stands 2 Nov Mon 带班领导",
    }
    assert panel.go.text().startswith("Publish version 2")
    assert panel.warning.text().endswith("left in the period.")


def test_a_swap_tells_both_what_they_gain_and_lose(page, panel):
    panel.go.click()
    page.cells.swap(MONDAY, PlaceKey(date(2026, 11, 3), "full_day", "leader", 0))
    assert all(": now stands" in each and "no longer stands" in each for each in panel.news.texts())
    assert len(panel.news.texts()) == 2


def test_a_line_leads_to_the_first_place(page, panel):
    panel.news.clicked.emit(panel.news.links.index(0))
    assert page.view.currentIndex().row() < 10


def test_an_empty_period_cannot_be_published(page, panel):
    page.bar.step(1)
    assert panel.state.text() == "Nothing is planned yet."
    assert not panel.go.isEnabled()


def test_what_was_never_published_is_told_apart_from_changes(page, panel):
    page.bar.show_period(View.FREE, Period(date(2026, 11, 1), date(2026, 11, 15)))
    panel.go.click()
    page.bar.show_view(View.MONTH)
    assert page.bar.state.text() == "Version 1, partly published"
    assert panel.state.text() == "Published as version 1. 60 duties are not published yet."
