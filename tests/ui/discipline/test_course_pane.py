"""The course of a violation as each party sees it: the accused speaks, and nobody judges themselves."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from dutydesk.domain.violations import State
from dutydesk.services import scores, violations
from tests.builders import day
from tests.services.cases import ACCUSED, APPROVER, INSPECTOR, PERSONNEL, as_, brought, with_accounts
from tests.services.nights import a_room, by
from tests.ui.seen import choose
from ui.discipline import course_pane
from ui.discipline.form_dialog import FormDialog
from ui.discipline.page import DisciplinePage
from ui.session import InlineExecutor, Session
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages


@pytest.fixture
def store():
    return with_accounts(a_room())


class Hands:
    """A clock that the test sets, in hours after Friday's 8:00."""

    hours = 15.0


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def session(qapp, store, hands):
    opened = Session(store, actor="值班室", now=lambda: by(hands.hours).at, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def window(qtbot, session):
    made = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(made)
    made.show()
    made.go("discipline", "violations")
    return made


@pytest.fixture
def tab(window):
    return window.findChild(DisciplinePage).violations


@pytest.fixture
def as_person(session, tab, hands):
    """Let somebody come to the desk at an hour, and choose the first violation that they may read."""

    def come(person, hours):
        session.person, session.actor, hands.hours = person, person, hours
        session.signed.emit()
        if tab.list.model.rowCount():
            choose(tab.list.view, 0)
        return {name: each.isEnabled() for name, each in tab.course.steps.items() if each.isVisible()}

    return come


def say(text):
    """Enter a text into the form that is open, and keep it."""
    QApplication.processEvents()
    asked = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, FormDialog) and each.isVisible()
    )
    fields = asked.findChildren(QLineEdit)
    fields[0].setText(text)
    asked.try_it()
    return len(fields)


def state(store):
    return violations.of_year(store, 2026)[0].state


def test_each_party_is_offered_what_is_theirs_and_an_upheld_appeal_gives_back_what_was_taken(
    store, tab, as_person, monkeypatch
):
    brought(store, reporter=INSPECTOR)
    assert as_person(INSPECTOR, 15)["inform"]
    tab.course.steps["inform"].trigger()
    offered = as_person(ACCUSED, 16)
    assert (offered["hear"], offered["verify"]) == (True, False)
    tab.course.steps["hear"].trigger()
    assert say("突发胃痛") == 1  # their own word needs no paper
    assert as_person(INSPECTOR, 17) == {"hear": True, "verify": False, "excuse": False, "drop": False}
    assert as_person(PERSONNEL, 17)["verify"]
    tab.course.steps["verify"].trigger()
    assert as_person(APPROVER, 18)["confirm"]
    tab.course.steps["confirm"].trigger()
    say("属实")
    assert scores.sheet(store, ACCUSED, 2026, day("2026-11-30")).net == 9500
    assert as_person(ACCUSED, 40)["appeal"]
    tab.course.steps["appeal"].trigger()
    say("当时去接紧急传真")
    assert as_person(APPROVER, 41) == {"decide": True}
    case = violations.of_year(store, 2026)[0].id
    violations.decide(store, case, State.CANCELLED, "查实", by=as_(APPROVER, 42))
    assert scores.sheet(store, ACCUSED, 2026, day("2026-11-30")).net == 10000
    as_person(APPROVER, 43)
    assert tab.course.next.text() == "Nothing more follows."


def test_the_accused_is_told_until_when_they_may_speak_and_others_are_not(store, tab, as_person):
    case = brought(store, reporter=INSPECTOR)
    as_person(ACCUSED, 15)
    assert tab.own.texts() == [
        "2026-001 is brought against you (20 Nov 2026, absent from post). You may say what happened."
    ]
    violations.inform(store, case, by=as_(INSPECTOR, 15))
    violations.hear(store, case, "胃痛", by=as_(ACCUSED, 16))
    violations.verify(store, case, by=as_(PERSONNEL, 17))
    violations.confirm(store, case, by=as_(APPROVER, 18))
    assert as_person(ACCUSED, 20)["appeal"]
    assert tab.own.texts() == [
        "2026-001 takes 5 points from you (20 Nov 2026, absent from post). You may appeal until 27 Nov 2026."
    ]
    tab.list.filter.setText("nobody")
    tab.show_case(case)
    assert [line.violation.id for line in tab.list.chosen()] == [case]
    assert "appeal" not in as_person(ACCUSED, 9 * 24)
    assert tab.own.texts() == []
    as_person(PERSONNEL, 20)
    assert tab.own.texts() == []
    as_person("p2", 20)
    assert tab.list.model.rowCount() == 0


def test_a_wrong_judgement_is_taken_back_with_a_reason_without_an_appeal(store, tab, as_person, monkeypatch):
    case = brought(store, reporter=INSPECTOR)
    violations.inform(store, case, by=as_(INSPECTOR, 15))
    violations.hear(store, case, "胃痛", by=as_(ACCUSED, 16))
    violations.verify(store, case, by=as_(PERSONNEL, 17))
    violations.confirm(store, case, by=as_(APPROVER, 18))
    monkeypatch.setattr(course_pane, "ask_text", lambda *asked: asked[3]("查明值班表有误"))
    assert as_person(APPROVER, 20)["cancel"]
    tab.course.steps["cancel"].trigger()
    assert state(store) is State.CANCELLED
    assert scores.sheet(store, ACCUSED, 2026, day("2026-11-30")).net == 10000
