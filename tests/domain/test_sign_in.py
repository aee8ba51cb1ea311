from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.sign_in import (
    SecretKind,
    SignInRules,
    as_typed,
    kind_of,
    locks_itself,
    read_waits,
    refuse_lax,
    refuse_weak,
    wait_left,
)
from dutydesk.errors import (
    MissingFieldError,
    NeedsPhraseError,
    NotANumberError,
    ShortSecretError,
    TrivialSecretError,
)
from tests.builders import NOW, a_person

RULES = SignInRules()
OFFICER, APPROVER = frozenset({Role.DUTY_OFFICER}), frozenset({Role.APPROVER})
SOMEBODY = a_person(name="李堃", pinyin="li kun", phone="138 5517 2046", short_phone="66203")


def refusal(text, roles=OFFICER, rules=RULES):
    try:
        refuse_weak(text, SOMEBODY, roles, rules)
    except (NeedsPhraseError, ShortSecretError, TrivialSecretError) as error:
        return type(error)
    return None


@pytest.mark.parametrize(
    "text", ["480213", "00310758", "４８０２１３", "huai ran yi xin", "秋水共长天一色啊", "Ab3$Ab4%"]
)
def test_what_is_long_enough_and_not_guessed_first_is_taken(text):
    assert refusal(text) is None


@pytest.mark.parametrize("text", ["", "48021", "seven77", "  12a  "])
def test_what_is_too_short_is_refused(text):
    assert refusal(text) is ShortSecretError


@pytest.mark.parametrize(
    "text",
    [
        "123456", "000000", "654321", "890123", "0987654321", "121212", "123123", "99999999",
        "abcdefgh", "aaaaaaaa", "abababab", "ABCDEFGH", "aabbaaba",
        "172046", "13855172046",
    ],
)  # fmt: skip
def test_what_is_guessed_first_is_refused(text):
    assert refusal(text) is TrivialSecretError


def test_ones_own_name_is_no_passphrase():
    long = a_person(name="欧阳震华", pinyin="ou yang zhen hua")
    for text in ("ouyangzhenhua", "OuYangZhenHua"):
        with pytest.raises(TrivialSecretError):
            refuse_weak(text, long, OFFICER, RULES)


@pytest.mark.parametrize("role", [Role.APPROVER, Role.ADMINISTRATOR])
def test_a_pin_is_not_enough_to_approve_or_administer(role):
    assert refusal("480213975", frozenset({role, Role.DUTY_OFFICER})) is NeedsPhraseError
    assert refusal("480213975x", frozenset({role})) is None


def test_the_lengths_are_rules():
    assert refusal("48021397", rules=SignInRules(pin_digits=9)) is ShortSecretError
    assert refusal("4802", rules=SignInRules(pin_digits=4)) is None


def test_digits_are_a_pin_in_whatever_width_they_were_typed():
    assert kind_of("４８０２１３") is kind_of("480213") is SecretKind.PIN
    assert kind_of("480213a") is kind_of("") is SecretKind.PHRASE
    assert as_typed("４８０２１３ ") == "480213"


def left(wrong, minutes, rules=RULES):
    """The minutes still to wait, so many minutes after the last of so many wrong entries."""
    account = Account("p1", OFFICER, wrong, NOW)
    return wait_left(account, NOW + timedelta(minutes=minutes), rules) / timedelta(minutes=1)


def test_each_wrong_entry_makes_the_next_wait_longer():
    assert [left(wrong, 0) for wrong in range(8)] == [0, 1, 2, 4, 8, 15, 15, 15]


def test_the_wait_ends():
    assert (left(4, 7.5), left(4, 8), left(4, 900)) == (0.5, 0, 0)


def test_the_waits_are_rules_and_none_is_possible():
    assert left(3, 0, SignInRules(waits=(5,))) == 5
    assert left(3, 0, SignInRules(waits=())) == 0


@given(st.integers(1, 50), st.datetimes(datetime(2000, 1, 1), datetime(2026, 11, 16)))  # noqa: DTZ001 - zoned below
def test_a_clock_set_back_shortens_no_wait(wrong, earlier):
    account = Account("p1", OFFICER, wrong, NOW)
    assert wait_left(account, earlier.replace(tzinfo=UTC), RULES) == wait_left(account, NOW, RULES)


def test_whoever_never_erred_waits_for_nothing():
    assert wait_left(Account("p1", OFFICER), NOW, RULES) == timedelta()


def locks(touched=0, looked=0, now=0, changes=(), rules=RULES):
    """Whether the desk locks itself, all in minutes."""
    at = [NOW + timedelta(minutes=each) for each in (touched, looked, now)]
    return locks_itself(*at, [NOW + timedelta(minutes=each) for each in changes], rules)


def test_an_idle_desk_locks_itself():
    assert not locks(touched=0, now=9.9)
    assert locks(touched=0, now=10)
    assert not locks(touched=5, now=10)
    assert not locks(now=600, rules=SignInRules(idle_minutes=0))


def test_the_desk_locks_itself_when_a_shift_ends():
    assert locks(touched=30, looked=29, now=30, changes=[30])
    assert not locks(touched=31, looked=30, now=31, changes=[30])
    assert not locks(touched=29, looked=28, now=29, changes=[30])
    assert not locks(touched=30, looked=29, now=30, changes=[30], rules=SignInRules(at_shift_change=False))


def test_waits_are_read_as_they_are_typed():
    assert read_waits("1, 2,４ 8、15") == (1, 2, 4, 8, 15)
    with pytest.raises(MissingFieldError):
        read_waits(" , ")
    for text in ("0", "-1", "soon", "1441", "1.5"):
        with pytest.raises(NotANumberError):
            read_waits(text)


@pytest.mark.parametrize(
    "facts", [{"pin_digits": 5}, {"phrase_letters": 7}, {"idle_minutes": 1441}, {"waits": (0,)}]
)
def test_rules_may_be_stricter_and_not_laxer(facts):
    with pytest.raises(NotANumberError):
        refuse_lax(SignInRules(**facts))
    refuse_lax(SignInRules(pin_digits=8, phrase_letters=12, idle_minutes=0, waits=(5, 30)))
