from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from dutydesk.domain.office import Office
from dutydesk.errors import NotADayError
from dutydesk.services import office
from dutydesk.services.changes import Topic
from ui.page import Page
from ui.widgets.banner import Banner
from ui.widgets.suggest_edit import Suggestion
from ui.window.actions import all_commands
from ui.window.main_window import MainWindow
from ui.window.pages import PageEntry
from ui.window.top_strip import SearchBox
from ui.words.deeds import deed_text
from ui.words.refusals import refusal_text

_OFFERS = frozenset({"plan"})


class NamePage(Page):
    """Shows the office's name, and counts how often it was read."""

    SHOWS = Topic.OFFICE

    def __init__(self, session, done=()):
        super().__init__(session)
        self.line = QLineEdit()
        self.done = {name: partial(done.append, name) for name in ("plan", "print")} if done != () else {}
        self.reads = 0
        self.where = ""
        QVBoxLayout(self).addWidget(self.line)

    def reload(self):
        self.reads += 1
        self.line.setText(self._session.read(office.office).name)

    def commands(self):
        return self.done

    def place(self):
        return self.where

    def go_to(self, place):
        self.where = place


@pytest.fixture
def done():
    return []


@pytest.fixture
def shell(qtbot, session, done):
    """The window with two pages of which the second plans and prints."""
    made = {}

    def page(name, *extra):
        made[name] = NamePage(session, *extra)
        return made[name]

    entries = (
        PageEntry("first", "First page", "today", lambda _: page("first")),
        PageEntry("second", "Second page", "roster", lambda _: page("second", done), offers=_OFFERS),
    )
    people = [Suggestion("张建国", partial(done.append, "张建国"))]
    window = MainWindow(
        session,
        entries,
        {"about": partial(done.append, "about")},
        chosen={"palette": "dark"},
        finders=[lambda text: people if text == "zjg" else []],
    )
    window.made = made
    qtbot.addWidget(window)
    window.show()
    return window


def name_office(session, name):
    return session.perform(office.save_office, Office(name=name), by=session.author())


def test_a_page_is_made_at_the_first_visit_and_read_when_it_is_seen(shell):
    assert list(shell.made) == ["first"]
    assert shell.made["first"].reads == 1
    shell.go("second")
    assert shell.made["second"].reads == 1


def test_a_page_in_sight_is_read_after_a_deed_and_a_hidden_one_when_it_comes_back(shell, session):
    shell.go("second")
    name_office(session, "滨江区政府办公室")
    assert shell.made["second"].line.text() == "滨江区政府办公室"
    assert shell.made["first"].reads == 1
    shell.go("first")
    assert shell.made["first"].line.text() == "滨江区政府办公室"


def test_a_page_that_is_not_concerned_is_left_alone(shell, session):
    shell.made["first"].SHOWS = Topic.ROSTER
    name_office(session, "滨江区政府办公室")
    assert shell.made["first"].reads == 1


def test_the_office_gives_the_window_its_name(shell, session):
    name_office(session, "滨江区政府办公室")
    assert shell.windowTitle() == "滨江区政府办公室 - DutyDesk"


def test_a_refusal_stays_in_place_until_the_next_deed(shell, session):
    error = NotADayError("31 November")
    session.refused.emit(error)
    assert shell.said == refusal_text(error)
    name_office(session, "滨江区政府办公室")
    assert "office particulars" in shell.said


def test_escape_takes_a_refusal_away(qtbot, shell, session):
    session.refused.emit(NotADayError("31 November"))
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.said == ""


def test_a_deed_can_be_taken_back_and_done_again_by_menu(shell, session):
    name_office(session, "甲")
    name_office(session, "乙")
    assert shell.actions_by_id["undo"].text().endswith("office particulars")
    shell.do("undo")
    assert session.read(office.office).name == "甲"
    assert shell.said == "Taken back. Ctrl+Y does it again."
    shell.do("redo")
    assert session.read(office.office).name == "乙"
    assert not shell.actions_by_id["redo"].isEnabled()


def test_a_command_goes_to_the_page_that_offers_it(shell, done):
    shell.do("plan")
    assert (shell.place()[0], done) == ("second", ["plan"])


def test_a_command_that_only_the_page_in_sight_knows_is_grey_elsewhere(shell, done):
    assert not shell.actions_by_id["print"].isEnabled()
    shell.go("second")
    shell.do("print")
    assert done == ["print"]


def test_the_programs_commands_are_done_anywhere(shell, done):
    shell.do("about")
    assert done == ["about"]


def test_the_keyboard_goes_to_pages(qtbot, shell):
    shell.activateWindow()
    qtbot.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.place()[0] == "second"


def test_a_place_can_be_gone_back_to(shell):
    shell.go("second", "2026-11-16")
    assert shell.place() == ("second", "2026-11-16")


def test_copy_reaches_whatever_has_the_keyboard(qtbot, shell, session):
    name_office(session, "滨江区政府办公室")
    line = shell.made["first"].line
    line.setFocus()
    line.selectAll()
    qtbot.waitUntil(line.hasFocus)
    shell.do("copy")
    assert QGuiApplication.clipboard().text() == "滨江区政府办公室"


def searched(shell, text):
    box = shell.findChild(SearchBox)
    box.setText(text)
    return box


@pytest.mark.parametrize(("typed", "result"), [("zjg", ["张建国"]), ("about", ["about"]), ("关于", [])])
def test_the_search_finds_people_and_actions(shell, done, typed, result):
    searched(shell, typed).take_first()
    assert done == result


def test_the_search_finds_pages(shell):
    searched(shell, "second").take_first()
    assert shell.place()[0] == "second"


def test_a_year_without_notice_is_said_above_every_page(shell):
    said = [banner.accessibleName() for banner in shell.findChildren(Banner)]
    assert [text[:41] for text in said] == [
        "The official holiday notice of 2026 is no",
        "The official holiday notice of 2027 is no",
    ]


def test_the_present_choice_is_ticked(shell):
    ticked = {name for name, action in shell.actions_by_id.items() if action.isChecked()}
    assert ticked == {"dark"}


def test_the_rail_can_be_folded(shell):
    wide = shell.folded
    shell.do("fold")
    assert (wide, shell.folded) == (False, True)


def test_no_two_commands_share_a_key():
    keys = [command.keys for command in all_commands() if command.keys]
    assert len(keys) == len(set(keys))


def test_every_control_of_the_window_has_an_accessible_name(shell):
    nameless = [
        type(each).__name__
        for each in shell.findChildren(QLineEdit)
        if not each.accessibleName() and each is not shell.made["first"].line
    ]
    assert nameless == []


def test_a_deed_without_words_shows_its_name():
    assert deed_text("some_new_deed") == "some_new_deed"
