"""The page of the accounts, from the first administrator to the code in the envelope."""

import pytest

from dutydesk.domain.accounts import Role
from dutydesk.domain.sign_in import SignInRules
from dutydesk.services import accounts
from dutydesk.services.break_glass import has_code
from dutydesk.services.people import staff
from dutydesk.services.rights import has_accounts, roles_of
from dutydesk.services.sign_in import sign_in
from tests.invented import NOW, staffed_store
from tests.services.doors import PHRASE, PIN, opened
from tests.ui import seen
from ui import dialogs
from ui.accounts import page as accounts_page
from ui.accounts.account_dialog import AccountDialog
from ui.accounts.page import AccountsPage
from ui.accounts.rules_dialog import DoorRulesDialog
from ui.accounts.secret_dialog import SecretDialog
from ui.history.dialog import HistoryDialog
from ui.session import InlineExecutor, Session


@pytest.fixture
def session(qapp):
    made = Session(staffed_store(), actor="值班室", now=lambda: NOW, executor=InlineExecutor())
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(qtbot, session):
    made = AccountsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def boss(session, page):
    """Sign p0 in on an office with accounts."""
    session.read(opened)
    session.enter(sign_in, "p0", PHRASE)
    return page


def said(dialog):
    return " ".join(dialog.notices.texts())


def shown(page):
    model = page.list.view.model()
    return [
        [model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_the_first_administrator_is_signed_in_at_once(session, page):
    page.add()
    dialog = page.findChild(AccountDialog)
    assert {role for role, box in dialog.roles.items() if box.isChecked()} == {
        Role.ADMINISTRATOR,
        Role.PLANNER,
    }
    dialog.name.set_key("p1")
    dialog.secret.first.setText(PHRASE)
    dialog.keep()
    assert "differ" in said(dialog)
    dialog.secret.again.setText(PHRASE)
    dialog.keep()
    assert session.read(has_accounts)
    assert session.person == "p1"
    assert [row[0] for row in shown(page)] == [session.read(staff).named("p1")]


def test_a_weak_one_is_refused_in_place_and_can_be_corrected(session, page):
    page.add()
    dialog = page.findChild(AccountDialog)
    dialog.keep()
    assert "name" in said(dialog)
    dialog.name.set_key("p1")
    for text in (dialog.secret.first, dialog.secret.again):
        text.setText(PIN)
    dialog.keep()
    assert "PIN is not enough" in said(dialog)
    assert not session.read(has_accounts)


def test_accounts_are_listed_with_roles_and_ways_to_sign_in(boss):
    rows = {row[0]: row[2:4] for row in shown(boss)}
    assert ["administrator", "passphrase"] in [[roles.split(", ")[-1], way] for roles, way in rows.values()]
    assert ["duty officer", "none, decides on paper"] in list(rows.values())


def test_roles_are_changed_and_the_pin_stays(session, boss):
    boss.list.choose("p2")
    boss.change()
    dialog = boss.findChild(AccountDialog)
    dialog.roles[Role.PERSONNEL].setChecked(True)
    dialog.keep()
    assert session.read(roles_of, "p2") == {Role.DUTY_OFFICER, Role.PERSONNEL}
    session.enter(sign_in, "p2", PIN)


def test_a_pin_holder_is_not_let_approve_without_a_passphrase(session, boss):
    boss.list.choose("p2")
    boss.change()
    dialog = boss.findChild(AccountDialog)
    dialog.roles[Role.APPROVER].setChecked(True)
    dialog.keep()
    assert "PIN is not enough" in said(dialog)
    assert session.read(roles_of, "p2") == {Role.DUTY_OFFICER}


def keep(dialog, new, old=""):
    if dialog.old is not None:
        dialog.old.setText(old)
    for text in (dialog.secret.first, dialog.secret.again):
        text.setText(new)
    dialog.keep()


def test_a_new_pin_is_given(session, boss):
    boss.list.choose("p2")
    boss.give_new()
    keep(boss.findChild(SecretDialog), "570918")
    session.enter(sign_in, "p2", "570918")


def test_ones_own_is_changed_by_the_old_one(session, boss):
    session.enter(sign_in, "p2", PIN)
    boss.change_mine()
    dialog = boss.findChild(SecretDialog)
    keep(dialog, "")
    assert "PIN or passphrase" in said(dialog)
    keep(dialog, "570918", PIN)
    session.enter(sign_in, "p2", "570918")


def test_an_account_is_removed_but_not_the_last_administrators(session, boss):
    refused = []
    session.refused.connect(refused.append)
    boss.list.choose("p2")
    boss.remove()
    assert "p2" not in [each.person.id for each in session.read(accounts.holders)]
    boss.list.choose("p0")
    boss.remove()
    assert [type(each).__name__ for each in refused] == ["LastAdministratorError"]


def test_a_code_is_made_once_and_shown_to_be_printed(session, boss, monkeypatch):
    sheets = []
    monkeypatch.setattr(dialogs, "confirm", lambda *words: words[3]())
    monkeypatch.setattr(accounts_page, "preview", lambda sheet, _parent: sheets.append(sheet))
    assert "No break-glass code" in " ".join(boss.notices.texts())
    boss.ask_code()
    (sheet,) = sheets
    assert session.read(has_code)
    assert len("".join(filter(str.isdigit, sheet.rows[0][1].text))) == 20
    assert boss.notices.texts() == []


def test_an_officer_sees_the_accounts_and_may_change_nothing(session, boss):
    session.enter(sign_in, "p2", PIN)
    boss.list.choose("p1")
    usable = {each.text() for each in boss.actions() if each.isEnabled()}
    assert usable == {"My PIN…", "Make an administrator…"}


def test_the_office_goes_back_to_running_without_pins(session, boss, monkeypatch):
    monkeypatch.setattr(dialogs, "confirm", lambda *words: words[3]())
    boss.ask_off()
    assert not session.read(has_accounts)
    assert not session.locked


def test_the_history_of_an_account_tells_its_roles_and_never_a_secret(page, boss):
    page.list.choose("p0")
    page.commands()["history"]()
    dialog = page.findChild(HistoryDialog)
    told = [text for row in seen.shown(dialog.changes.list) for text in row]
    assert any(text.startswith("account: ") for text in told)
    assert any(text.startswith("PIN or passphrase: ") for text in told)
    assert not any("argon2" in text for text in told)
    dialog.reject()


def test_the_rules_of_the_door_are_changed_in_place(session, boss):
    boss.ask_rules()
    dialog = boss.findChild(DoorRulesDialog)
    assert dialog.waits.text() == "1, 2, 4, 8, 15"
    dialog.waits.setText("at once")
    dialog.keep()
    assert "at" in said(dialog)
    dialog.waits.setText("5 10")
    dialog.pin_digits.setValue(5)
    dialog.keep()
    assert "6" in said(dialog)
    dialog.pin_digits.setValue(8)
    dialog.idle_minutes.setValue(3)
    dialog.keep()
    assert session.read(accounts.rules_of, NOW) == SignInRules(pin_digits=8, waits=(5, 10), idle_minutes=3)
