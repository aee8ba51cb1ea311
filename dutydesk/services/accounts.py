"""Accounts: who is what in the office."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from dutydesk.domain.accounts import Account, Author, Role
from dutydesk.domain.people import Person
from dutydesk.domain.sign_in import SecretKind
from dutydesk.errors import LastAdministratorError
from dutydesk.services.changes import Changes, deed
from dutydesk.services.rights import has_accounts
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an account; `secret` is None for somebody who decides on paper only."""

    person: Person
    account: Account
    secret: SecretKind | None


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
    """Say what people (ids) are in the office, all or none; refuses to leave it without an administrator."""
    with deed(store, by, "save_accounts") as act, _keeping_an_administrator(store):
        for person_id, given in roles:
            present = store.find(ACCOUNTS, person_id) or Account(store.get(PEOPLE, person_id).id, frozenset())
            act.writing.put(ACCOUNTS, replace(present, roles=given))
    return act.changes


def remove_accounts(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Take people's accounts away, all or none; refuses the last administrator's."""
    with deed(store, by, "remove_accounts") as act, _keeping_an_administrator(store):
        for person_id in ids:
            act.writing.remove(SECRETS, person_id)
            act.writing.remove(ACCOUNTS, person_id)
    return act.changes


@contextmanager
def _keeping_an_administrator(store: Store) -> Iterator[None]:
    """Refuse what would leave accounts that nobody could manage."""
    had = has_accounts(store)
    yield
    if had and not has_accounts(store):
        raise LastAdministratorError
