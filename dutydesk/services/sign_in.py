"""Signing in at the desk, and every way back in: waiting, a supervisor, the printed code."""

import math
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dutydesk.domain.accounts import Account, Author, may
from dutydesk.domain.people import Person
from dutydesk.domain.sign_in import BreakGlass, as_typed, wait_left
from dutydesk.errors import (
    NoAccountError,
    NotASupervisorError,
    TooSoonError,
    WrongCodeError,
    WrongSecretError,
)
from dutydesk.services.accounts import put_secret, rules_of
from dutydesk.services.changes import Changes, deed
from dutydesk.services.hashing import USUAL, Cost, encoded, fits, is_outdated
from dutydesk.services.ids import new_id
from dutydesk.services.rights import roles_of
from dutydesk.services.watch import local
from dutydesk.storage.accounts import ACCOUNTS, BREAK_GLASS, SECRETS
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store

_GROUPS, _DIGITS = 5, 4
"""A break-glass code has as many digits as nobody tries out, in groups that can be read aloud."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A break-glass code that was used, and whom it let in."""

    id: str
    at: datetime
    person: Person


def who_signs_in(store: Store, now: datetime) -> tuple[Person, ...]:
    """Everybody who may sign in today, in the order of the address list."""
    known, today = {each.person for each in store.all(SECRETS)}, local(store, now).date()
    return tuple(each for each in store.all(PEOPLE) if each.id in known and each.serves(today))


def sign_in(store: Store, person_id: str, text: str, *, by: Author, cost: Cost = USUAL) -> Changes:
    """Let somebody in by their PIN or passphrase; a hash with old parameters is made anew.

    A wrong entry is journalled and makes the next one wait; what is entered too soon is not looked at.
    """
    account = _checked(store, person_id, text, by, cost)
    with deed(store, _as(store, by, person_id), "open_desk") as act:
        act.writing.put(ACCOUNTS, replace(account, wrong=0, wrong_at=None, signed_in_at=by.at))
        secret = store.get(SECRETS, person_id)
        if is_outdated(secret.encoded, cost):
            act.writing.put(SECRETS, replace(secret, encoded=encoded(text, cost)))
    return act.changes


def change_secret(store: Store, old: str, new: str, *, by: Author, cost: Cost = USUAL) -> Changes:
    """Let whoever signed in choose another PIN or passphrase; the old one shows that it is still they."""
    _checked(store, by.person, old, by, cost)
    with deed(store, by, "change_secret") as act:
        put_secret(store, act, by.person, new, by.at, cost)
    return act.changes


def let_try_again(
    store: Store, person_id: str, supervisor: str, text: str, *, by: Author, cost: Cost = USUAL
) -> Changes:
    """A duty leader or administrator takes somebody's waiting away, by their own PIN or passphrase."""
    person = store.get(PEOPLE, supervisor)
    if supervisor == person_id or not may(roles_of(store, supervisor), "let_try_again"):
        raise NotASupervisorError(person.name)
    _checked(store, supervisor, text, by, cost)
    with deed(store, _as(store, by, supervisor), "let_try_again") as act:
        act.writing.put(ACCOUNTS, replace(store.get(ACCOUNTS, person_id), wrong=0, wrong_at=None))
    return act.changes


def new_code() -> str:
    """A break-glass code by chance, to be printed and never shown again."""
    return " ".join(f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}" for _ in range(_GROUPS))


def keep_code(store: Store, code: str, *, by: Author, cost: Cost = USUAL) -> Changes:
    """Let this code open the room, once; one printed before opens it no longer."""
    with deed(store, by, "keep_code") as act:
        for each in store.all(BREAK_GLASS, "used_at = ''"):
            act.writing.remove(BREAK_GLASS, each.id)
        act.writing.put(BREAK_GLASS, BreakGlass(new_id(by.at), encoded(_digits(code), cost)))
    return act.changes


def has_code(store: Store) -> bool:
    """Whether a printed code would open the room."""
    return bool(store.all(BREAK_GLASS, "used_at = ''"))


def break_glass(
    store: Store, person_id: str, code: str, secret: str, *, by: Author, cost: Cost = USUAL
) -> Changes:
    """Let somebody in by the printed code, with a new PIN or passphrase of their own; the code is used up.

    A wrong code is journalled; it never makes anybody wait, because nobody can guess one.
    """
    account = _account(store, person_id, by)
    kept = next(iter(store.all(BREAK_GLASS, "used_at = ''")), None)
    if kept is None or not fits(_digits(code), kept.encoded, cost):
        _note_wrong_code(store, person_id, by)
        raise WrongCodeError
    with deed(store, _as(store, by, person_id), "break_glass") as act:
        put_secret(store, act, person_id, secret, by.at, cost)
        act.writing.put(ACCOUNTS, replace(account, wrong=0, wrong_at=None, signed_in_at=by.at))
        act.writing.put(BREAK_GLASS, replace(kept, used_at=by.at, used_for=person_id))
    return act.changes


def _note_wrong_code(store: Store, person_id: str, by: Author) -> None:
    """Journal a wrong code and whom it should have let in; where none was printed there is none to guess."""
    printed = store.all(BREAK_GLASS)
    if printed:
        with deed(store, replace(by, reason=store.get(PEOPLE, person_id).name), "enter_wrong_code") as act:
            act.writing.put(BREAK_GLASS, replace(printed[-1], wrong=printed[-1].wrong + 1))


def broken_glass(store: Store) -> tuple[Broken, ...]:
    """The uses of a code of which no administrator knows yet, newest last."""
    used = store.all(BREAK_GLASS, "used_at <> '' and not seen")
    found = (Broken(each.id, each.used_at, store.get(PEOPLE, each.used_for)) for each in used if each.used_at)
    return tuple(sorted(found, key=lambda each: each.at))


def see_broken_glass(store: Store, *, by: Author) -> Changes:
    """An administrator has seen that the code was used."""
    with deed(store, by, "see_broken_glass") as act:
        for each in store.all(BREAK_GLASS, "used_at <> '' and not seen"):
            act.writing.put(BREAK_GLASS, replace(each, seen=True))
    return act.changes


def _checked(store: Store, person_id: str, text: str, by: Author, cost: Cost) -> Account:
    """The account of somebody whose secret this is; a wrong one is written down before it is refused."""
    account, secret = _account(store, person_id, by), store.find(SECRETS, person_id)
    name, rules = store.get(PEOPLE, person_id).name, rules_of(store, by.at)
    if secret is None:
        raise NoAccountError(name)
    if left := wait_left(account, by.at, rules):
        _wait_by_new_clock(store, account, by)
        raise TooSoonError(name, _minutes(left))
    if fits(text, secret.encoded, cost):
        return account
    wrong = replace(account, wrong=account.wrong + 1, wrong_at=by.at)
    with deed(store, by, "enter_wrong_secret") as act:
        act.writing.put(ACCOUNTS, wrong)
    raise WrongSecretError(name, _minutes(wait_left(wrong, by.at, rules)))


def _wait_by_new_clock(store: Store, account: Account, by: Author) -> None:
    """Let the wait begin anew on a clock that was set back: nobody waits until the old time comes round."""
    if account.wrong_at and by.at < account.wrong_at:
        with deed(store, by, "wait_anew") as act:
            act.writing.put(ACCOUNTS, replace(account, wrong_at=by.at))


def _account(store: Store, person_id: str, by: Author) -> Account:
    person = store.get(PEOPLE, person_id)
    account = store.find(ACCOUNTS, person_id)
    if account is None or not person.serves(local(store, by.at).date()):
        raise NoAccountError(person.name)
    return account


def _as(store: Store, by: Author, person_id: str) -> Author:
    """The same instant, with the one who has just shown who they are."""
    return replace(by, actor=store.get(PEOPLE, person_id).name, person=person_id)


def _digits(code: str) -> str:
    return "".join(filter(str.isdigit, as_typed(code)))


def _minutes(left: timedelta) -> int:
    return math.ceil(left / timedelta(minutes=1))
