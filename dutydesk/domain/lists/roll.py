"""The roll: whom a list means when it says a name, and a section where two share the name."""

from collections.abc import Iterable, Mapping

from dutydesk.domain.lists.words import folded, key, read_name
from dutydesk.domain.people import Person, Section
from dutydesk.errors import AmbiguousPersonError, NotANameError, UnknownPersonError


class Roll:
    """The office's people by name; names are compared without the blanks inside."""

    def __init__(self, people: Iterable[Person], sections: Iterable[Section]) -> None:
        self._sections: Mapping[str, str] = {each.id: each.name for each in sections}
        self._by_name: dict[str, list[Person]] = {}
        for person in people:
            self._by_name.setdefault(_plain(person.name), []).append(person)

    def section_of(self, person: Person) -> str:
        """The name of the person's section."""
        return self._sections.get(person.section, "")

    def find(self, text: str, section: str = "", *, near: Person | None = None) -> Person:
        """The one person meant by a name or "name(section)"; refuses nobody and several.

        Of several the one in the section of `near` is meant, if there is just one.
        """
        bare, _, bracketed = folded(text).rstrip(")").partition("(")
        found = self._named(folded(text), section) or self._named(bare, bracketed or section)
        neighbours = [each for each in found if near and each.section == near.section]
        if not found:
            raise UnknownPersonError(text)
        if len(found) > 1 and len(neighbours) != 1:
            raise AmbiguousPersonError(text, "、".join(map(self.section_of, found)))
        return found[0] if len(found) == 1 else neighbours[0]

    def _named(self, name: str, section: str) -> tuple[Person, ...]:
        everybody = self._by_name.get(_plain(name), ())
        return tuple(each for each in everybody if not section or key(self.section_of(each)) == key(section))


def _plain(name: str) -> str:
    """The name as lists are read; what can be no name is left as it is and found nowhere."""
    try:
        return read_name(name)
    except NotANameError:
        return name
