"""The roster: planned, entered by hand, swapped, locked and made known."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from dutydesk.domain.accounts import Author
from dutydesk.domain.calendar import Calendar
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey, Post, ShiftType, by_sort
from dutydesk.domain.people import Person, distinct_names
from dutydesk.domain.roster import Duty, News, Publication, changed_since, news_of, published_cells, renewed
from dutydesk.domain.situation import Situation
from dutydesk.errors import NothingPlannedError, SituationChangedError, TooLongPeriodError
from dutydesk.services.calendar import calendar, sensitive_periods
from dutydesk.services.changes import Changes, deed
from dutydesk.services.duties import pattern
from dutydesk.services.ids import new_id
from dutydesk.services.leave.duties import waived_duties
from dutydesk.services.office import rules
from dutydesk.services.people import staff
from dutydesk.storage.leave import LEAVE_TYPES, LEAVES
from dutydesk.storage.people import PEOPLE, SECTIONS
from dutydesk.storage.roster import DUTIES, PUBLICATIONS, WISHES, highest_version
from dutydesk.storage.store import Store

if TYPE_CHECKING:
    from dutydesk.domain.rostering import RosterPlan
LONGEST_DAYS = 750
"""Two years and a little: more is a slip of the pen."""


@dataclass(frozen=True)
class RosterGrid:
    """A period of the roster as it is now: one row a day, one column a place.

    `needed` are the places that must be stood; a duty outside them was planned under an older pattern.
    `sensitive` gives the reason of each day in a sensitive period. `published` says who was made known at a
    place; `changed` are the places that somebody else stands now, `renewed` those that its version changed.
    """

    period: Period
    calendar: Calendar
    sensitive: Mapping[date, str]
    columns: tuple["GridColumn", ...]
    needed: frozenset[PlaceKey]
    duties: Mapping[PlaceKey, Duty]
    changed: frozenset[PlaceKey]
    published: Mapping[PlaceKey, str | None]
    people: Mapping[str, Person]
    sections: Mapping[str, str]
    version: int
    renewed: frozenset[PlaceKey] = frozenset()

    def place(self, day: date, column: "GridColumn") -> PlaceKey:
        """The place at a row and a column: of the shift that stands it that day, else of the first one."""
        places = [PlaceKey(day, shift.id, column.post.id, column.seat) for shift in column.shifts]
        return next((each for each in places if each in self.needed or each in self.duties), places[0])

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What to call everybody by id, namesakes with their section."""
        return distinct_names(self.people.values(), self.sections)

    @cached_property
    def news(self) -> tuple[News, ...]:
        """Who must be told what when the period is published as it is."""
        return news_of(self.published, self.duties.values())

    def shift(self, place: PlaceKey) -> ShiftType:
        """The shift of a place of this grid."""
        return next(each for column in self.columns for each in column.shifts if each.id == place.shift)

    def person(self, place: PlaceKey) -> Person | None:
        """Who stands a place."""
        duty = self.duties.get(place)
        return self.people.get(duty.actual or "") if duty else None


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of the roster: a seat of a post, in one shift or in several that never share a day."""

    shifts: tuple[ShiftType, ...]
    post: Post
    seat: int

    @property
    def title(self) -> str:
        """The heading: the seat's own name or the post's."""
        return self.post.seat_name(self.seat)


def grid(store: Store, period: Period) -> RosterGrid:
    """The roster of a period; refuses more than two years at once."""
    situation = _facts(store, period, period)
    needed = frozenset(situation.places(period))
    duties = {each.place: each for each in situation.duties if each.place.day in period}
    publications = store.all(PUBLICATIONS, "first <= ? and last >= ?", _ends(period))
    known = published_cells(publications)
    return RosterGrid(
        period=period,
        calendar=situation.calendar,
        sensitive={day: each.reason for each in situation.sensitive for day in period if day in each.period},
        columns=_columns(situation, needed | duties.keys()),
        needed=needed,
        duties=duties,
        changed=changed_since(known, duties.values()),
        published={place: person for place, person in known.items() if place.day in period},
        people={each.id: each for each in situation.people},
        sections={each.id: each.name for each in store.all(SECTIONS)},
        version=max((each.version for each in publications), default=0),
        renewed=renewed(publications),
    )


def _columns(situation: Situation, places: Iterable[PlaceKey]) -> tuple[GridColumn, ...]:
    """A column for each seat; shifts of a seat that never stand on the same day share one."""
    days: dict[tuple[str, int, str], set[date]] = {}
    for place in places:
        days.setdefault((place.post, place.seat, place.shift), set()).add(place.day)
    shared: list[tuple[str, int, list[str], set[date]]] = []
    for shift in by_sort(situation.shifts):
        for (post, seat, _), stood in _of_shift(days, shift.id):
            free = (each for each in shared if each[:2] == (post, seat) and not each[3] & stood)
            column = next(free, None)
            if column is None:
                shared.append((post, seat, [shift.id], set(stood)))
            else:
                column[2].append(shift.id)
                column[3].update(stood)
    posts = {post.id: post for post in situation.posts}
    columns = [
        GridColumn(tuple(situation.shift[each] for each in shifts), posts[post], seat)
        for post, seat, shifts, _ in shared
    ]
    clear = len({each.title for each in columns}) == len(columns)
    return tuple(sorted(columns, key=_by_post if clear else _by_shift))


def _by_post(column: GridColumn) -> tuple[object, ...]:
    return column.post.sort, column.post.id, column.seat


def _by_shift(column: GridColumn) -> tuple[object, ...]:
    shift = column.shifts[0]
    return shift.sort, shift.starts, *_by_post(column)


def _of_shift(
    days: Mapping[tuple[str, int, str], set[date]], shift: str
) -> list[tuple[tuple[str, int, str], set[date]]]:
    return sorted((key, stood) for key, stood in days.items() if key[2] == shift)


def situation_of(store: Store, period: Period) -> Situation:
    """What a plan depends on; kept is who was made known or took over. Refuses more than two years."""
    reach = Period(date(period.first.year - rules(store, period.first).account_years, 1, 1), period.last)
    situation = _facts(store, period, Period(reach.first, period.last + timedelta(days=8)))
    publications = store.all(PUBLICATIONS, "first <= ? and last >= ?", _ends(period))
    kept = published_cells(publications).keys() | {each.place for each in situation.duties if each.stood_in}
    return replace(situation, kept=frozenset(place for place in kept if place.day in period))


def _facts(store: Store, period: Period, reach: Period) -> Situation:
    if len(period) > LONGEST_DAYS:
        raise TooLongPeriodError(len(period), LONGEST_DAYS)
    everybody, stood = staff(store), pattern(store)
    return Situation(
        period=period,
        calendar=calendar(store),
        people=everybody.people,
        posts=stood.posts,
        shifts=stood.shifts,
        rules=rules(store, period.first),
        exemptions=everybody.exemptions,
        pairs=everybody.pairs,
        leaves=store.all(LEAVES, "first <= ? and last >= ?", _ends(reach)),
        leave_types=store.all(LEAVE_TYPES),
        sensitive=sensitive_periods(store),
        tallies=everybody.tallies,
        wishes=store.all(WISHES, "day between ? and ?", _ends(period)[::-1]),
        duties=store.all(DUTIES, "day between ? and ?", _ends(reach)[::-1]),
        waived=waived_duties(store),
    )


def _ends(period: Period) -> tuple[str, str]:
    """Last and first day, as the two comparisons of "does it meet the period" want them."""
    return period.last.isoformat(), period.first.isoformat()


def assign(store: Store, cells: Iterable[tuple[PlaceKey, str | None]], *, by: Author) -> Changes:
    """Enter who stands places (person ids; None empties a place), all or none.

    What was made known keeps its `planned`: whose turn it was. An emptied place is locked no longer. Refuses
    somebody who is not of the staff.
    """
    wanted = dict(cells)
    for person in set(wanted.values()) - {None}:
        store.get(PEOPLE, str(person))
    present, known = _present(store, wanted)
    with deed(store, by, "assign_duties") as act:
        for place, person in wanted.items():
            duty = present.get(place) or Duty(new_id(by.at), place)
            planned = duty.planned if place in known else person
            locked = duty.locked and person is not None
            act.writing.put(DUTIES, replace(duty, planned=planned, actual=person, locked=locked))
    return act.changes


def _present(store: Store, places: Iterable[PlaceKey]) -> tuple[Mapping[PlaceKey, Duty], Container[PlaceKey]]:
    """The duties at places as they are, and which places were made known."""
    days = sorted(place.day for place in places)
    if not days:
        return {}, ()
    period = Period(days[0], days[-1])
    duties = store.all(DUTIES, "day between ? and ?", _ends(period)[::-1])
    known = published_cells(store.all(PUBLICATIONS, "first <= ? and last >= ?", _ends(period)))
    return {each.place: each for each in duties}, known.keys()


def exchange(store: Store, one: PlaceKey, other: PlaceKey, *, by: Author) -> Changes:
    """Let the people of two places change places."""
    present, _ = _present(store, (one, other))
    first, second = (duty.actual if (duty := present.get(place)) else None for place in (one, other))
    return assign(store, ((one, second), (other, first)), by=by)


def lock(store: Store, places: Iterable[PlaceKey], *, locked: bool, by: Author) -> Changes:
    """Lock places, so that no plan changes them, or unlock them; an empty place cannot be locked."""
    chosen = tuple(places)
    present, _ = _present(store, chosen)
    with deed(store, by, "lock_duties" if locked else "unlock_duties") as act:
        for place in chosen:
            duty = present.get(place)
            if duty is not None and duty.actual:
                act.writing.put(DUTIES, replace(duty, locked=locked))
    return act.changes


def note(store: Store, place: PlaceKey, text: str, *, by: Author) -> Changes:
    """Write a remark on a place; it is printed in the notes column."""
    present, _ = _present(store, (place,))
    with deed(store, by, "note_duty") as act:
        duty = present.get(place) or Duty(new_id(by.at), place)
        act.writing.put(DUTIES, replace(duty, note=text))
    return act.changes


def adopt_plan(store: Store, situation: Situation, plan: "RosterPlan", *, by: Author) -> Changes:
    """Take over a plan, while the situation is still the one it was made for; refused otherwise.

    Whoever is planned anew at a place that was made known takes the duty but not the turn: `planned` stays.
    Places that the pattern no longer has, and nobody made known, are cleared.
    """
    with deed(store, by, "adopt_plan") as act:
        if situation_of(store, situation.period) != situation:
            raise SituationChangedError
        cells = dict(plan.cells)
        for place, person in plan.cells:
            duty = situation.duty.get(place) or Duty(new_id(by.at), place)
            planned = duty.planned if place in situation.kept else person
            act.writing.put(DUTIES, replace(duty, planned=planned, actual=person))
        for duty in situation.duties:
            gone = duty.place.day in situation.period and duty.place not in cells
            if gone and duty.place not in situation.kept and not duty.locked:
                act.writing.remove(DUTIES, duty.id)
    return act.changes


def clear(store: Store, places: Iterable[PlaceKey], *, by: Author) -> Changes:
    """Empty places."""
    return assign(store, ((place, None) for place in places), by=by)


def publish(store: Store, period: Period, *, by: Author) -> Changes:
    """Make the roster of a period known as a new version, its empty places too; no number is used twice.

    Refuses a period without duties.
    """
    shown = grid(store, period)
    stood = {place: duty.actual for place, duty in shown.duties.items()}
    if not any(stood.values()):
        raise NothingPlannedError(period.first.isoformat(), period.last.isoformat())
    cells = tuple((place, stood.get(place)) for place in sorted(shown.needed | stood.keys()))
    version = 1 + highest_version(store, *_ends(period))
    with deed(store, by, "publish_roster") as act:
        act.writing.put(PUBLICATIONS, Publication(new_id(by.at), period, version, by.at, by.actor, cells))
    return act.changes


def change_counts(store: Store, duties: Iterable[Duty]) -> Mapping[str, int]:
    """How often each duty was changed since it was first planned, by id."""
    sql = "select row_id, count(*) - 1 from journal where table_name = 'duty' group by row_id"
    counts = dict(store.ask(sql))
    return {duty.id: counts.get(duty.id, 0) for duty in duties}
