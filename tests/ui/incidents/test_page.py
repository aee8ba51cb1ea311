"""The owner's case through the window: an urgent report, in time and an hour late."""

import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.followups import Source
from dutydesk.domain.incidents import NEEDED, ReportKind
from dutydesk.errors import IncompleteReportError, NotReadBackError
from dutydesk.services import followups, incidents
from dutydesk.services.discipline import candidates
from tests.services.nights import MAIN, a_room, arrive, by
from tests.services.test_incidents import slide, told
from tests.ui.seen import choose, shown, trigger
from tests.ui.today.desks import Hands, a_session
from ui.editing.facts_dialog import FactsDialog
from ui.incidents import page as incidents_page
from ui.incidents.page import IncidentsPage


@pytest.fixture
def clock():
    return Hands(by(6).at)


@pytest.fixture
def session(qapp, clock):
    store = a_room()
    arrive(store, 0, MAIN)
    opened = a_session(store, clock)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def page(qtbot, session):
    made = IncidentsPage(session)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


@pytest.fixture
def known(page, session):
    """A page with a landslide of 14:00, chosen."""
    session.perform(incidents.open_incident, slide(), by=by(6))
    choose(page.list.view, "北侧边坡塌方")
    return page


def dialog(page):
    return next(each for each in page.findChildren(FactsDialog) if each.isVisible())


def row(page):
    return shown(page.list.view, "Report by phone", "Report in writing", "State")[0]


def fill_report(page, kind=ReportKind.INITIAL, **facts):
    asked = dialog(page)
    asked.put(**{**dict.fromkeys(NEEDED[kind], "正在核实"), "signed_by": "赵明远", **facts})
    asked.go.click()
    return asked


def test_an_incident_is_entered_and_its_clocks_run_to_the_second(page, clock):
    page.begin()
    asked = dialog(page)
    asked.put(name="城南停电", grade="major", source="供电局")
    asked.go.click()
    assert row(page) == ["30:00 left", "1:00:00 left", "running"]
    clock.now = by(6 + 1 / 3600).at
    page.tick()
    assert row(page)[0] == "29:59 left"
    assert 0 < page.pulse.waits <= 1000


def test_scenario_1_an_hour_late_is_seen_and_noted_against_the_officer(known, clock, session):
    clock.now = by(8).at
    known.tick()
    assert row(known) == ["overdue by 1:30:00", "overdue by 1:00:00", "running"]
    known.report()
    fill_report(known)
    assert row(known)[1] == "late by 60 min"
    (late,) = [each for each in session.read(candidates) if each.minutes == 60]
    assert (late.kind, late.person) == (ViolationKind.LATE_REPORT, "p1")


def test_in_time_nothing_is_noted_and_the_story_tells_every_step(known, clock, session):
    clock.now = by(6.25).at
    known.tell()
    dialog(known).put(unit="省政府总值班室", whom="韩静")
    dialog(known).go.click()
    clock.now = by(6.5).at
    known.report()
    fill_report(known, dead="0")
    assert row(known)[:2] == ["in time", "in time"]
    assert session.read(candidates) == ()
    assert known.story.toPlainText().splitlines() == [
        "2026-11-20 14:00　learned of it",
        "2026-11-20 14:15　told 省政府总值班室 韩静 by phone",
        "2026-11-20 14:30　initial report",
    ]


def test_what_is_not_complete_does_not_go_out_and_what_was_typed_stays(known, session):
    known.report()
    asked = fill_report(known, dead="")
    assert isinstance(session.told[-1], IncompleteReportError)
    assert asked.isVisible()
    assert "dead" in asked.why.text()
    asked.put(dead="0")
    asked.go.click()
    assert len(session.read(incidents.incident_file, "i").reports) == 1


def test_after_the_initial_report_come_numbered_ones_and_the_final_one_ends_it(known, clock, session):
    known.report()
    fill_report(known)
    clock.now = by(7).at
    known.report()
    dialog(known).put(kind="final")
    dialog(known).go.click()
    fill_report(known, ReportKind.FINAL)
    assert session.read(incidents.incident_file, "i").is_over
    assert row(known)[2] == "over"
    known.report()
    assert not any(each.isVisible() for each in known.findChildren(FactsDialog))


def test_an_instruction_is_read_back_passed_on_and_answered(known, clock, session):
    known.instruct()
    dialog(known).put(leader="赵明远", content="立即到场")
    dialog(known).go.click()
    assert isinstance(session.told[-1], NotReadBackError)
    dialog(known).put(read_back=True)
    dialog(known).go.click()
    for facts in ({"whom": "应急局"}, {"result": "已到场"}):
        known.answer()
        dialog(known).put(**facts)
        dialog(known).go.click()
    (said,) = session.read(incidents.incident_file, "i").instructions
    assert (said.passed_to, said.result, said.pending) == ("应急局", "已到场", False)
    assert "result reported: 已到场" in known.story.toPlainText()


def test_the_newest_report_is_printed(known, monkeypatch):
    sheets = []
    monkeypatch.setattr(incidents_page, "preview", lambda sheet, _parent: sheets.append(sheet))
    known.print_report()
    assert sheets == []
    known.report()
    fill_report(known)
    known.print_report()
    assert sheets[0].subtitle == "〔2026〕 No. 1"


def test_a_step_is_offered_only_where_it_can_be_taken(page, session, clock):
    def offered():
        return [each.isEnabled() for each in page.steps]

    assert offered() == [True, False, False, False, False, False]
    session.perform(incidents.open_incident, slide(), by=by(6))
    choose(page.list.view, "北侧边坡塌方")
    assert offered() == [True, True, True, True, False, False]
    page.instruct()
    dialog(page).put(leader="赵明远", content="立即到场", read_back=True)
    dialog(page).go.click()
    assert offered() == [True] * 6


def test_an_instruction_becomes_a_follow_up_with_one_key(known, session):
    known.instruct()
    dialog(known).put(leader="赵明远", content="查明原因", read_back=True)
    dialog(known).go.click()
    trigger(known, "Follow up…")
    dialog(known).put(unit="应急局")
    dialog(known).go.click()
    (item,) = session.read(followups.open_follow_ups)
    assert (item.content, item.source, item.unit) == ("查明原因", Source.INSTRUCTION, "应急局")


def test_what_is_not_known_yet_is_answered_with_one_button(known, session):
    known.report()
    asked = dialog(known)
    asked.put(dead="0", signed_by="赵明远")
    next(each for each in asked.buttons.buttons() if each.text() == "The rest is being verified").click()
    asked.go.click()
    (report,) = session.read(incidents.incident_file, "i").reports
    assert (report.fact("dead"), report.fact("cause")) == ("0", "being verified")


def test_whoever_comes_with_a_clock_running_finds_that_incident(known, session, clock):
    known.report()
    fill_report(known)
    known.hide()
    later = slide(id="j", name="储罐泄漏", learned_at=by(6.1).at, received_at=by(6.1).at)
    clock.now = by(6.2).at
    session.perform(incidents.open_incident, later, by=by(6.2))
    session.perform(incidents.tell, told(6.1), by=by(6.2))
    known.show()
    assert "储罐泄漏" in shown(known.list.view)[known.list.view.currentIndex().row()]
