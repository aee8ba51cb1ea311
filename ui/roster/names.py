"""Whom a text in a cell means, and whom an editor offers for a post."""

from collections.abc import Iterable
from dataclasses import dataclass

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.lists.roll import Roll
from dutydesk.domain.people import Person, Section
from dutydesk.errors import DomainError
from dutydesk.services.roster import RosterGrid
from ui.i18n import tr
from ui.widgets.name_edit import Name

NOBODY = frozenset({"", "—", "-", "－"})
"""What rosters write where nobody stands."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A text in a cell that names nobody, or several."""

    place: PlaceKey
    text: str
    error: DomainError


class Named:
    """The people of a grid as its cells name them."""

    def __init__(self, grid: RosterGrid) -> None:
        self._grid = grid
        everybody = sorted(grid.people.values(), key=lambda each: each.sort)
        self._roll = Roll(everybody, [Section(each, name) for each, name in grid.sections.items()])
        self._serving = [
            each for each in everybody if each.serves(grid.period.first) or each.serves(grid.period.last)
        ]
        self._choices: dict[str, tuple[Name, ...]] = {}

    def everybody(self) -> tuple[Name, ...]:
        """All people who serve in the period, to be found by name or pinyin."""
        return tuple(self._name(each, self._section(each)) for each in self._serving)

    def choices(self, post: str) -> tuple[Name, ...]:
        """The same for a post: first those who may stand it."""
        if post not in self._choices:
            able = [self._name(each, self._section(each)) for each in self._serving if post in each.posts]
            others = [
                self._name(each, tr("{section}, not for this post", section=self._section(each)))
                for each in self._serving
                if post not in each.posts
            ]
            self._choices[post] = (*able, *others)
        return self._choices[post]

    def read(
        self, cells: Iterable[tuple[PlaceKey, str]]
    ) -> tuple[list[tuple[PlaceKey, str | None]], list[Refused]]:
        """Person ids for texts (names, "name(section)" or ids), and the texts that are refused."""
        found: list[tuple[PlaceKey, str | None]] = []
        refused: list[Refused] = []
        for place, text in cells:
            try:
                found.append((place, self._person(text)))
            except DomainError as error:
                refused.append(Refused(place, text, error))
        return found, refused

    def _person(self, text: str) -> str | None:
        """The person meant; below a name other lines (a phone) may stand, as on printed rosters."""
        if text in self._grid.people:
            return text
        lines = text.strip().splitlines()
        if not lines or lines[0].strip() in NOBODY:
            return None
        return self._roll.find(lines[0]).id

    def _section(self, person: Person) -> str:
        return self._grid.sections.get(person.section, "")

    def _name(self, person: Person, detail: str) -> Name:
        readings = (*person.initials.split("|"), *person.pinyin.replace(" ", "").split("|"))
        return Name(person.id, self._grid.names[person.id], tuple(filter(None, readings)), detail)
