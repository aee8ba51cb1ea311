"""Every page by keyboard alone, on the sample office: nothing is out of reach, nothing means two things."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from dutydesk.services import files
from tests.conftest import drain
from tests.ui import keyboard
from tests.ui.kept import BY, Clocks
from ui.i18n import CHINESE, set_language
from ui.session import InlineExecutor, Session
from ui.widgets.rail import Rail
from ui.window.founding import sample_file
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages

PAGES = [page.id for page in all_pages()]
BY_KEY_ONLY = {
    "QPushButton Call in F5": "its key works wherever the keyboard is on the page, also in a field",
    "QPushButton Call out F6": "as F5",
    "QPushButton Visitor F7": "as F5",
    "QPushButton Document received F8": "as F5",
    "QPushButton Urgent information F9": "as F5",
}
ELSEWHERE = {
    "Import a leave list": "stands on the empty list, and always in the menu: File, Import, Leave list",
    "Make an administrator": "is a button of the empty list; later Add an account does the same",
}
FRAMES = {"QWidget"}
"""What holds the pages of Qt's own preview, which have the keyboard themselves."""
BEGINNINGS = {
    "today": "QPushButton Hand over the shift…",
    "log": "SuggestEdit Unit of the other side",
    "incidents": "TableView Urgent information",
    "followups": "TableView Follow-ups",
    "roster": "GridView Duty roster",
    "leave": "TableView Leave",
    "swaps": "QCheckBox Decided ones too",
    "discipline": "TableView Candidates",
    "statistics": "TableView Duties",
    "people": "TableView Staff list",
    "calendar": "YearView Year",
    "shifts": "TableView Shift types",
    "audit": "TableView Changes",
    "accounts": "QToolButton Add an account",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "office.dutydesk"
    sample_file(path, by=BY)
    return path


@pytest.fixture
def office(qtbot, sample, tmp_path):
    """The window on the sample office."""
    path = shutil.copy(sample, tmp_path / "office.dutydesk")
    session = Session(files.open_file(path), actor="李敏", now=Clocks().now, executor=InlineExecutor())
    made = MainWindow(session, all_pages(), {}, chosen={})
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    keyboard.give_keyboard(made)
    yield made
    made.close()
    session.close()
    session.deleteLater()


def tabs_of(page):
    """Turn to each tab of a page, and of the tabs in it; gives what is in sight then."""
    shown = [each for each in page.findChildren(QTabWidget) if each.isVisible()]
    for tabs in shown:
        for at in range(tabs.count()):
            tabs.setCurrentIndex(at)
            QApplication.processEvents()
            yield tabs.tabText(at)
    if not shown:
        yield ""


def shown_page(office, name):
    office.go(name)
    QApplication.processEvents()
    return office.findChild(QStackedWidget).currentWidget().widget()


def faults(page):
    """What hands on the keyboard cannot do on a page as it stands, or meet twice."""
    present = next(
        each for each in page.window().findChild(Rail).findChildren(QAbstractButton) if each.isChecked()
    )
    keyboard.walk(present)  # what is chosen on the way offers more
    way = keyboard.walk(present)
    within = [each for each in way if page.isAncestorOf(each)]
    return {
        "out of the way of Tab": set(keyboard.unreached(page, way)) - set(BY_KEY_ONLY),
        "Tab is caught": keyboard.caught(way),
        "back by another way": {
            keyboard.told(each) for each in set(way) ^ set(keyboard.walk(present, back=True))
        },
        "not in the order of reading": keyboard.disordered(page, way),
        "without a name": keyboard.nameless(page),
        "letters underlined twice": keyboard.colliding(page),
        "by mouse only": set(keyboard.out_of_reach(page, way)) - set(ELSEWHERE),
        "keys that mean two things": keyboard.ambiguous(page, within),
    }


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_worked_by_keyboard(office, name):
    page = shown_page(office, name)
    assert keyboard.told(QApplication.focusWidget()) == BEGINNINGS[name]
    found = [(tab, what, them) for tab in tabs_of(page) for what, them in faults(page).items() if them]
    assert found == []


def test_no_letter_stands_underlined_twice_in_a_menu(office):
    assert keyboard.colliding_in_menus(office.menuBar()) == []


def test_no_letter_stands_underlined_twice_in_chinese(qapp, request):
    set_language(CHINESE)
    office = request.getfixturevalue("office")
    assert keyboard.colliding_in_menus(office.menuBar()) == []
    twice = [
        (name, each) for name in PAGES for page in [shown_page(office, name)]
        for _ in tabs_of(page) for each in keyboard.colliding(page)
    ]  # fmt: skip
    assert twice == []


def test_the_page_is_left_for_the_rail_and_found_again(office):
    shown_page(office, "people").findChild(QTabWidget).tabBar().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert keyboard.told(QApplication.focusWidget()) == "_StopButton People"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    assert keyboard.told(QApplication.focusWidget()) == BEGINNINGS["people"]


def test_on_a_list_of_the_leave_page_the_key_of_a_new_request_adds_a_row(office):
    page = shown_page(office, "leave")
    page.go_to("kinds")
    before = page.kinds.list.table.model.rowCount()
    page.take_keyboard()
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+Shift+N"))
    assert page.kinds.list.table.model.rowCount() == before + 1


def test_the_menu_of_a_row_opens_by_key_below_its_cell(office, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    table = shown_page(office, "followups").list.view
    QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.pos() == table.viewport().mapToGlobal(table.visualRect(table.currentIndex()).bottomLeft())
    menu.close()


def opened(office):
    QApplication.processEvents()
    tops = QApplication.topLevelWidgets()
    return [each for each in tops if each.isVisible() and each is not office and isinstance(each, QDialog)]


def asking(page):
    """What opens a dialog on the page as it stands."""
    owners = [each for each in (page, *page.findChildren(QWidget)) if each.isVisible()]
    actions = {action for each in owners for action in each.actions() if action.isEnabled()}
    return [action for action in actions if action.text().endswith("…")]


def faults_of_dialog(dialog):
    """What hands on the keyboard cannot do in a dialog, or meet twice."""
    there = QApplication.focusWidget()
    keyboard.walk(there)
    way = keyboard.walk(there)
    return {
        "out of the way of Tab": set(keyboard.unreached(dialog, way)) - FRAMES,
        "Tab is caught": keyboard.caught(way),
        "without a name": set(keyboard.nameless(dialog)) - FRAMES,
        "letters underlined twice": keyboard.colliding(dialog),
        "keys that mean two things": keyboard.ambiguous(dialog, way),
    }


@pytest.mark.parametrize("name", PAGES)
def test_every_dialog_of_a_page_is_worked_by_keyboard_and_left_by_escape(office, name):
    page, found = shown_page(office, name), []
    for tab in tabs_of(page):
        for action in asking(page):
            action.trigger()
            for dialog in opened(office):
                if not isinstance(dialog, QFileDialog):
                    keyboard.give_keyboard(dialog)
                    found += [
                        (tab, action.text(), *each) for each in faults_of_dialog(dialog).items() if each[1]
                    ]
                    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
                    found += [(tab, action.text(), "stays")] if dialog.isVisible() else []
                dialog.close()
            drain()
    assert found == []
