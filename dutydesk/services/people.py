"""The staff list: sections, people, exemptions, pairs and opening tallies."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dutydesk.domain.accounts import Author
from dutydesk.domain.people import Exemption, Pair, Person, Section
from dutydesk.domain.roster import Tally
from dutydesk.errors import (
    AmbiguousPersonError,
    MissingFieldError,
    SamePersonTwiceError,
    StillUsedError,
    UnknownPersonError,
)
from dutydesk.services.changes import Changes, deed
from dutydesk.services.pinyin import initials_of, pinyin_of
from dutydesk.storage.people import EXEMPTIONS, PAIRS, PEOPLE, SECTIONS, TALLIES
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody in the order of the address list, what they are spared and with whom they are paired."""

    sections: tuple[Section, ...]
    people: tuple[Person, ...]
    exemptions: tuple[Exemption, ...]
    pairs: tuple[Pair, ...]
    tallies: tuple[Tally, ...]

    def section_name(self, person: Person) -> str:
        """The name of a person's section."""
        return next((each.name for each in self.sections if each.id == person.section), "")


def staff(store: Store) -> Staff:
    """The whole staff list."""
    return Staff(
        sections=store.all(SECTIONS),
        people=store.all(PEOPLE),
        exemptions=store.all(EXEMPTIONS),
        pairs=store.all(PAIRS),
        tallies=store.all(TALLIES),
    )


def find_person(store: Store, text: str) -> Person:
    """The person with this name, "name(section)" or id; refuses nobody and several."""
    wanted, _, section = text.replace("（", "(").rstrip(")）").partition("(")
    everybody = staff(store)
    found = [
        each
        for each in everybody.people
        if text == each.id or (each.name == wanted and section in {"", everybody.section_name(each)})
    ]
    if not found:
        raise UnknownPersonError(text)
    if len(found) > 1:
        raise AmbiguousPersonError(wanted, "、".join(everybody.section_name(each) for each in found))
    return found[0]


def save_section(store: Store, section: Section, *, by: Author) -> Changes:
    """Add a section or change it; refuses one without a name."""
    if not section.name.strip():
        raise MissingFieldError("name")
    with deed(store, by, "save_section") as act:
        act.writing.put(SECTIONS, section)
    return act.changes


def remove_section(store: Store, section_id: str, *, by: Author) -> Changes:
    """Remove a section that nobody belongs to; refuses any other."""
    section = store.get(SECTIONS, section_id)
    _refuse_used(section.name, len(store.all(PEOPLE, "section = ?", (section_id,))))
    with deed(store, by, "remove_section") as act:
        act.writing.remove(SECTIONS, section_id)
    return act.changes


def save_people(store: Store, people: Iterable[Person], *, by: Author) -> Changes:
    """Add people or change them, all or none, with their pinyin; refuses one without name or section."""
    with deed(store, by, "save_people") as act:
        for person in people:
            act.writing.put(PEOPLE, _completed(person))
    return act.changes


def _completed(person: Person) -> Person:
    name = person.name.strip()
    if not name:
        raise MissingFieldError("name")
    if not person.section:
        raise MissingFieldError("section")
    return replace(person, name=name, pinyin=pinyin_of(name), initials=initials_of(name))


def remove_person(store: Store, person_id: str, *, by: Author) -> Changes:
    """Remove somebody entered by mistake; refuses whoever has duties (give them a last day instead)."""
    person = store.get(PEOPLE, person_id)
    _refuse_used(person.name, len(store.all(DUTIES, "planned = ? or actual = ?", (person_id, person_id))))
    with deed(store, by, "remove_person") as act:
        for exemption in store.all(EXEMPTIONS, "person = ?", (person_id,)):
            act.writing.remove(EXEMPTIONS, exemption.id)
        for tally in store.all(TALLIES, "person = ?", (person_id,)):
            act.writing.remove(TALLIES, tally.id)
        for pair in store.all(PAIRS, "a = ? or b = ?", (person_id, person_id)):
            act.writing.remove(PAIRS, pair.id)
        act.writing.remove(PEOPLE, person_id)
    return act.changes


def save_exemption(store: Store, exemption: Exemption, *, by: Author) -> Changes:
    """Add an exemption or change it; refuses one without a reason."""
    if not exemption.reason.strip():
        raise MissingFieldError("reason")
    with deed(store, by, "save_exemption") as act:
        act.writing.put(EXEMPTIONS, exemption)
    return act.changes


def confirm_exemptions(store: Store, ids: Iterable[str], *, approved_by: str, by: Author) -> Changes:
    """Let exemptions count that were read from the notes of a staff list."""
    with deed(store, by, "confirm_exemptions") as act:
        for each in ids:
            exemption = store.get(EXEMPTIONS, each)
            act.writing.put(EXEMPTIONS, replace(exemption, confirmed=True, approved_by=approved_by))
    return act.changes


def remove_exemptions(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove exemptions; the journal keeps them."""
    with deed(store, by, "remove_exemptions") as act:
        for each in ids:
            act.writing.remove(EXEMPTIONS, each)
    return act.changes


def save_pair(store: Store, pair: Pair, *, by: Author) -> Changes:
    """Pair two people as A and B; refuses a person paired with themselves."""
    if pair.a == pair.b:
        raise SamePersonTwiceError(store.get(PEOPLE, pair.a).name)
    with deed(store, by, "save_pair") as act:
        act.writing.put(PAIRS, pair)
    return act.changes


def remove_pair(store: Store, pair_id: str, *, by: Author) -> Changes:
    """Dissolve an A/B pair."""
    with deed(store, by, "remove_pair") as act:
        act.writing.remove(PAIRS, pair_id)
    return act.changes


def save_tallies(store: Store, tallies: Iterable[Tally], *, by: Author) -> Changes:
    """Enter how many duties people stood before this file began; a count of 0 is kept too."""
    with deed(store, by, "save_tallies") as act:
        for tally in tallies:
            act.writing.put(TALLIES, tally)
    return act.changes


def _refuse_used(name: str, uses: int) -> None:
    if uses:
        raise StillUsedError(name, uses)
