"""Who of the file a row of a staff list is: by name and section, and by phone where that is not enough."""

from collections.abc import Iterable, Sequence

from dutydesk.domain.lists.staff import StaffRow
from dutydesk.domain.lists.words import key
from dutydesk.domain.people import Person, Section


def match(
    rows: Sequence[StaffRow], people: Iterable[Person], sections: Iterable[Section]
) -> tuple[Person | None, ...]:
    """For each row the person it is about, or None for a newcomer; nobody is matched twice.

    Name, section and phone go first; then name and section, where only the phone changed; then name and
    phone, where somebody moved to another section; a row without a section means the only one of its name.
    """
    names = {each.id: key(each.name) for each in sections}
    free: dict[str, list[Person]] = {}
    for person in people:
        free.setdefault(person.name, []).append(person)
    matched: dict[int, Person] = {}
    for same in (_all_same, _same_section, _same_phone, _no_section):
        for row in rows:
            namesakes = free.get(row.name, [])
            found = [each for each in namesakes if same(row, each, names[each.section])]
            if row.line not in matched and (len(found) == 1 or (found and same is not _no_section)):
                matched[row.line] = found[0]
                namesakes.remove(found[0])
    return tuple(matched.get(row.line) for row in rows)


def _all_same(row: StaffRow, person: Person, section: str) -> bool:
    return key(row.section) == section and row.phone == person.phone


def _same_section(row: StaffRow, _person: Person, section: str) -> bool:
    return key(row.section) == section


def _same_phone(row: StaffRow, person: Person, _section: str) -> bool:
    return bool(row.phone) and row.phone == person.phone


def _no_section(row: StaffRow, _person: Person, _section: str) -> bool:
    return not row.section
