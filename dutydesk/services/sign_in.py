"""Signing in at the desk; whoever entered something wrong waits, or a supervisor lets them try again."""

import math
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.accounts import Account, Author, may
from dutydesk.domain.people import Person
from dutydesk.domain.sign_in import wait_left
from dutydesk.errors import (
    NoAccountError,
    NotASupervisorError,
    TooSoonError,
    WrongSecretError,
)
from dutydesk.services.accounts import put_secret, rules_of
from dutydesk.services.changes import Changes, deed
from dutydesk.services.hashing import USUAL, Cost, encoded, fits, is_outdated
from dutydesk.services.rights import roles_of
from dutydesk.services.watch import local, stints
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store


def who_signs_in(store: Store, now: datetime) -> tuple[Person, ...]:
    """Everybody who may sign in today, in the order of the address list."""
    known, today = {each.person for each in store.all(SECRETS)}, local(store, now).date()
    return tuple(each for each in store.all(PEOPLE) if each.id in known and each.serves(today))


def next_shift_change(store: Store, now: datetime) -> datetime | None:
    """When the next shift begins or ends; refuses an office without shifts."""
    today = local(store, now).date()
    near = stints(store, today - timedelta(days=1), today + timedelta(days=1))
    return min((each for stint in near for each in (stint.starts, stint.ends) if each > now), default=None)


def sign_in(store: Store, person_id: str, text: str, *, by: Author, cost: Cost = USUAL) -> Changes:
    """Let somebody in by their PIN or passphrase; a hash with old parameters is made anew.

    A wrong entry is journalled and makes the next one wait; what is entered too soon is not looked at.
    """
    account = _checked(store, person_id, text, by, cost)
    with deed(store, proven(store, by, person_id), "open_desk") as act:
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
    with deed(store, proven(store, by, supervisor), "let_try_again") as act:
        act.writing.put(ACCOUNTS, replace(store.get(ACCOUNTS, person_id), wrong=0, wrong_at=None))
    return act.changes


def _checked(store: Store, person_id: str, text: str, by: Author, cost: Cost) -> Account:
    """The account of somebody whose secret this is; a wrong one is written down before it is refused."""
    account, secret = account_of(store, person_id, by), store.find(SECRETS, person_id)
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


def account_of(store: Store, person_id: str, by: Author) -> Account:
    """The account of somebody who may come in; refuses whoever has none or has left the office."""
    person = store.get(PEOPLE, person_id)
    account = store.find(ACCOUNTS, person_id)
    if account is None or not person.serves(local(store, by.at).date()):
        raise NoAccountError(person.name)
    return account


def proven(store: Store, by: Author, person_id: str) -> Author:
    """The same instant, with the one who has just shown who they are."""
    return replace(by, actor=store.get(PEOPLE, person_id).name, person=person_id)


def _minutes(left: timedelta) -> int:
    return math.ceil(left / timedelta(minutes=1))
