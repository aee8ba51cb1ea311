"""What somebody may do and see in an open file; in an office without accounts everybody may everything."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dutydesk.domain.accounts import (
    OPEN,
    Author,
    Role,
    Sight,
    may,
    may_enter,
    may_see,
    who_may,
)
from dutydesk.domain.people import Person
from dutydesk.errors import DomainError, MissingFieldError, NobodySignedInError, NotAllowedError
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store

VEIL: Final = "•••"
"""What stands in the place of something that is not for everybody's eyes."""


def has_accounts(store: Store) -> bool:
    """Whether people sign in; until an administrator has a secret the office runs without PINs."""
    known = {each.person for each in store.all(SECRETS)}
    return any(Role.ADMINISTRATOR in each.roles and each.person in known for each in store.all(ACCOUNTS))


def roles_of(store: Store, person_id: str) -> frozenset[Role]:
    """What a person is in the office; nothing for nobody."""
    account = store.find(ACCOUNTS, person_id)
    return account.roles if account else frozenset()


def obstacle(store: Store, by: Author, deed: str) -> DomainError | None:
    """Why the author may not do a deed; None where they may, by their own roles or on paper by another's."""
    if deed in OPEN or not has_accounts(store):
        return None
    roles = roles_of(store, by.person)
    on_paper = bool(by.principal and by.paper)
    if may(roles, deed) or (on_paper and may_enter(roles, roles_of(store, by.principal), deed)):
        return None
    if not by.person:
        return NobodySignedInError(deed)
    return NotAllowedError(deed, by.actor, " ".join(sorted(who_may(deed))))


def is_entitled(store: Store, by: Author, deed: str) -> bool:
    """Whether the author may do a deed."""
    return obstacle(store, by, deed) is None


def refuse_unentitled(store: Store, by: Author, deed: str) -> None:
    """Refuse whoever may not do a deed, saying who may."""
    refusal = obstacle(store, by, deed)
    if refusal:
        raise refusal


def sees(store: Store, person_id: str, sight: Sight, *, of: str = "") -> bool:
    """Whether whoever is signed in (id, empty for nobody) may see something of a person, or of everybody."""
    own = bool(of) and of == person_id
    return own or not has_accounts(store) or may_see(roles_of(store, person_id), sight)


def veiled(store: Store, person_id: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """People as whoever is signed in (id, empty for nobody) may see them: without phones, if need be."""
    if sees(store, person_id, Sight.PHONE):
        return tuple(people)
    return tuple(
        each
        if each.id == person_id
        else replace(each, phone=_veil(each.phone), short_phone=_veil(each.short_phone))
        for each in people
    )


def unveiled(store: Store, person: Person) -> Person:
    """A person to be kept: where a phone was veiled when it was read, the kept one stays."""
    kept = store.find(PEOPLE, person.id)
    if kept is None or VEIL not in (person.phone, person.short_phone):
        return person
    return replace(
        person,
        phone=kept.phone if person.phone == VEIL else person.phone,
        short_phone=kept.short_phone if person.short_phone == VEIL else person.short_phone,
    )


def _veil(text: str) -> str:
    return VEIL if text else ""


def entered_for(store: Store, by: Author, person_id: str, paper: str) -> Author:
    """The author of a deed that somebody decided on paper: the journal names both, and the paper's number.

    Refuses a paper without a number.
    """
    if not paper.strip():
        raise MissingFieldError("paper")
    name = store.get(PEOPLE, person_id).name
    number = paper.strip()
    return replace(by, on_behalf_of=f"{name} ({number})", principal=person_id, paper=number)
