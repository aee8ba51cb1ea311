"""The staff list: sections, people, exemptions, pairs and opening tallies."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from dutydesk.domain.accounts import Author, refuse_own
from dutydesk.domain.lists.roll import Roll
from dutydesk.domain.people import Exemption, ExemptionScope, Pair, Person, Section
from dutydesk.domain.roster import Tally
from dutydesk.errors import (
    MissingFieldError,
    NameTakenError,
    ReversedPeriodError,
    SamePersonTwiceError,
    StillUsedError,
    UnknownSectionError,
)
from dutydesk.services.changes import Changes, Deed, deed
from dutydesk.services.pinyin import initials_of, pinyin_of
from dutydesk.services.veils import unveiled, unveiled_reason
from dutydesk.storage.leave import LEAVE_CREDITS
from dutydesk.storage.people import EXEMPTIONS, PAIRS, PEOPLE, SECTIONS, TALLIES
from dutydesk.storage.roster import WISHES
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

    def section_named(self, name: str) -> Section:
        """The section with this name; refuses a name that none has."""
        found = next((each for each in self.sections if each.name == name.strip()), None)
        if found is None:
            raise UnknownSectionError(name)
        return found

    def named(self, person_id: str) -> str:
        """A person's name, with the section where somebody else has the same name."""
        person = next((each for each in self.people if each.id == person_id), None)
        if person is None:
            return ""
        namesakes = sum(each.name == person.name for each in self.people)
        return f"{person.name}（{self.section_name(person)}）" if namesakes > 1 else person.name

    def find(self, text: str) -> Person:
        """The person with this name, "name(section)" or id; refuses nobody and several."""
        by_id = next((each for each in self.people if each.id == text), None)
        return by_id or Roll(self.people, self.sections).find(text)


def staff(store: Store) -> Staff:
    """The whole staff list; put together once until one of its tables is written."""
    tables = (each.name for each in (SECTIONS, PEOPLE, EXEMPTIONS, PAIRS, TALLIES))
    return store.derived("staff", partial(_staff, store), tables)


def _staff(store: Store) -> Staff:
    return Staff(
        sections=store.all(SECTIONS),
        people=store.all(PEOPLE),
        exemptions=store.all(EXEMPTIONS),
        pairs=store.all(PAIRS),
        tallies=store.all(TALLIES),
    )


def find_person(store: Store, text: str) -> Person:
    """The person with this name, "name(section)" or id; refuses nobody and several."""
    return staff(store).find(text)


def save_sections(store: Store, sections: Iterable[Section], *, by: Author) -> Changes:
    """Add sections or change them, all or none; refuses one without a name or with another's."""
    with deed(store, by, "save_sections") as act:
        for section in sections:
            if not section.name.strip():
                raise MissingFieldError("name")
            if store.all(SECTIONS, "name = ? and id <> ?", (section.name, section.id)):
                raise NameTakenError(section.name)
            act.writing.put(SECTIONS, section)
    return act.changes


def remove_sections(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove sections, all or none; refuses one that somebody belongs to."""
    with deed(store, by, "remove_sections") as act:
        for each in ids:
            section = store.get(SECTIONS, each)
            _refuse_used(section.name, len(store.all(PEOPLE, "section = ?", (each,))))
            act.writing.remove(SECTIONS, each)
    return act.changes


def save_people(store: Store, people: Iterable[Person], *, by: Author) -> Changes:
    """Add people or change them, all or none, with their pinyin.

    Refuses one without name or section, and one who left before joining.
    """
    with deed(store, by, "save_people") as act:
        for person in people:
            act.writing.put(PEOPLE, _completed(unveiled(store, person)))
    return act.changes


def _completed(person: Person) -> Person:
    name = person.name.strip()
    if not name:
        raise MissingFieldError("name")
    if not person.section:
        raise MissingFieldError("section")
    _refuse_reversed(person.joined, person.left)
    return replace(person, name=name, pinyin=pinyin_of(name), initials=initials_of(name))


def arrange_people(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Put the address list, which is the rotation order, in this order; whoever is not named comes after."""
    wanted = {each: number for number, each in enumerate(ids)}
    order = sorted(store.all(PEOPLE), key=lambda each: wanted.get(each.id, len(wanted)))
    with deed(store, by, "arrange_people") as act:
        for number, person in enumerate(order, start=1):
            act.writing.put(PEOPLE, replace(person, sort=number))
    return act.changes


_TRACES: Final = (
    ("duty", "planned, actual"), ("leave", "person, stand_in, acting"), ("leave_step", "decided_by"),
    ("leave_waiver", "waived_by"), ("swap", "applicant, counterpart"), ("account", "id"),
    ("attendance", "person"), ("handover", "outgoing"), ("takeover", "incoming"), ("candidate", "person"),
    ("violation", "person, reporter"), ("addition", "person"), ("overtime", "person"),
    ("follow_up", "handler, closed_by"),
)  # fmt: skip
"""Where somebody is named who is not forgotten: tables and their columns."""


def remove_people(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove people entered by mistake, all or none; refuses whoever is named anywhere else.

    Those get a last day instead.
    """
    with deed(store, by, "remove_people") as act:
        for each in ids:
            _refuse_used(store.get(PEOPLE, each).name, _uses(store, each))
            _remove_person(store, act, each)
    return act.changes


def _uses(store: Store, person_id: str) -> int:
    return sum(
        int(next(store.ask(f"select count(*) from {table} where ? in ({columns})", (person_id,)))[0])  # noqa: S608 - ours
        for table, columns in _TRACES
    )


def _remove_person(store: Store, act: Deed, person_id: str) -> None:
    """Remove a person and what nobody needs without them."""
    for exemption in store.all(EXEMPTIONS, "person = ?", (person_id,)):
        act.writing.remove(EXEMPTIONS, exemption.id)
    for tally in store.all(TALLIES, "person = ?", (person_id,)):
        act.writing.remove(TALLIES, tally.id)
    for pair in store.all(PAIRS, "a = ? or b = ?", (person_id, person_id)):
        act.writing.remove(PAIRS, pair.id)
    for wish in store.all(WISHES, "person = ?", (person_id,)):
        act.writing.remove(WISHES, wish.id)
    for credit in store.all(LEAVE_CREDITS, "person = ?", (person_id,)):
        act.writing.remove(LEAVE_CREDITS, credit.id)
    for section in store.all(SECTIONS, "leader = ?", (person_id,)):
        act.writing.put(SECTIONS, replace(section, leader=""))
    act.writing.remove(PEOPLE, person_id)


def save_exemptions(store: Store, exemptions: Iterable[Exemption], *, by: Author) -> Changes:
    """Add exemptions or change them, all or none.

    Refuses one without a person or reason, one from a post that names none, one that ends before it begins,
    and one's own that would count at once.
    """
    with deed(store, by, "save_exemptions") as act:
        for exemption in exemptions:
            _refuse_incomplete(exemption)
            if exemption.confirmed:
                refuse_own(by, exemption.person)
            act.writing.put(EXEMPTIONS, unveiled_reason(store, exemption))
    return act.changes


def _refuse_incomplete(exemption: Exemption) -> None:
    if not exemption.person:
        raise MissingFieldError("person")
    if not exemption.reason.strip():
        raise MissingFieldError("reason")
    if exemption.scope is ExemptionScope.POST and not exemption.post:
        raise MissingFieldError("post")
    _refuse_reversed(exemption.first, exemption.last)


def confirm_exemptions(store: Store, ids: Iterable[str], *, approved_by: str, by: Author) -> Changes:
    """Let exemptions count that were read from the notes of a staff list; refuses if nobody approved them.

    Nobody lets their own count.
    """
    if not approved_by.strip():
        raise MissingFieldError("approved_by")
    with deed(store, by, "confirm_exemptions") as act:
        for each in ids:
            exemption = store.get(EXEMPTIONS, each)
            refuse_own(by, exemption.person)
            act.writing.put(EXEMPTIONS, replace(exemption, confirmed=True, approved_by=approved_by.strip()))
    return act.changes


def remove_exemptions(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove exemptions; the journal keeps them."""
    with deed(store, by, "remove_exemptions") as act:
        for each in ids:
            act.writing.remove(EXEMPTIONS, each)
    return act.changes


def save_pairs(store: Store, pairs: Iterable[Pair], *, by: Author) -> Changes:
    """Pair people as A and B, all or none; refuses a pair of one, and a person paired with themselves."""
    with deed(store, by, "save_pairs") as act:
        for pair in pairs:
            if not (pair.a and pair.b):
                raise MissingFieldError("person")
            if pair.a == pair.b:
                raise SamePersonTwiceError(store.get(PEOPLE, pair.a).name)
            act.writing.put(PAIRS, pair)
    return act.changes


def remove_pairs(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Dissolve A/B pairs."""
    with deed(store, by, "remove_pairs") as act:
        for each in ids:
            act.writing.remove(PAIRS, each)
    return act.changes


def save_tallies(
    store: Store, tallies: Iterable[Tally], *, forgotten: Iterable[str] = (), by: Author
) -> Changes:
    """Enter how many duties people stood before this file began; a count of 0 is kept too.

    `forgotten` are the ids of tallies that were not counted after all.
    """
    with deed(store, by, "save_tallies") as act:
        for each in forgotten:
            act.writing.remove(TALLIES, each)
        for tally in tallies:
            act.writing.put(TALLIES, tally)
    return act.changes


def _refuse_reversed(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        raise ReversedPeriodError(first.isoformat(), last.isoformat())


def _refuse_used(name: str, uses: int) -> None:
    if uses:
        raise StillUsedError(name, uses)
