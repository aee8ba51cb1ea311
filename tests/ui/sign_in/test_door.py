"""Coming in, being kept out, locking, and what each may do and see in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton

from dutydesk.domain.disclosures import Disclosed
from dutydesk.errors import NobodySignedInError
from dutydesk.services.accounts import give_up_accounts
from dutydesk.services.break_glass import keep_code
from dutydesk.services.disclosures import disclosures
from dutydesk.services.people import save_people, staff
from dutydesk.services.sign_in import sign_in
from tests.builders import CHEAP
from tests.invented import BY
from tests.services.doors import CODE, PHRASE, PIN
from ui import dialogs
from ui.imports.dialog import ImportDialog
from ui.imports.kinds import staff_list
from ui.people import contacts
from ui.people.page import PeoplePage
from ui.roster.page import RosterPage
from ui.sign_in.dialog import SignInDialog
from ui.window.find_people import people_finder


@pytest.fixture
def dialog(window):
    """The dialog that asks who comes in."""
    window.do("sign_in")
    return window.findChild(SignInDialog)


def named(session, person):
    return session.read(staff).named(person)


def texts(window):
    """What the window says outside of its pages' cells."""
    QApplication.processEvents()  # a new banner is shown when the window comes to itself
    parts = window.findChildren(QLabel) + window.findChildren(QToolButton)
    return " ".join(each.text() for each in parts if each.isVisible())


def said(dialog):
    return " ".join(dialog.notices.texts())


def enter(qtbot, dialog, name, secret):
    """Type a name and a secret, as at the desk."""
    dialog.name.clear()
    qtbot.keyClicks(dialog.name, name) if name.isascii() else dialog.name.setText(name)
    dialog.name.popup.hide()
    dialog.secret.clear()
    qtbot.keyClicks(dialog.secret, secret)
    qtbot.keyClick(dialog.secret, Qt.Key.Key_Return)


def test_at_first_the_desk_is_locked_and_says_so(window, session):
    assert session.locked
    assert "Locked: sign in" in texts(window)
    assert "The desk is locked" in texts(window)


def test_a_name_by_its_initials_and_a_pin_let_in(qtbot, window, session, dialog):
    initials = next(each.initials for each in session.read(staff).people if each.id == "p2")
    enter(qtbot, dialog, initials.split("|")[0], PIN)
    assert session.person == "p2"
    assert not dialog.isVisible()
    assert named(session, "p2") in texts(window)
    assert "locked" not in texts(window)
    assert window.said == f"Signed in: {named(session, 'p2')}"


def test_a_dialog_never_stops_the_window(dialog):
    assert not dialog.isModal()


def test_only_whoever_has_a_pin_is_offered(dialog):
    assert [each.key for each in dialog.names] == ["p0", "p1", "p2"]


def test_a_wrong_pin_is_told_and_the_other_ways_are_shown(qtbot, session, dialog):
    assert not dialog.ways.isVisible()
    enter(qtbot, dialog, named(session, "p2"), "111222")
    assert "Try again in 1 min" in said(dialog)
    assert dialog.ways.isVisible()
    assert dialog.secret.text() == ""
    enter(qtbot, dialog, named(session, "p2"), PIN)
    assert "Too soon" in said(dialog)
    assert session.locked


def test_after_the_wait_the_right_pin_lets_in(qtbot, session, dialog, clock):
    enter(qtbot, dialog, named(session, "p2"), "111222")
    clock.minutes = 1
    enter(qtbot, dialog, named(session, "p2"), PIN)
    assert session.person == "p2"


def test_nobody_is_let_in_without_a_name(qtbot, session, dialog):
    enter(qtbot, dialog, "", PIN)
    assert "name" in said(dialog)
    assert session.locked


def test_a_supervisor_lets_try_again(qtbot, session, dialog):
    enter(qtbot, dialog, named(session, "p2"), "111222")
    dialog.ways.supervisor.set_key("p2")
    dialog.ways.supervisors_secret.setText(PIN)
    dialog.ways.let_try()
    assert "cannot open for somebody else" in said(dialog)
    dialog.ways.supervisor.set_key("p1")
    dialog.ways.supervisors_secret.setText(PIN)
    dialog.ways.let_try()
    assert said(dialog) == "You may try again now."
    enter(qtbot, dialog, named(session, "p2"), PIN)
    assert session.person == "p2"


def by_code(dialog, code, new, again=None):
    dialog.ways.code.setText(code)
    dialog.ways.new_secret.first.setText(new)
    dialog.ways.new_secret.again.setText(new if again is None else again)
    dialog.ways.open_by_code()


def test_the_printed_code_opens_and_is_shown_until_an_administrator_has_seen_it(
    qtbot, window, session, dialog
):
    session.enter(sign_in, "p0", PHRASE)
    session.perform(keep_code, CODE, by=session.author(), cost=CHEAP)
    session.lock()
    dialog.name.set_key("p2")
    by_code(dialog, CODE, "570918", "570919")
    assert "differ" in said(dialog)
    by_code(dialog, "1111", "570918")
    assert "not the code" in said(dialog)
    by_code(dialog, CODE, "570918")
    assert session.person == "p2"
    assert "The break-glass code was used" in texts(window)
    assert "I have seen it" not in [each.text() for each in buttons(window)]
    session.enter(sign_in, "p0", PHRASE)
    next(each for each in buttons(window) if each.text() == "I have seen it").click()
    assert "The break-glass code was used" not in texts(window)


def buttons(window):
    QApplication.processEvents()
    return [each for each in window.findChildren(QPushButton) if each.isVisible()]


def test_ctrl_l_locks_and_asks_for_the_next_one(qtbot, window, session):
    session.enter(sign_in, "p2", PIN)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert session.locked
    assert window.findChild(SignInDialog).isVisible()
    assert window.said == "Locked."


def test_a_lock_keeps_what_is_being_typed(qtbot, window, session):
    session.enter(sign_in, "p0", PHRASE)
    window.go("people")
    view = page(window).people.list.table.view
    index = view.model().index(0, 3)
    view.setCurrentIndex(index)
    view.edit(index)
    editor = view.viewport().findChild(QLineEdit)
    editor.clear()
    qtbot.keyClicks(editor, "Deputy head")
    session.lock()
    assert editor.text() == "Deputy head"
    session.enter(sign_in, "p0", PHRASE)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Deputy head" in {each.title for each in session.read(staff).people})


def page(window):
    return window.findChild(PeoplePage)


def test_on_a_locked_desk_nothing_is_done_and_the_way_is_told(qtbot, window, session):
    assert session.perform(save_people, [], by=session.author()) is None
    assert "Nobody is signed in" in window.said
    assert isinstance(session.obstacle("save_people"), NobodySignedInError)


def test_what_one_may_not_do_is_grey_and_says_who_may(window, session):
    session.enter(sign_in, "p2", PIN)
    plan = window.actions_by_id["plan"]
    assert not plan.isEnabled()
    assert "planner" in plan.toolTip()
    window.go("people")
    adding = next(each for each in page(window).people.actions() if "Add" in each.text())
    assert not adding.isEnabled()
    assert "personnel section" in adding.toolTip()
    session.enter(sign_in, "p0", PHRASE)
    assert plan.isEnabled()
    assert "planner" not in plan.toolTip()
    assert adding.isEnabled()
    assert "Add a person" in adding.toolTip()


def test_phones_are_veiled_on_a_locked_desk(window, session):
    window.go("people")
    assert "13800000000" not in shown_cells(window)
    assert "•••" in shown_cells(window)
    session.enter(sign_in, "p2", PIN)
    assert "13800000000" in shown_cells(window)
    session.lock()
    assert "13800000000" not in shown_cells(window)


def test_the_roster_tells_no_phones_on_a_locked_desk(window, session):
    window.go("roster")
    roster = window.findChild(RosterPage).model
    assert {each.phone for each in roster.grid.people.values()} == {"•••"}
    session.enter(sign_in, "p2", PIN)
    assert "13800000000" in {each.phone for each in roster.grid.people.values()}


def shown_cells(window):
    model = page(window).people.list.table.view.model()
    return {
        model.index(row, column).data()
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    }


def test_an_office_without_accounts_says_so_and_asks_for_a_name_only(window, session, asked, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, *_more: told.append(text))
    session.enter(sign_in, "p0", PHRASE)
    assert "no PINs" not in texts(window)
    session.perform(give_up_accounts, by=session.author())
    assert "Single user, no PINs" in texts(window)
    assert not session.locked
    window.do("sign_in")
    assert asked == [1]
    window.do("lock")
    assert told == ["This office runs without PINs, so there is nothing to lock."]
    assert session.perform(save_people, [], by=BY) is not None


def test_the_contact_list_is_shown_once_its_printing_is_written_down(window, session, monkeypatch):
    sheets = []
    monkeypatch.setattr(contacts, "preview", lambda sheet, _parent: sheets.append(sheet))
    window.go("people")
    printing = next(each for each in page(window).findChildren(QAction) if each.text() == "Contact list…")
    assert not printing.isEnabled()
    contacts.print_contacts(window, session)
    assert sheets == []
    assert "Nobody is signed in" in window.said
    session.enter(sign_in, "p2", PIN)
    printing.trigger()
    assert len(sheets) == 1
    assert [each.kind for each in session.read(disclosures)] == [Disclosed.CONTACTS]


def test_no_phone_is_found_by_its_digits_and_no_list_compared_by_whoever_may_not_see_it(
    window, session, qtbot, tmp_path
):
    find = people_finder(session, print)
    assert list(find("13800000000")) == []
    source = tmp_path / "staff.csv"
    source.write_text("姓名,科室,手机\n" + named(session, "p0") + ",办公室领导,13811112222\n", "utf-8-sig")
    dialog = ImportDialog(None, session, staff_list(), source)
    qtbot.addWidget(dialog)
    assert "Nobody is signed in" in shown_words(dialog)
    assert "13800000000" not in shown_words(dialog)
    session.enter(sign_in, "p0", PHRASE)
    assert len(list(find("13800000000"))) == 1
    dialog.read()
    assert "Nobody is signed in" not in shown_words(dialog)


def shown_words(dialog):
    return " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisibleTo(dialog))
