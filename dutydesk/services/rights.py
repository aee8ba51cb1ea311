"""What somebody may do and see in an open file; in an office without accounts everybody may everything."""

from dataclasses import replace

from dutydesk.domain.accounts import (
    OPEN,
    WRITERS,
    Author,
    Role,
    Sight,
    may,
    may_enter,
    may_see,
    speaks_for_others,
    who_may,
)
from dutydesk.errors import DomainError, MissingFieldError, NobodySignedInError, NotAllowedError
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store


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
    if by.principal not in {"", by.person} and by.person and not speaks_for_others(roles):
        return NotAllowedError(deed, by.actor, " ".join(sorted(WRITERS)))
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


def entered_for(store: Store, by: Author, person_id: str, paper: str) -> Author:
    """The author of a deed that somebody decided on paper: the journal names both, and the paper's number.

    Refuses a paper without a number.
    """
    if not paper.strip():
        raise MissingFieldError("paper")
    name = store.get(PEOPLE, person_id).name
    number = paper.strip()
    return replace(by, on_behalf_of=f"{name} ({number})", principal=person_id, paper=number)
