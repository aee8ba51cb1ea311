from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rules import Rule
from dutydesk.services import roster, undo
from dutydesk.services.people import save_people
from tests.invented import BY, people
from tests.ui.roster.conftest import NOVEMBER
from ui.roster.cells import Mark
from ui.roster.spans import View

MONDAY = PlaceKey(date(2026, 11, 2), "full_day", "leader", 0)
TUESDAY = PlaceKey(date(2026, 11, 3), "full_day", "leader", 0)


def shown(page, place):
    index = page.model.index_of(place)
    return page.model.cells[index.row()][index.column()]


def sentences(page):
    return page.side.findings.list.texts()


def test_the_month_of_today_is_shown_and_today_is_current(page):
    assert page.bar.title.text() == "Nov 2026"
    assert page.model.lines()[page.view.currentIndex().row()].day == date(2026, 11, 16)


def test_a_broken_rule_is_allowed_and_said_at_once(page):
    page.cells.enter([(MONDAY, "王文博"), (TUESDAY, "王文博")])
    assert shown(page, TUESDAY).marks & Mark.ERROR
    assert any("王文博" in each and "rest" in each for each in sentences(page))
    assert "rest" in page.model.index_of(TUESDAY).data(3)


def test_a_finding_leads_to_its_cell(page):
    page.cells.enter([(TUESDAY, "")])
    finding = next(each for each in page.appraisal.findings if each.rule is Rule.EMPTY_PLACE)
    page.bar.step(1)
    page.side.findings.chosen.emit(finding)
    assert page.bar.title.text() == "Nov 2026"
    assert page.model.place(page.view.currentIndex()) == TUESDAY


def test_undo_brings_the_cell_back(page, session):
    before = shown(page, MONDAY).text
    page.cells.swap(MONDAY, TUESDAY)
    assert shown(page, TUESDAY).text == before
    session.perform(undo.undo, by=BY)
    assert shown(page, MONDAY).text == before


def test_lock_and_unlock(page):
    page.view.setCurrentIndex(page.model.index_of(MONDAY))
    page.cells.toggle_lock()
    assert shown(page, MONDAY).marks & Mark.LOCKED
    page.cells.toggle_lock()
    assert not shown(page, MONDAY).marks & Mark.LOCKED


def test_a_note_is_written_and_taken_away(page, monkeypatch):
    def answer(_parent, _title, _question, entered, _text):
        entered("开会")

    monkeypatch.setattr("ui.roster.cell_deeds.ask_text", answer)
    page.view.setCurrentIndex(page.model.index_of(MONDAY))
    page.cells.actions["note"].trigger()
    assert shown(page, MONDAY).marks & Mark.NOTE
    assert "开会" in page.foot.cell.text()
    page.cells.actions["no_note"].trigger()
    assert not shown(page, MONDAY).marks & Mark.NOTE


def test_going_on_and_back_and_to_today(page):
    page.bar.ahead.trigger()
    assert page.bar.title.text() == "Dec 2026"
    assert "Nothing is planned here yet." in page.notices.texts()
    page.bar.back.trigger()
    page.bar.back.trigger()
    assert page.bar.title.text() == "Oct 2026"
    page.bar.now.trigger()
    assert page.bar.title.text() == "Nov 2026"


def test_a_place_is_named_and_found_again(page):
    page.bar.views[View.WEEK].click()
    page.view.setCurrentIndex(page.model.index(3, 2))
    place = page.place()
    page.bar.step(5)
    page.go_to(place)
    assert page.place() == place
    assert page.bar.views[View.WEEK].isChecked()


def test_another_page_may_name_a_day(page):
    page.go_to("2026-12-24")
    assert page.bar.title.text() == "Dec 2026"
    assert page.model.lines()[page.view.currentIndex().row()].day == date(2026, 12, 24)


def test_a_hidden_page_reads_when_it_is_shown_again(page, session):
    page.hide()
    session.perform(roster.assign, [(MONDAY, "p14")], by=BY)
    assert shown(page, MONDAY).text != "韩镕"
    page.show()
    assert shown(page, MONDAY).text == "韩镕"


def test_nobody_on_the_list_shows_the_way_to_import_one(page, session, store):
    assert page.view.isVisible()
    roster.clear(store, page.model.grid.duties, by=BY)
    with store.write(BY, "test", deed_id="nobody") as writing:
        for table, rows in (
            ("duty", page.model.grid.duties.values()),
            ("person", page.model.grid.people.values()),
        ):
            for row in rows:
                writing.remove_row(table, row.id)
    page.reload()
    assert not page.view.isVisible()
    assert "Nobody is on the staff list yet" in [label.text() for label in page.findChildren(QLabel)]
    session.perform(save_people, people(1), by=BY)
    assert page.view.isVisible()


def test_a_year_without_notice_is_said_once(page):
    page.go_to("2031-05-01")
    assert any("2031" in each for each in page.notices.texts())
    page.go_to("2026-11-01")
    assert not any("2026" in each for each in page.notices.texts())


def test_the_commands_lead_to_their_tabs(page):
    commands = page.commands()
    commands["plan"]()
    assert page.side.currentWidget() is page.side.plan
    commands["publish"]()
    assert page.side.currentWidget() is page.side.publish
    commands["check"]()
    assert page.side.currentWidget() is page.side.findings


def test_the_foot_counts_places(page):
    assert page.foot.count.text() == "120 places, 0 empty"
    page.cells.enter([(MONDAY, "")])
    assert page.foot.count.text() == "120 places, 1 empty"


@pytest.mark.parametrize("command", ["print", "export"])
def test_an_empty_period_is_not_put_on_paper(page, refused, command):
    page.bar.step(1)
    page.commands()[command]()
    assert refused == ["NothingPlannedError"]


def test_the_state_tells_draft_from_published(page, session):
    assert page.bar.state.text() == "Draft"
    session.perform(roster.publish, NOVEMBER, by=BY)
    assert page.bar.state.text() == "Version 1, published"
    page.cells.swap(MONDAY, TUESDAY)
    assert page.bar.state.text() == "Version 1, ▲2 changed since"
