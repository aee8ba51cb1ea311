"""The roster: whose turn it was, who stands it, and what was published (domain.md §4.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey


@dataclass(frozen=True, slots=True)
class Duty:
    """One place of the roster and its people.

    `planned` is the person whose turn the rotation consumed, `actual` the one who stands it; both are person
    ids, or None where the place is empty. Responsibility and points go with `actual`. A locked duty is never
    changed by the planner.
    """

    id: str
    place: PlaceKey
    planned: str | None = None
    actual: str | None = None
    locked: bool = False
    note: str = ""

    @property
    def stood_in(self) -> bool:
        """Whether somebody stands it whose turn it was not."""
        return bool(self.planned and self.actual) and self.planned != self.actual

    def handed_to(self, person: str | None) -> "Duty":
        """The duty stood by somebody else; whose turn it was is kept."""
        return replace(self, planned=self.planned or self.actual, actual=person)


@dataclass(frozen=True, slots=True)
class Publication:
    """A roster as it was made known: version, period, and who stood each place then."""

    id: str
    period: Period
    version: int
    published_at: datetime
    published_by: str
    cells: tuple[tuple[PlaceKey, str | None], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody asks for a day (wants) or asks to be spared it."""

    id: str
    person: str
    day: date
    wants: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many duties somebody stood before this file began, by post and class.

    `since`/`until` say which days were counted, where known.
    """

    id: str
    person: str
    post: str
    rotation: str
    count: int
    since: date | None = None
    until: date | None = None


def published_cells(publications: Iterable[Publication]) -> dict[PlaceKey, str | None]:
    """Who stood each place when it was last made known; a later version goes before an earlier one."""
    cells: dict[PlaceKey, str | None] = {}
    for publication in sorted(publications, key=lambda each: (each.published_at, each.version)):
        cells.update(publication.cells)
    return cells


def renewed(publications: Iterable[Publication]) -> frozenset[PlaceKey]:
    """The places that somebody else stands in their newest version than in the one before."""
    newest: dict[PlaceKey, str | None] = {}
    before: dict[PlaceKey, str | None] = {}
    for publication in sorted(publications, key=lambda each: (each.published_at, each.version)):
        before |= {place: newest[place] for place, _ in publication.cells if place in newest}
        newest.update(publication.cells)
    return frozenset(place for place, person in before.items() if newest[place] != person)


def changed_since(published: Mapping[PlaceKey, str | None], duties: Iterable[Duty]) -> frozenset[PlaceKey]:
    """The places that somebody else stands than was made known."""
    return frozenset(
        duty.place for duty in duties if duty.place in published and published[duty.place] != duty.actual
    )


@dataclass(frozen=True, slots=True)
class News:
    """What a person must be told: the places gained and lost since the roster was made known."""

    person: str
    gained: tuple[PlaceKey, ...]
    lost: tuple[PlaceKey, ...]


def news_of(published: Mapping[PlaceKey, str | None], duties: Iterable[Duty]) -> tuple[News, ...]:
    """Who must be told what when the duties are made known, by the first day that changed for each."""
    return news_between(published, {duty.place: duty.actual for duty in duties})


def news_between(
    published: Mapping[PlaceKey, str | None], now: Mapping[PlaceKey, str | None]
) -> tuple[News, ...]:
    """Who must be told what, by the first day that changed for each."""
    gained: dict[str, list[PlaceKey]] = {}
    lost: dict[str, list[PlaceKey]] = {}
    for place in sorted(published.keys() | now.keys()):
        before, after = published.get(place), now.get(place)
        if before != after:
            if after:
                gained.setdefault(after, []).append(place)
            if before:
                lost.setdefault(before, []).append(place)
    told = (
        News(person, tuple(gained.get(person, ())), tuple(lost.get(person, ())))
        for person in gained.keys() | lost.keys()
    )
    return tuple(sorted(told, key=lambda each: (min(each.gained + each.lost), each.person)))
