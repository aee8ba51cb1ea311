from dataclasses import replace

import pytest

from dutydesk.errors import NeedsPhraseError, NotAllowedError, TrivialSecretError, WrongCodeError
from dutydesk.services import break_glass as glass
from dutydesk.services.people import staff
from dutydesk.storage.accounts import BREAK_GLASS
from tests.builders import CHEAP
from tests.invented import BY, NOW, staffed_store
from tests.services.doors import BOSS, CODE, PIN, enter, err, newest, opened


@pytest.fixture
def store():
    return opened(staffed_store())


def break_glass(store, code=CODE, new="570918", person="p2"):
    return glass.break_glass(store, person, code, new, by=BY, cost=CHEAP)


def test_the_printed_code_opens_once_with_a_new_pin(store):
    glass.keep_code(store, CODE, by=BOSS, cost=CHEAP)
    err(store, 0)
    break_glass(store, "0417-5520-9186-3372-6045")
    assert newest(store, "deed, actor") == ("break_glass", staff(store).named("p2"))
    enter(store, text="570918")
    assert not glass.has_code(store)
    with pytest.raises(WrongCodeError):
        break_glass(store)


def test_its_use_is_shown_until_an_administrator_has_seen_it(store):
    glass.keep_code(store, CODE, by=BOSS, cost=CHEAP)
    assert glass.broken_glass(store) == ()
    break_glass(store)
    assert [(each.at, each.person.id) for each in glass.broken_glass(store)] == [(NOW, "p2")]
    with pytest.raises(NotAllowedError):
        glass.see_broken_glass(store, by=replace(BY, person="p2"))
    glass.see_broken_glass(store, by=BOSS)
    assert glass.broken_glass(store) == ()


def test_a_wrong_code_is_written_down_and_makes_nobody_wait(store):
    with pytest.raises(WrongCodeError):
        break_glass(store)
    glass.keep_code(store, CODE, by=BOSS, cost=CHEAP)
    for wrong in ("", "0417 5520 9186 3372 6044"):
        with pytest.raises(WrongCodeError):
            break_glass(store, wrong)
    assert newest(store) == ("enter_wrong_code", "王敏", staff(store).named("p2"))
    assert store.all(BREAK_GLASS)[0].wrong == 2
    enter(store)
    break_glass(store)


def test_a_weak_new_pin_uses_no_code_up(store):
    glass.keep_code(store, CODE, by=BOSS, cost=CHEAP)
    with pytest.raises(TrivialSecretError):
        break_glass(store, new="123456")
    with pytest.raises(NeedsPhraseError):
        break_glass(store, person="p0", new=PIN)
    assert glass.has_code(store)


def test_a_new_code_ends_the_one_before(store):
    glass.keep_code(store, CODE, by=BOSS, cost=CHEAP)
    other = glass.new_code()
    glass.keep_code(store, other, by=BOSS, cost=CHEAP)
    with pytest.raises(WrongCodeError):
        break_glass(store)
    break_glass(store, other)


def test_codes_are_twenty_digits_by_chance():
    codes = {glass.new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all([len(part) for part in code.split()] == [4] * 5 for code in codes)
