"""Discipline through the window: a candidate becomes a violation and takes its course."""

import pytest
from PySide6.QtWidgets import QApplication, QDateTimeEdit

from dutydesk.domain.circulars import CIRCULARS
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.leave import Leave, LeaveState, LeaveType
from dutydesk.domain.points import DISCIPLINE
from dutydesk.domain.rest import REST
from dutydesk.domain.spot_checks import Presence
from dutydesk.domain.violations import State
from dutydesk.services import discipline, scores, spot_checks, violations
from dutydesk.services.changes import deed
from dutydesk.services.rulebook import in_force
from dutydesk.services.undo import undoable
from dutydesk.storage.leave import LEAVE_TYPES, LEAVES
from tests.builders import day, days
from tests.services.cases import confirmed
from tests.services.nights import DEPUTY, DRIVER, LEADER, MAIN, a_room, arrive, by
from tests.ui.seen import choose, shown
from ui.discipline import candidate_tab, sheet_tab, violation_tab
from ui.discipline.charge_form import ChargeForm
from ui.discipline.check_form import CheckForm
from ui.discipline.form_dialog import FormDialog
from ui.discipline.page import TABS, DisciplinePage
from ui.discipline.rules_form import RulesDialog
from ui.history.dialog import HistoryDialog
from ui.session import InlineExecutor, Session
from ui.widgets.name_edit import NameEdit
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages

NOW = by(30).at
"""Saturday, 14:00."""


@pytest.fixture
def store():
    opened = a_room()
    arrive(opened, 0)
    arrive(opened, 1, LEADER, DEPUTY, DRIVER)
    arrive(opened, 1, MAIN, late=0.2)
    return opened


@pytest.fixture
def session(qapp, store):
    opened = Session(store, actor="王敏", now=lambda: NOW, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def window(qtbot, session):
    made = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def page(window):
    window.go("discipline")
    return window.findChild(DisciplinePage)


def rows(tab):
    return shown(tab.list.view)


def form(kind=FormDialog):
    """The form that is open."""
    QApplication.processEvents()
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )


def test_the_tabs_say_what_waits(page):
    assert page.tabs.tabText(0) == "Candidates (1)"
    for at, name in enumerate(TABS):
        page.go_to(name)
        assert (page.tabs.currentIndex(), page.place()) == (at, name)


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


def test_who_did_not_report_back_from_leave_is_noted_when_the_page_is_opened(window, store):
    with deed(store, by(0), "begin") as act:
        act.writing.put(LEAVE_TYPES, LeaveType("annual", "年休假"))
        act.writing.put(LEAVES, Leave("l", "p5", "annual", days("2026-11-02"), state=LeaveState.APPROVED))
    window.go("discipline")
    told = rows(window.findChild(DisciplinePage).candidates)
    assert [row[1:3] for row in told] == [["吴静", "overdue return from leave"], ["李雅琴", "late arrival"]]


@pytest.fixture
def case(page, store, session):
    """A violation that was reported, chosen on its tab."""
    choose(page.candidates.list.view, 0)
    page.candidates.report.trigger()
    form().try_it()
    page.go_to("violations")
    choose(page.violations.list.view, 0)
    return page.violations


def state(store):
    return violations.of_year(store, 2026)[0].state


def enter(tab, step, *texts):
    """Take a step that asks for words."""
    tab.steps[step].trigger()
    asked = form()
    for field, text in zip(asked.findChildren(violation_tab.QLineEdit), texts, strict=False):
        field.setText(text)
    asked.try_it()
    choose(tab.list.view, 0)


def offered(tab):
    return {name for name, step in tab.steps.items() if step.isEnabled()}


def test_only_the_next_steps_are_offered_and_each_is_told(case, store):
    assert offered(case) == {"inform", "excuse", "drop"}
    case.steps["inform"].trigger()
    choose(case.list.view, 0)
    enter(case, "hear", "路上堵车")
    case.steps["verify"].trigger()
    choose(case.list.view, 0)
    enter(case, "confirm")
    assert state(store) is State.CONFIRMED
    assert offered(case) == {"appeal"}
    assert "路上堵车" in case.words.toPlainText()
    assert "May be appealed until 27 Nov 2026." in case.words.toPlainText()
    enter(case, "appeal", "已提前报告")
    assert offered(case) == {"decide"}
    case.steps["decide"].trigger()
    asked = form()
    asked.findChild(violation_tab.QComboBox).setCurrentIndex(2)
    asked.findChildren(violation_tab.QLineEdit)[-1].setText("属实")
    asked.try_it()
    assert state(store) is State.CANCELLED
    assert undoable(store) is None


def test_a_refusal_keeps_the_form_open_with_what_was_entered(case, session, qtbot):
    case.steps["inform"].trigger()
    choose(case.list.view, 0)
    case.steps["hear"].trigger()
    asked = form()
    with qtbot.waitSignal(session.refused):
        asked.try_it()
    assert asked.isVisible()
    asked.reject()


def test_an_end_needs_a_reason(case, store, monkeypatch):
    monkeypatch.setattr(violation_tab, "ask_text", lambda *asked: asked[3]("有医院证明"))
    case.steps["excuse"].trigger()
    assert state(store) is State.EXCUSED


def test_what_nothing_noted_is_reported_on_a_form(page, store):
    page.go_to("violations")
    page.violations.report.trigger()
    asked = form(ChargeForm)
    asked.person.set_key("p5")
    asked.what.setText("值班期间看视频")
    asked.try_it()
    (found,) = violations.of_year(store, 2026)
    assert (found.person, found.at, found.what) == ("p5", NOW.replace(second=0), "值班期间看视频")


def test_the_sheets_show_what_was_taken_and_take_what_is_given(page, store, session):
    confirmed(store, hours=14)
    page.reload()
    page.go_to("sheets")
    told = {row[0]: row for row in rows(page.sheets)}
    assert told["钱堃"][2:6] == ["100", "5", "0", "95"]
    page.sheets.list.choose("p1")
    page.sheets.add.trigger()
    asked = form()
    asked.findChild(sheet_tab.QDoubleSpinBox).setValue(2)
    asked.findChildren(sheet_tab.QLineEdit)[-1].setText("妥善处置山洪预警")
    asked.try_it()
    assert scores.sheet(store, "p1", 2026, day("2026-11-21")).net == 9700


def test_a_year_is_closed_after_a_question(page, store, monkeypatch):
    monkeypatch.setattr(sheet_tab, "confirm", lambda *asked: asked[3]())
    page.go_to("sheets")
    page.sheets.year.setValue(2025)
    page.sheets.close_it.trigger()
    assert scores.closing(store, 2025)
    assert page.sheets.closed.text() == "The sheets of 2025 are closed and final."


def test_a_check_is_recorded_of_everybody_on_duty_and_makes_candidates(page, store):
    page.go_to("checks")
    page.checks.record.trigger()
    asked = form(CheckForm)
    assert len(asked.found) == 4
    asked.found[0].setCurrentIndex(list(Presence).index(Presence.ABSENT))
    asked.evidence.setText("照片7")
    asked.try_it()
    assert rows(page.checks)[0][3].endswith("absent from post")
    assert page.tabs.tabText(0) == "Candidates (2)"
    assert spot_checks.checks(store, by(0).at, by(40).at)[0].evidence == "照片7"


def test_next_weeks_checks_are_refused_without_a_roster(page, session, qtbot):
    page.go_to("checks")
    with qtbot.waitSignal(session.refused):
        page.checks.plan.trigger()


def test_the_circular_of_last_week_is_written(page, session, tmp_path, monkeypatch):
    page.go_to("violations")
    for name in ("circular.docx", "circular.pdf"):
        monkeypatch.setattr(violation_tab, "ask_save", lambda *asked, out=name: asked[3](tmp_path / out))
        page.violations.circular.trigger()
        assert (tmp_path / name).stat().st_size


def test_overtime_is_asked_for_recorded_and_verified_and_earns_rest(page, store):
    page.go_to("rest")
    page.rest.ask.trigger()
    asked = form()
    asked.findChild(NameEdit).set_key("p5")
    starts, ends = asked.findChildren(QDateTimeEdit)
    starts.setDateTime(ends.dateTime().addSecs(-8 * 3600))
    asked.findChildren(sheet_tab.QLineEdit)[-2].setText("防汛会商")
    asked.try_it()
    choose(page.rest.list.view, 0)
    page.rest.record.trigger()
    recorded = form()
    next(each for each in recorded.findChildren(sheet_tab.QLineEdit) if not each.text()).setText("起草报告")
    recorded.try_it()
    choose(page.rest.list.view, 0)
    page.rest.verify.trigger()
    assert rows(page.rest)[0][2] == "verified"
    assert ["吴静", "1", "0", "0", "1", ""] in shown(page.rest.left.view)


def test_other_numbers_hold_from_a_day_on(page, store):
    page.go_to("sheets")
    page.sheets.rules.trigger()
    asked = form(RulesDialog)
    asked.points["late"].setValue(2.5)
    asked.joint.setValue(50)
    asked.span.setCurrentIndex(2)
    asked.valid.setValue(12)
    asked.try_it()
    today = by(30).at.date()
    assert in_force(store, DISCIPLINE, today).due(ViolationKind.LATE) == 250
    assert in_force(store, DISCIPLINE, day("2026-11-20")).due(ViolationKind.LATE) == 100
    assert in_force(store, CIRCULARS, today).span == "month"
    assert in_force(store, REST, today).valid_months == 12


def test_the_history_of_a_violation_tells_its_steps(page, window):
    choose(page.candidates.list.view, 0)
    page.candidates.report.trigger()
    form().try_it()
    window.go("discipline", "violations")
    choose(page.violations.list.view, 0)
    window.do("history")
    dialog = form(HistoryDialog)
    assert shown(dialog.changes.list)[-1][5].startswith("violation: ")
    dialog.reject()
