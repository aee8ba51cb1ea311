"""Who gets in at the desk, and that nobody is locked out of a room that never closes."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.people import Person, Section
from dutydesk.domain.sign_in import SIGN_IN, SignInRules
from dutydesk.errors import (
    NoAccountError,
    NobodySignedInError,
    NotAllowedError,
    NotASupervisorError,
    ShortSecretError,
    TooSoonError,
    WrongSecretError,
)
from dutydesk.services import sign_in as door
from dutydesk.services.accounts import set_secret
from dutydesk.services.break_glass import keep_code
from dutydesk.services.hashing import Cost
from dutydesk.services.people import save_people, save_sections, staff
from dutydesk.services.rulebook import save_family
from dutydesk.services.undo import redo, undo, undoable
from dutydesk.storage import file
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.verify import verify
from tests.builders import CHEAP
from tests.invented import BY, NOW, journalled, staffed_store
from tests.services.doors import BOSS, CODE, PHRASE, PIN, after, enter, err, newest, opened


@pytest.fixture
def store():
    return opened(staffed_store())


def test_the_right_pin_lets_in_and_is_written_down(store):
    assert enter(store).deed == "open_desk"
    assert store.get(ACCOUNTS, "p2") == Account("p2", frozenset({Role.DUTY_OFFICER}), signed_in_at=NOW)
    assert newest(store) == ("open_desk", staff(store).named("p2"), "")
    assert enter(store, "p0", f" {PHRASE} ").rows == 1


@pytest.mark.parametrize("text", ["", "480214", "48021", "480213x", PHRASE])
def test_any_other_entry_does_not(store, text):
    assert err(store, 0, text=text) == 1


def test_whoever_has_no_secret_no_account_or_has_left_does_not_sign_in(store):
    gone = next(each for each in staff(store).people if each.id == "p1")
    save_people(store, [replace(gone, left=NOW.date() - timedelta(days=1))], by=BOSS)
    for person in ("p1", "p3", "p4"):
        with pytest.raises(NoAccountError):
            enter(store, person)
    assert [each.id for each in door.who_signs_in(store, NOW)] == ["p0", "p2"]


def test_wrong_entries_slow_down_and_the_right_one_ends_that(store):
    waits = []
    clock = 0
    for _ in range(7):
        waits.append(err(store, clock))
        with pytest.raises(TooSoonError) as told:
            enter(store, minutes=clock + waits[-1] - 0.5)
        assert told.value.minutes == 1
        clock += waits[-1]
    assert waits == [1, 2, 4, 8, 15, 15, 15]
    enter(store, minutes=clock)
    assert err(store, clock) == 1


def test_what_is_entered_too_soon_is_not_looked_at_and_makes_nothing_longer(store):
    err(store, 0)
    before = journalled(store)
    for text in (PIN, "999111"):
        with pytest.raises(TooSoonError):
            enter(store, text=text, minutes=0.9)
    assert journalled(store) == before
    enter(store, minutes=1)


def test_one_persons_wrong_entries_keep_nobody_else_out(store):
    err(store, 0)
    enter(store, "p1")


def test_each_wrong_entry_is_in_the_journal(store):
    before = journalled(store)
    err(store, 0)
    err(store, 1)
    assert journalled(store) == before + 2
    assert newest(store, "deed, actor, row_id") == ("enter_wrong_secret", "王敏", "p2")
    assert not verify(store.db).faults


def test_the_waiting_outlives_the_program(tmp_path):
    path = tmp_path / "office.dutydesk"
    file.create(path, "desk")
    with closing(file.open_store(path)) as store:
        save_sections(store, [Section("s1", "秘书科")], by=BY)
        save_people(store, [Person(f"p{at}", f"某{at}", "s1") for at in range(4)], by=BY)
        opened(store)
        err(store, 0)
        err(store, 1)
    with closing(file.open_store(path)) as store:
        with pytest.raises(TooSoonError):
            enter(store, minutes=2.9)
        enter(store, minutes=3)


def test_a_clock_set_back_shortens_no_wait_and_starts_it_anew(store):
    err(store, 0)
    err(store, 1)
    with pytest.raises(TooSoonError) as told:
        enter(store, minutes=-600)
    assert told.value.minutes == 2
    with pytest.raises(TooSoonError):
        enter(store, minutes=-598.1)
    enter(store, minutes=-598)


def test_a_supervisor_lets_somebody_try_again_at_once(store):
    err(store, 0)
    door.let_try_again(store, "p2", "p1", PIN, by=BY, cost=CHEAP)
    assert newest(store, "deed, actor, row_id") == ("let_try_again", staff(store).named("p1"), "p2")
    enter(store)


@pytest.mark.parametrize(("supervisor", "person"), [("p2", "p1"), ("p1", "p1"), ("p3", "p2")])
def test_nobody_else_does_and_nobody_for_themselves(store, supervisor, person):
    with pytest.raises(NotASupervisorError):
        door.let_try_again(store, person, supervisor, PIN, by=BY, cost=CHEAP)


def test_a_supervisors_own_entry_is_checked_and_slowed_down(store):
    err(store, 0)
    with pytest.raises(WrongSecretError):
        door.let_try_again(store, "p2", "p1", "777888", by=BY, cost=CHEAP)
    with pytest.raises(TooSoonError):
        door.let_try_again(store, "p2", "p1", PIN, by=BY, cost=CHEAP)
    with pytest.raises(TooSoonError):
        enter(store)


def test_a_hash_with_old_parameters_is_made_anew_at_the_door(store):
    before = store.get(SECRETS, "p2").encoded
    dearer = Cost(2, 16)
    door.sign_in(store, "p2", PIN, by=BY, cost=dearer)
    now = store.get(SECRETS, "p2").encoded
    assert (before.split("$")[3], now.split("$")[3]) == ("m=8,t=1,p=1", "m=16,t=2,p=1")
    assert door.sign_in(store, "p2", PIN, by=after(5), cost=dearer).rows == 1


def test_ones_own_secret_is_changed_by_the_old_one(store):
    by = replace(BY, person="p2")
    with pytest.raises(ShortSecretError):
        door.change_secret(store, PIN, "5709", by=by, cost=CHEAP)
    door.change_secret(store, PIN, "570918", by=by, cost=CHEAP)
    with pytest.raises(WrongSecretError):
        door.change_secret(store, PIN, "992017", by=by, cost=CHEAP)
    enter(store, text="570918", minutes=1)


def test_nobody_gives_others_a_pin_but_the_administrator(store):
    with pytest.raises(NotAllowedError):
        set_secret(store, "p3", PIN, by=replace(BY, person="p1"), cost=CHEAP)
    with pytest.raises(NobodySignedInError):
        set_secret(store, "p3", PIN, by=BY, cost=CHEAP)


def test_a_new_pin_ends_the_waiting(store):
    err(store, 0)
    set_secret(store, "p2", "570918", by=BOSS, cost=CHEAP)
    enter(store, text="570918")


def test_the_waits_are_rules_of_the_office(store):
    save_family(store, SIGN_IN, SignInRules(waits=(30,)), NOW.date(), by=BOSS)
    assert err(store, 0) == 30


def test_who_came_at_the_door_stands_in_no_undos_way(store):
    save_sections(store, [Section("x", "机要科")], by=BOSS)
    err(store, 0)
    enter(store, minutes=1)
    assert undoable(store).deed == "save_sections"
    undo(store, by=BOSS)
    enter(store, minutes=2)
    redo(store, by=BOSS)
    assert undoable(store).deed == "save_sections"


def test_no_secret_is_in_the_file_as_it_was_typed(tmp_path):
    path = tmp_path / "office.dutydesk"
    file.create(path, "desk")
    with closing(file.open_store(path)) as store:
        save_sections(store, [Section("s1", "秘书科")], by=BY)
        save_people(store, [Person(f"p{at}", f"某{at}", "s1") for at in range(4)], by=BY)
        opened(store)
        keep_code(store, CODE, by=BOSS, cost=CHEAP)
        err(store, 0, text="777888")
    content = path.read_bytes()
    for text in (PIN, PHRASE, CODE, CODE.replace(" ", ""), "777888"):
        assert text.encode() not in content
