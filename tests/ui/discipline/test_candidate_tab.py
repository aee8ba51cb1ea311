"""Candidates: each says why, opens what it rests on, and waits for somebody's word."""

from PySide6.QtWidgets import QCheckBox

from dutydesk.domain.leave import Leave, LeaveState, LeaveType
from dutydesk.domain.violations import State
from dutydesk.services import discipline, followups, incidents, violations
from dutydesk.services.changes import deed
from dutydesk.services.clock_doubt import note_jump
from dutydesk.services.watch import sign_in
from dutydesk.storage.leave import LEAVE_TYPES, LEAVES
from tests.builders import days
from tests.services.nights import by, seat
from tests.services.test_followups import matter
from tests.services.test_incidents import slide
from tests.ui.discipline.forms import form, rows
from tests.ui.seen import choose, shown
from ui.discipline import candidate_tab
from ui.discipline.page import DisciplinePage
from ui.history.dialog import HistoryDialog
from ui.window.alarm import Alarm


def test_a_candidate_becomes_a_violation_that_is_not_counted_yet(page, store):
    choose(page.candidates.list.view, 0)
    page.candidates.report.trigger()
    form().try_it()
    (found,) = violations.of_year(store, 2026)
    assert (found.person, found.state, found.points) == ("p3", State.REPORTED, 0)
    assert page.candidates.list.model.rows() == ()
    page.go_to("violations")
    assert rows(page.violations)[0][:5] == [
        "2026-001",
        "21 Nov",
        "李雅琴",
        "late arrival",
        "reported, not judged",
    ]


def test_a_candidate_is_put_aside_with_a_reason(page, store, monkeypatch):
    monkeypatch.setattr(candidate_tab, "ask_text", lambda *asked: asked[3]("路上封道"))
    choose(page.candidates.list.view, 0)
    page.candidates.put_aside.trigger()
    assert [why.reason for _, why in discipline.dismissed(store)] == ["路上封道"]
    assert page.tabs.tabText(0) == "Candidates"


def test_a_candidate_says_why_and_shows_the_records_it_rests_on(page):
    choose(page.candidates.list.view, 0)
    tab = page.candidates
    assert tab.why.text().startswith("李雅琴 signed in at 21 Nov 2026 08:12, 12 minutes after the start: ")
    assert tab.grounds.texts() == ["attendance, entered 21 Nov 08:12 by 王敏"]
    tab.grounds.itemActivated.emit(tab.grounds.item(0))
    dialog = form(HistoryDialog)
    assert shown(dialog.changes.list)[-1][1] == "王敏"
    dialog.reject()


def test_a_record_that_a_page_shows_is_opened_there(window, store):
    followups.register(store, matter(25, content="排水口清淤"), by=by(24.5))
    window.findChild(Alarm).look()
    window.go("discipline")
    tab = window.findChild(DisciplinePage).candidates
    row = next(at for at, texts in enumerate(rows(tab)) if "overdue follow-up" in texts)
    choose(tab.list.view, row)
    assert tab.why.text() == "孙镕 had until 21 Nov 2026 09:00 and did not settle the matter."
    tab.grounds.itemActivated.emit(tab.grounds.item(0))
    assert window.place()[0] == "followups"


def test_a_doubted_clock_and_who_stood_in_are_said_where_a_candidate_is_judged(page, store):
    note_jump(store, by(29).at, by(29.5).at, by=by(29.5))
    sign_in(store, seat(1), "p5", cover_by="赵明远", by=by(29.7))
    page.reload()
    tab = page.candidates
    choose(tab.list.view, 0)
    assert "Its time is doubtful: the clock showed 2026-11-21 13:30 where 2026-11-21 13:00" in tab.why.text()
    assert tab.grounds.texts()[0].endswith("(clock in doubt)")
    choose(tab.list.view, 1)
    assert tab.why.text().splitlines()[1] == "吴静 stood in for 李雅琴 and answers for it."


def test_who_did_not_report_back_from_leave_is_noted_wherever_one_is(window, store):
    with deed(store, by(0), "begin") as act:
        act.writing.put(LEAVE_TYPES, LeaveType("annual", "年休假"))
        act.writing.put(LEAVES, Leave("l", "p5", "annual", days("2026-11-02"), state=LeaveState.APPROVED))
    window.findChild(Alarm).look()
    window.go("discipline")
    told = rows(window.findChild(DisciplinePage).candidates)
    assert [row[1:3] for row in told] == [["李雅琴", "late arrival"], ["吴静", "overdue return from leave"]]


def test_a_second_late_report_of_an_incident_says_so_and_needs_a_word_to_count_too(page, store):
    incidents.open_incident(store, slide(), by=by(6))
    incidents.note_late_reports(store, by=by(8))
    page.reload()
    tab = page.candidates
    _choose_late(tab)
    assert "was due at 14:30 and is noted too. It is one matter: points are taken once." in tab.why.text()
    tab.report.trigger()
    form().try_it()
    _choose_late(tab)
    assert "It is one matter with violation 2026-001" in tab.why.text()
    tab.report.trigger()
    dialog = form()
    dialog.try_it()
    assert len(violations.of_year(store, 2026)) == 1
    box = dialog.findChild(QCheckBox)
    assert (box.accessibleName(), box.text()) == ("Same incident as 2026-001", "Counts apart")
    box.click()
    dialog.try_it()
    assert len(violations.of_year(store, 2026)) == 2


def _choose_late(tab):
    choose(tab.list.view, next(at for at, texts in enumerate(rows(tab)) if "late report" in texts))
