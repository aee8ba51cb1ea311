"""The whole way with the Binjiang list, as a newcomer goes it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPushButton, QTabBar, QToolButton

from dutydesk.services import people, roster
from tests.ui.first_run.way import BINJIANG, NAME, opened_on, staffed, title
from ui import dialogs
from ui.first_run.first_period import first_week


def test_from_nothing_to_the_printed_week(wizard, session, monkeypatch, tmp_path):
    assert title(wizard) == "The staff list"
    staffed(wizard)
    assert len(session.read(people.staff).people) == 59

    assert title(wizard) == "Exemptions and earlier duties"
    wizard.step.offered.tick_all()
    wizard.step.offered.approved_by.setText("汪琪萱")
    wizard.forward.click()
    exemptions = session.read(people.staff).exemptions
    assert {(each.confirmed, each.approved_by) for each in exemptions} == {(True, "汪琪萱")}

    assert title(wizard) == "The first roster"
    assert wizard.step.period().first == session.today()
    wizard.forward.click()
    assert wizard.step.report.words()[0] == "All 60 places are filled."
    wizard.forward.click()

    assert title(wizard) == "The printed week"
    week = session.read(roster.grid, first_week(wizard.steps[3].period()))
    printed = wizard.step.paper.accessibleDescription()
    assert all(week.names[duty.actual] in printed for duty in week.duties.values())
    assert wizard.step.paper.accessibleName().startswith(NAME)

    paper = tmp_path / "week.pdf"
    monkeypatch.setattr(dialogs, "ask_save", lambda _parent, _title, _kinds, chosen, _name: chosen(paper))
    wizard.step.save.click()
    assert paper.read_bytes().startswith(b"%PDF")
    wizard.step.publish.click()
    assert session.read(roster.grid, week.period).version == 1
    assert wizard.step.publish.text() == "Published: version 1"
    assert not wizard.step.publish.isEnabled()

    wizard.forward.click()
    assert title(wizard) == "Who signs in"
    done = []
    wizard.completed.connect(lambda: done.append(True))
    wizard.forward.click()
    assert done == [True]
    assert not wizard.isVisible()


def test_whoever_left_goes_on_where_the_file_stands(qtbot, wizard, session):
    staffed(wizard)
    wizard.reject()
    again = opened_on(qtbot, session)
    assert title(again) == "Exemptions and earlier duties"
    again.forward.click()
    again.forward.click()
    again.reject()
    assert title(opened_on(qtbot, session)) == "The printed week"


def test_the_keyboard_alone_gets_there(wizard, session):
    wizard.step.source.take(BINJIANG)
    wizard.forward.setFocus()
    for wanted in (
        "Exemptions and earlier duties",
        "The first roster",
        "The first roster",
        "The printed week",
    ):
        QTest.keyClick(wizard, Qt.Key.Key_Return)
        assert title(wizard) == wanted
    QTest.keyClick(wizard, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert title(wizard) == "The first roster"
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    assert session.read(roster.grid, wizard.steps[3].period()).duties


def test_everything_that_can_be_used_has_a_name(wizard, first):
    staffed(wizard)
    wizard.show_step(4)
    nameless = [
        widget
        for step in (first.office, *wizard.steps)
        for kind in (QPushButton, QToolButton, QComboBox, QDateEdit, QLineEdit)
        for widget in step.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")  # the inner line of a date
        and not isinstance(widget.parent(), QTabBar | QLineEdit)  # the arrows and crosses of Qt itself
    ]
    assert nameless == []
