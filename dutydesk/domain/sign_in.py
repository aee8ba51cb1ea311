"""How somebody proves who they are: PIN, passphrase, or the printed code that breaks the glass."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.people import Person
from dutydesk.domain.rulebook import Family
from dutydesk.errors import (
    MissingFieldError,
    NeedsPhraseError,
    NotANumberError,
    ShortSecretError,
    TrivialSecretError,
)


class SecretKind(StrEnum):
    """A PIN is quick, for a change of officers; a passphrase is for whoever approves or administers."""

    PIN = "pin"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Secret:
    """What a person's secret is known by; `encoded` is its argon2id hash with salt and parameters."""

    person: str
    kind: SecretKind
    encoded: str


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """A printed code that opens the room once; `seen` says that an administrator knows of its use.

    `wrong` counts the codes that were entered in its place.
    """

    id: str
    encoded: str
    wrong: int = 0
    used_at: datetime | None = None
    used_for: str = ""
    seen: bool = False


@dataclass(frozen=True, slots=True)
class SignInRules:
    """How long secrets must be, how wrong entries slow down, and when the desk locks itself.

    `waits` are the minutes after the first, second ... wrong entry; the last one holds for all that follow.
    `idle_minutes` 0 means that the desk does not lock itself when nobody touches it.
    """

    pin_digits: int = 6
    phrase_letters: int = 8
    waits: tuple[int, ...] = (1, 2, 4, 8, 15)
    idle_minutes: int = 10
    at_shift_change: bool = True


SIGN_IN: Final = Family("sign_in", SignInRules())
LEAST: Final = SignInRules()
"""An office may ask for longer secrets than these, not for shorter ones."""
_LONGEST = 64
_A_DAY = 24 * 60
NEED_PHRASE: Final = frozenset({Role.APPROVER, Role.ADMINISTRATOR})
_FEWEST_KINDS = 4
"""A passphrase of fewer different characters is one that is guessed first."""


def as_typed(text: str) -> str:
    """A secret as it is hashed: full-width digits and letters are those of the keyboard."""
    return unicodedata.normalize("NFKC", text).strip()


def kind_of(text: str) -> SecretKind:
    """Digits are a PIN; anything else is a passphrase."""
    typed = as_typed(text)
    return SecretKind.PIN if typed.isascii() and typed.isdigit() else SecretKind.PHRASE


def refuse_weak(text: str, person: Person, roles: frozenset[Role], rules: SignInRules) -> None:
    """Refuse a secret that is too short, that is guessed first, or a PIN where a passphrase is needed."""
    typed, kind = as_typed(text), kind_of(text)
    if kind is SecretKind.PIN and not roles.isdisjoint(NEED_PHRASE):
        raise NeedsPhraseError(person.name, rules.phrase_letters)
    least = rules.pin_digits if kind is SecretKind.PIN else rules.phrase_letters
    if len(typed) < least:
        raise ShortSecretError(rules.pin_digits, rules.phrase_letters)
    if _is_trivial(typed.casefold()) or _is_their_own(typed.casefold(), person):
        raise TrivialSecretError
    if kind is SecretKind.PHRASE and len(set(typed.casefold())) < _FEWEST_KINDS:
        raise TrivialSecretError


def _is_trivial(typed: str) -> bool:
    """Equal steps (111111, 123456, 987654, abcdefgh) or a short piece said again (121212, 123123)."""
    steps = {ord(after) - ord(before) for before, after in pairwise(typed)}
    around = {-9 if step == 1 else 9 if step == -1 else step for step in steps}  # 890123 goes on behind the 9
    again = any(typed == typed[:size] * (len(typed) // size) for size in range(1, len(typed) // 2 + 1))
    return again or (len(around) == 1 and abs(steps.pop()) in {0, 1, 9})


def _is_their_own(typed: str, person: Person) -> bool:
    """A piece of the person's phone number, or nothing but their name."""
    names = {reading.replace(" ", "") for reading in (person.name, *person.pinyin.split("|"))}
    phones = {"".join(filter(str.isdigit, each)) for each in (person.phone, person.short_phone)}
    return typed in names or any(typed in each for each in phones)


def read_waits(text: str) -> tuple[int, ...]:
    """Minutes parted by commas or blanks; refuses what is none, and no waiting at all."""
    words = as_typed(text).replace(",", " ").replace("、", " ").split()
    if not words:
        raise MissingFieldError("waits")
    return tuple(_within(word, 1, _A_DAY) for word in words)


def refuse_lax(rules: SignInRules) -> None:
    """Refuse rules under which a secret is soon guessed, or a lock that comes later than a day."""
    _within(str(rules.pin_digits), LEAST.pin_digits, _LONGEST)
    _within(str(rules.phrase_letters), LEAST.phrase_letters, _LONGEST)
    _within(str(rules.idle_minutes), 0, _A_DAY)
    read_waits(" ".join(map(str, rules.waits)))


def _within(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise NotANumberError(text, least, most)
    return int(text)


def wait_left(account: Account, now: datetime, rules: SignInRules) -> timedelta:
    """How long the person must still wait after their wrong entries; a clock set back shortens nothing."""
    if not account.wrong or account.wrong_at is None or not rules.waits:
        return timedelta()
    wait = timedelta(minutes=rules.waits[min(account.wrong, len(rules.waits)) - 1])
    passed = max(now - account.wrong_at, timedelta())
    return max(wait - passed, timedelta())


def locks_itself(
    touched: datetime, looked: datetime, now: datetime, changes: Iterable[datetime], rules: SignInRules
) -> bool:
    """Whether the desk locks: left alone for too long, or a shift began or ended since the last look."""
    is_idle = rules.idle_minutes > 0 and now - touched >= timedelta(minutes=rules.idle_minutes)
    return is_idle or (rules.at_shift_change and any(looked < each <= now for each in changes))
