"""The staff: who they are, what they may stand and what they are spared (domain.md §4.4, §5.2)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dutydesk.domain.dates import Period


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the office, in the order of the address list.

    `leader` is the id of the deputy in charge of it (分管领导); empty where any deputy is.
    """

    id: str
    name: str
    sort: int = 0
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One member of the staff; `sort` is the place in the address list, which is the rotation order.

    `pinyin` is the name in syllables ("zhang san"), all readings separated by "|"; `initials` are its first
    letters ("zs"). Somebody who left keeps the record: `left` is the last day in the office. `works_since` is
    when the person's working life began; where it is not known, the day of joining is the latest it can be.
    """

    id: str
    name: str
    section: str
    title: str = ""
    rank: str = ""
    posts: frozenset[str] = frozenset()
    phone: str = ""
    short_phone: str = ""
    joined: date | None = None
    left: date | None = None
    sort: int = 0
    pinyin: str = ""
    initials: str = ""
    note: str = ""
    works_since: date | None = None

    def serves(self, day: date) -> bool:
        """Whether the person belongs to the office on that day."""
        return not ((self.joined and day < self.joined) or (self.left and day > self.left))


class ExemptionScope(StrEnum):
    """What an exempt person does not stand."""

    NIGHT = "night"
    HOLIDAY = "holiday"
    ALL = "all"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Exemption:
    """Somebody is spared nights, holidays, all duties or one post; the reason is never printed.

    `first`/`last` may be open. An unconfirmed exemption was read from a staff list's note and does not count
    until somebody confirms it.
    """

    id: str
    person: str
    scope: ExemptionScope
    reason: str
    approved_by: str = ""
    first: date | None = None
    last: date | None = None
    post: str = ""
    confirmed: bool = True

    def covers(self, day: date) -> bool:
        """Whether the exemption counts on that day."""
        started = self.first is None or self.first <= day
        return self.confirmed and started and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Pair:
    """An A/B pair: two people of whom one always minds the other's work; never both away at once."""

    id: str
    a: str
    b: str
    period: Period


def distinct_names(people: Iterable[Person], sections: Mapping[str, str]) -> Mapping[str, str]:
    """How each person is called so that nobody is taken for another: name, or name(section) for namesakes."""
    everybody = tuple(people)
    bearers = Counter(person.name for person in everybody)
    return {
        person.id: person.name
        if bearers[person.name] == 1
        else f"{person.name}({sections.get(person.section, '')})"
        for person in everybody
    }
