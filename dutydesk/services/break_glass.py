"""The printed code that opens the room once, when nobody is there who could: loudly, and seen afterwards."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from dutydesk.domain.accounts import Author
from dutydesk.domain.people import Person
from dutydesk.domain.sign_in import BreakGlass, as_typed
from dutydesk.errors import WrongCodeError
from dutydesk.services.accounts import put_secret
from dutydesk.services.changes import Changes, deed
from dutydesk.services.hashing import USUAL, Cost, encoded, fits
from dutydesk.services.ids import new_id
from dutydesk.services.sign_in import account_of, proven
from dutydesk.storage.accounts import ACCOUNTS, BREAK_GLASS
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
    account = account_of(store, person_id, by)
    kept = next(iter(store.all(BREAK_GLASS, "used_at = ''")), None)
    if kept is None or not fits(_digits(code), kept.encoded, cost):
        _note_wrong_code(store, person_id, by)
        raise WrongCodeError
    with deed(store, proven(store, by, person_id), "break_glass") as act:
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


def _digits(code: str) -> str:
    return "".join(filter(str.isdigit, as_typed(code)))
