"""What stands in the place of something that is not for everybody's eyes, and that it is never kept there."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dutydesk.domain.accounts import Sight
from dutydesk.domain.people import Exemption, Person
from dutydesk.services.rights import sees
from dutydesk.storage.people import EXEMPTIONS, PEOPLE
from dutydesk.storage.store import Store

if TYPE_CHECKING:
    from dutydesk.services.roster import RosterGrid  # which reads the staff, whose phones are veiled here

VEIL: Final = "•••"


def veiled(store: Store, viewer: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """People as whoever is signed in (id, empty for nobody) may see them.

    Phones are for some, and so is the note of the staff list, which mostly says why somebody is spared.
    """
    phones, reasons = (sees(store, viewer, each) for each in (Sight.PHONE, Sight.LEAVE_REASON))
    return tuple(each if each.id == viewer else _behind(each, phones=phones, note=reasons) for each in people)


def veiled_roster(store: Store, viewer: str, roster: "RosterGrid") -> "RosterGrid":
    """A roster with its people as whoever is signed in may see them: on the screen, on paper, in a file."""
    seen = veiled(store, viewer, roster.people.values())
    return replace(roster, people={each.id: each for each in seen})


def _behind(person: Person, *, phones: bool, note: bool) -> Person:
    """A person of whom phones and note are seen, or not."""
    return replace(
        person,
        phone=person.phone if phones else _veil(person.phone),
        short_phone=person.short_phone if phones else _veil(person.short_phone),
        note=person.note if note else _veil(person.note),
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
    """A person to be kept: what was veiled when it was read stays as it is kept."""
    kept = store.find(PEOPLE, person.id)
    hidden = [name for name in ("phone", "short_phone", "note") if getattr(person, name) == VEIL]
    return replace(person, **{name: getattr(kept, name) for name in hidden}) if kept else person


def unveiled_reason(store: Store, exemption: Exemption) -> Exemption:
    """An exemption to be kept: where its reason was veiled, the kept one stays."""
    kept = store.find(EXEMPTIONS, exemption.id)
    return replace(exemption, reason=kept.reason) if kept and exemption.reason == VEIL else exemption


def _veil(text: str) -> str:
    return VEIL if text else ""
