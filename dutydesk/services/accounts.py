"""Accounts: who is what in the office, and by what secret they are known."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from dutydesk.domain.accounts import Account, Author, Role
from dutydesk.domain.people import Person
from dutydesk.domain.sign_in import (
    NEED_PHRASE,
    SIGN_IN,
    Secret,
    SecretKind,
    SignInRules,
    kind_of,
    refuse_lax,
    refuse_weak,
)
from dutydesk.errors import LastAdministratorError, MissingFieldError, NeedsPhraseError
from dutydesk.services.changes import Changes, Deed, deed
from dutydesk.services.hashing import USUAL, Cost, encoded
from dutydesk.services.rights import has_accounts, roles_of
from dutydesk.services.rulebook import in_force
from dutydesk.services.watch import local
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.office import RULES
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an account; `secret` is None for somebody who decides on paper only."""

    person: Person
    account: Account
    secret: SecretKind | None


def rules_of(store: Store, now: datetime) -> SignInRules:
    """The rules of signing in that hold now."""
    return in_force(store, SIGN_IN, local(store, now).date())


def save_sign_in_rules(store: Store, wanted: SignInRules, valid_from: date, *, by: Author) -> Changes:
    """Let rules of signing in hold from a day on; refuses what would make PINs easy to guess."""
    refuse_lax(wanted)
    with deed(store, by, "save_sign_in_rules") as act:
        for rule in SIGN_IN.changed(in_force(store, SIGN_IN, valid_from), wanted, valid_from):
            act.writing.put(RULES, rule)
    return act.changes


def holders(store: Store) -> tuple[Holder, ...]:
    """Everybody with an account, in the order of the address list."""
    accounts = {each.person: each for each in store.all(ACCOUNTS)}
    kinds = {each.person: each.kind for each in store.all(SECRETS)}
    return tuple(
        Holder(person, accounts[person.id], kinds.get(person.id))
        for person in store.all(PEOPLE)
        if person.id in accounts
    )


def save_accounts(store: Store, roles: Iterable[tuple[str, frozenset[Role]]], *, by: Author) -> Changes:
    """Say what people (ids) are in the office, all or none.

    Refuses to leave it without an administrator, and to let somebody approve or administer by a PIN.
    """
    with deed(store, by, "save_accounts") as act, _keeping_an_administrator(store):
        for person_id, given in roles:
            _refuse_pin(store, person_id, given, by)
            _put_roles(store, act, person_id, given)
    return act.changes


def set_secret(store: Store, person_id: str, text: str, *, by: Author, cost: Cost = USUAL) -> Changes:
    """Give somebody a new PIN or passphrase; refuses a weak one. Whoever had to wait need not any longer."""
    with deed(store, by, "set_secret") as act:
        put_secret(store, act, person_id, text, by.at, cost)
    return act.changes


def open_account(
    store: Store, person_id: str, roles: frozenset[Role], text: str, *, by: Author, cost: Cost = USUAL
) -> Changes:
    """Say what somebody is and give them a PIN or passphrase; without one they decide on paper only."""
    with deed(store, by, "save_accounts") as act, _keeping_an_administrator(store):
        if not text:
            _refuse_pin(store, person_id, roles, by)
        _put_roles(store, act, person_id, roles)
        if text:
            put_secret(store, act, person_id, text, by.at, cost)
    return act.changes


def make_administrator(store: Store, person_id: str, text: str, *, by: Author, cost: Cost = USUAL) -> Changes:
    """Let people sign in from now on, with this one to manage their accounts; they may plan too.

    Planning is what is done next in a new office; the administrator may leave it to others later.
    """
    roles = roles_of(store, person_id) | {Role.ADMINISTRATOR, Role.PLANNER}
    if not text:
        raise MissingFieldError("secret")
    return open_account(store, person_id, roles, text, by=by, cost=cost)


def remove_accounts(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Take people's accounts away, all or none; refuses the last administrator's."""
    with deed(store, by, "remove_accounts") as act, _keeping_an_administrator(store):
        for person_id in ids:
            _remove(act, person_id)
    return act.changes


def give_up_accounts(store: Store, *, by: Author) -> Changes:
    """Let the office run without PINs again, as a single-user office: everybody's account is taken away."""
    with deed(store, by, "remove_accounts") as act:
        for account in store.all(ACCOUNTS):
            _remove(act, account.person)
    return act.changes


def put_secret(store: Store, act: Deed, person_id: str, text: str, now: datetime, cost: Cost) -> None:
    """Within a deed: keep the hash of a new secret, unless it is weak for what the person may do."""
    person = store.get(PEOPLE, person_id)
    refuse_weak(text, person, roles_of(store, person_id), rules_of(store, now))
    account = store.find(ACCOUNTS, person_id) or Account(person_id, frozenset())
    act.writing.put(ACCOUNTS, replace(account, wrong=0, wrong_at=None))
    act.writing.put(SECRETS, Secret(person_id, kind_of(text), encoded(text, cost)))


def _put_roles(store: Store, act: Deed, person_id: str, roles: frozenset[Role]) -> None:
    present = store.find(ACCOUNTS, person_id) or Account(store.get(PEOPLE, person_id).id, frozenset())
    act.writing.put(ACCOUNTS, replace(present, roles=roles))


def _refuse_pin(store: Store, person_id: str, roles: frozenset[Role], by: Author) -> None:
    secret = store.find(SECRETS, person_id)
    if secret and secret.kind is SecretKind.PIN and not roles.isdisjoint(NEED_PHRASE):
        raise NeedsPhraseError(store.get(PEOPLE, person_id).name, rules_of(store, by.at).phrase_letters)


def _remove(act: Deed, person_id: str) -> None:
    act.writing.remove(SECRETS, person_id)
    act.writing.remove(ACCOUNTS, person_id)


@contextmanager
def _keeping_an_administrator(store: Store) -> Iterator[None]:
    """Refuse what would leave accounts that nobody could manage."""
    had = has_accounts(store)
    yield
    if had and not has_accounts(store):
        raise LastAdministratorError
