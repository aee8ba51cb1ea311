from dataclasses import replace

import pytest

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.sign_in import Secret, SecretKind, SignInRules
from dutydesk.errors import (
    LastAdministratorError,
    NeedsPhraseError,
    NobodySignedInError,
    NotAllowedError,
    NotANumberError,
    NotFoundError,
    ShortSecretError,
    StillUsedError,
)
from dutydesk.services.accounts import (
    give_up_accounts,
    holders,
    make_administrator,
    remove_accounts,
    rules_of,
    save_accounts,
    save_sign_in_rules,
    set_secret,
)
from dutydesk.services.changes import Topic, deed
from dutydesk.services.people import remove_people
from dutydesk.services.rights import has_accounts, roles_of
from dutydesk.services.undo import undoable
from dutydesk.storage.accounts import SECRETS
from dutydesk.storage.verify import verify
from tests.builders import CHEAP
from tests.invented import BY, NOW, staffed_store

ADMINISTRATOR, PLANNER = frozenset({Role.ADMINISTRATOR}), frozenset({Role.PLANNER})
BOSS = replace(BY, person="p0")


@pytest.fixture
def store():
    """An office with p0 as its administrator and p1 as a planner who has no PIN."""
    made = staffed_store()
    save_accounts(made, [("p0", ADMINISTRATOR), ("p1", PLANNER)], by=BY)
    with deed(made, BY, "save_accounts") as act:
        act.writing.put(SECRETS, Secret("p0", SecretKind.PHRASE, "-"))
    return made


def test_accounts_are_listed_in_the_order_of_the_address_list(store):
    save_accounts(store, [("p1", PLANNER | ADMINISTRATOR)], by=BOSS)
    assert [(each.person.id, each.account.roles, each.secret) for each in holders(store)] == [
        ("p0", ADMINISTRATOR, SecretKind.PHRASE),
        ("p1", PLANNER | ADMINISTRATOR, None),
    ]


def test_roles_change_and_the_rest_of_the_account_stays(store):
    changes = save_accounts(store, [("p1", ADMINISTRATOR)], by=BOSS)
    assert changes.topics is Topic.ACCOUNTS
    assert holders(store)[1].account == Account("p1", ADMINISTRATOR)
    assert not verify(store.db).faults


def test_somebody_who_is_not_of_the_staff_gets_no_account(store):
    with pytest.raises(NotFoundError):
        save_accounts(store, [("nobody", PLANNER)], by=BOSS)


def test_the_last_administrator_stays(store):
    with pytest.raises(LastAdministratorError):
        remove_accounts(store, ["p0"], by=BOSS)
    with pytest.raises(LastAdministratorError):  # p1 could not sign in
        save_accounts(store, [("p1", ADMINISTRATOR), ("p0", PLANNER)], by=BOSS)
    assert roles_of(store, "p0") == ADMINISTRATOR


def test_a_holder_of_a_pin_is_not_let_approve(store):
    set_secret(store, "p1", "480213", by=BOSS, cost=CHEAP)
    with pytest.raises(NeedsPhraseError):
        save_accounts(store, [("p1", frozenset({Role.APPROVER}))], by=BOSS)
    set_secret(store, "p1", "huai ran yi xin", by=BOSS, cost=CHEAP)
    save_accounts(store, [("p1", frozenset({Role.APPROVER}))], by=BOSS)


def test_the_first_administrator_makes_the_accounts_begin():
    fresh = staffed_store()
    with pytest.raises(NeedsPhraseError):
        make_administrator(fresh, "p1", "480213", by=BY, cost=CHEAP)
    assert not has_accounts(fresh)
    make_administrator(fresh, "p1", "huai ran yi xin", by=BY, cost=CHEAP)
    assert has_accounts(fresh)
    assert roles_of(fresh, "p1") == ADMINISTRATOR | PLANNER
    with pytest.raises(NobodySignedInError):
        make_administrator(fresh, "p2", "huai ran yi xin", by=BY, cost=CHEAP)


def test_an_office_may_go_back_to_running_without_pins(store):
    with pytest.raises(NotAllowedError):
        give_up_accounts(store, by=replace(BY, person="p1"))
    give_up_accounts(store, by=BOSS)
    assert holders(store) == ()
    assert not has_accounts(store)


def test_an_account_is_taken_away_with_its_secret(store):
    with deed(store, BOSS, "save_accounts") as act:
        act.writing.put(SECRETS, Secret("p1", SecretKind.PIN, "-"))
    remove_accounts(store, ["p1"], by=BOSS)
    assert [each.person.id for each in holders(store)] == ["p0"]
    assert store.find(SECRETS, "p1") is None


def test_deeds_on_accounts_are_not_taken_back(store):
    save_accounts(store, [("p1", ADMINISTRATOR)], by=BOSS)
    assert undoable(store) is None


def test_whoever_has_an_account_stays_in_the_address_list(store):
    with pytest.raises(StillUsedError):
        remove_people(store, ["p1"], by=BOSS)


def test_the_rules_of_signing_in_are_the_administrators(store):
    longer = SignInRules(pin_digits=8, idle_minutes=5)
    with pytest.raises(NotAllowedError):
        save_sign_in_rules(store, longer, NOW.date(), by=replace(BY, person="p1"))
    save_sign_in_rules(store, longer, NOW.date(), by=BOSS)
    assert rules_of(store, NOW) == longer
    with pytest.raises(ShortSecretError):
        set_secret(store, "p1", "480213", by=BOSS, cost=CHEAP)
    with pytest.raises(NotANumberError):
        save_sign_in_rules(store, SignInRules(pin_digits=4), NOW.date(), by=BOSS)
