"""Discipline through the window: a violation takes its course, sheets, checks, overtime and rules."""

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit

from dutydesk.domain.circulars import CIRCULARS
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.leave import Counted, LeaveType
from dutydesk.domain.overtime import Overtime, OvertimeState
from dutydesk.domain.points import DISCIPLINE
from dutydesk.domain.rest import REST
from dutydesk.domain.spot_checks import SPOT_CHECKS, Item, Method, Presence
from dutydesk.domain.violations import State
from dutydesk.services import spot_checks, violations
from dutydesk.services.changes import deed
from dutydesk.services.rulebook import in_force
from dutydesk.services.undo import undoable
from dutydesk.storage.leave import LEAVE_TYPES
from dutydesk.storage.overtime import OVERTIME
from tests.builders import day
from tests.services.nights import by
from tests.ui.discipline.conftest import NOW
from tests.ui.discipline.forms import form, rows
from tests.ui.seen import choose, shown
from ui.discipline import course_pane, sheet_tab
from ui.discipline.charge_form import ChargeForm
from ui.discipline.check_form import CheckForm
from ui.discipline.page import TABS
from ui.discipline.rules_form import RulesDialog
from ui.history.dialog import HistoryDialog
from ui.leave.request_dialog import RequestDialog
from ui.widgets.name_edit import NameEdit


def test_the_tabs_say_what_waits(page):
    assert page.tabs.tabText(0) == "Candidates (1)"
    for at, name in enumerate(TABS):
        page.go_to(name)
        assert (page.tabs.currentIndex(), page.place()) == (at, name)


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
    tab.course.steps[step].trigger()
    asked = form()
    for field, text in zip(asked.findChildren(course_pane.QLineEdit), texts, strict=False):
        field.setText(text)
    asked.try_it()
    choose(tab.list.view, 0)


def offered(tab):
    return {name for name, step in tab.course.steps.items() if step.isEnabled()}


def test_only_the_next_steps_are_offered_and_each_is_told(case, store):
    assert offered(case) == {"inform", "excuse", "drop"}
    case.course.steps["inform"].trigger()
    choose(case.list.view, 0)
    enter(case, "hear", "路上堵车")
    case.course.steps["verify"].trigger()
    choose(case.list.view, 0)
    enter(case, "confirm")
    assert state(store) is State.CONFIRMED
    assert offered(case) == {"appeal", "cancel"}
    assert "路上堵车" in case.course.words.toPlainText()
    assert "May be appealed until 27 Nov 2026." in case.course.words.toPlainText()
    enter(case, "appeal", "已提前报告")
    assert offered(case) == {"decide"}
    case.course.steps["decide"].trigger()
    asked = form()
    asked.findChild(course_pane.QComboBox).setCurrentIndex(2)
    asked.findChildren(course_pane.QLineEdit)[-1].setText("属实")
    asked.try_it()
    assert state(store) is State.CANCELLED
    assert undoable(store) is None


def test_a_refusal_keeps_the_form_open_with_what_was_entered(case, session, qtbot):
    case.course.steps["inform"].trigger()
    choose(case.list.view, 0)
    case.course.steps["hear"].trigger()
    asked = form()
    with qtbot.waitSignal(session.refused):
        asked.try_it()
    assert asked.isVisible()
    asked.reject()


def test_an_end_needs_a_reason(case, store, monkeypatch):
    monkeypatch.setattr(course_pane, "ask_text", lambda *asked: asked[3]("有医院证明"))
    case.course.steps["excuse"].trigger()
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


def test_a_check_is_recorded_of_everybody_on_duty_and_makes_candidates(page, store):
    page.go_to("checks")
    page.checks.record.trigger()
    asked = form(CheckForm)
    assert len(asked.found) == 4
    asked.found[0].setCurrentIndex(list(Presence).index(Presence.ABSENT))
    asked.evidence.line.setText("照片7")
    asked.items[Item.LEADER_ON_POST].setChecked(False)
    asked.seconds.setValue(12)
    asked.handling.setText("当场纠正")
    asked.acknowledged.setText("韩镕")
    asked.try_it()
    assert rows(page.checks)[0][3].endswith("absent from post")
    assert rows(page.checks)[0][4] == "leader on post"
    assert page.tabs.tabText(0) == "Candidates (2)"
    (kept,) = spot_checks.checks(store, by(0).at, by(40).at)
    assert (kept.evidence, kept.seconds) == ("照片7", 12)
    assert (kept.handling, kept.acknowledged) == ("当场纠正", "韩镕")
    assert dict(kept.items) == {Item.LEADER_ON_POST: False, Item.PHONE_WORKS: True}  # a call sees no more


def test_another_time_asks_of_others_and_a_photo_is_held_to_its_digits(page, store, tmp_path):
    page.go_to("checks")
    page.checks.record.trigger()
    asked = form(CheckForm)
    assert asked.found[0].accessibleName() == "王文博 (带班领导)"
    asked.at.setDateTime(QDateTime(2026, 11, 20, 21, 0, 0))
    assert asked.found[0].accessibleName() == "赵明远 (带班领导)"
    asked.method.setCurrentIndex(list(Method).index(Method.SITE))
    photo = tmp_path / "空岗.jpg"
    photo.write_bytes(b"a picture")
    assert "is not kept in this file" in asked.evidence.hint.text()
    asked.evidence.add_photo(photo)
    asked.evidence.add_photo(tmp_path / "丢失.jpg")
    asked.try_it()
    (kept,) = spot_checks.checks(store, by(0).at, by(40).at)
    assert (kept.shift, kept.seconds) == ("2026-11-20/full_day", None)
    assert kept.evidence == "空岗.jpg (SHA-256 92b2fa5802895831…); 丢失.jpg"


def test_next_weeks_checks_are_refused_without_a_roster(page, session, qtbot):
    page.go_to("checks")
    with qtbot.waitSignal(session.refused):
        page.checks.plan.trigger()


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
    asked.limits[0].setValue(15)
    asked.span.setCurrentIndex(2)
    asked.valid.setValue(12)
    asked.duty[1].setValue(1.5)
    asked.overtime[0].setValue(180)
    asked.money.setChecked(True)
    asked.checks.setValue(5)
    asked.try_it()
    today = by(30).at.date()
    assert in_force(store, DISCIPLINE, today).due(ViolationKind.LATE) == 250
    assert in_force(store, DISCIPLINE, day("2026-11-20")).due(ViolationKind.LATE) == 100
    assert in_force(store, CIRCULARS, today).span == "month"
    assert in_force(store, DISCIPLINE, today).limits[0] == ("", 1500, "merit_lost")
    assert in_force(store, SPOT_CHECKS, today).a_week == 5
    rest = in_force(store, REST, today)
    assert (rest.valid_months, rest.duty[1][2], rest.overtime[0][1], rest.money) == (12, 3, 180, True)
    assert not in_force(store, REST, day("2026-11-20")).money


def test_rest_that_expires_is_warned_of_and_taken_by_a_request_for_leave(page, store, window):
    with deed(store, by(0), "begin") as act:
        act.writing.put(LEAVE_TYPES, LeaveType("comp", "补休", account=Counted.REST))
        earned = Overtime(
            id="o", person="p5", starts=by(-24 * 170).at, ends=by(-24 * 170 + 8).at, reason="防汛",
            done="值守", state=OvertimeState.VERIFIED,
        )  # fmt: skip
        act.writing.put(OVERTIME, earned)
    page.reload()
    page.go_to("rest")
    assert page.rest.notices.texts() == ["Rest expires soon: 吴静 (1 days, from 3 Dec 2026 on)."]
    row = next(at for at, texts in enumerate(shown(page.rest.left.view)) if texts[0] == "吴静")
    choose(page.rest.left.view, row)
    page.rest.take.trigger()
    asked = form(RequestDialog)
    assert window.place()[0] == "leave"
    assert (asked.form.person.key(), asked.form.kind.currentData()) == ("p5", "comp")
    asked.reject()


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
