"""What stands in the place of something that is not for everybody's eyes, and that it is never kept there."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dutydesk.domain.accounts import Sight
from dutydesk.domain.people import Exemption, Person
from dutydesk.services.rights import sees
from dutydesk.storage.people import EXEMPTIONS, PEOPLE
from dutydesk.storage.store import Store

VEIL: Final = "•••"


def veiled(store: Store, viewer: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """People as whoever is signed in (id, empty for nobody) may see them: without phones, if need be."""
    if sees(store, viewer, Sight.PHONE):
        return tuple(people)
    return tuple(
        each
        if each.id == viewer
        else replace(each, phone=_veil(each.phone), short_phone=_veil(each.short_phone))
        for each in people
    )


def veiled_reasons(store: Store, viewer: str, exemptions: Iterable[Exemption]) -> tuple[Exemption, ...]:
    """Exemptions without the reasons that the viewer may not see."""
    return tuple(
        each
        if sees(store, viewer, Sight.LEAVE_REASON, of=each.person)
        else replace(each, reason=_veil(each.reason))
        for each in exemptions
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


def unveiled_reason(store: Store, exemption: Exemption) -> Exemption:
    """An exemption to be kept: where its reason was veiled, the kept one stays."""
    kept = store.find(EXEMPTIONS, exemption.id)
    return replace(exemption, reason=kept.reason) if kept and exemption.reason == VEIL else exemption


def _veil(text: str) -> str:
    return VEIL if text else ""
