"""Who could stand a place? Everybody, ranked, with what speaks for and against them (domain.md §4.5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dutydesk.domain.dates import week_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.people import Person
from dutydesk.domain.roster import Duty
from dutydesk.domain.rotation import TurnQueue, queues
from dutydesk.domain.situation import Situation


class Obstacle(StrEnum):
    """Why somebody may not stand a place; the first four hold whatever is planned."""

    POST = "post"
    NOT_SERVING = "not_serving"
    EXEMPT = "exempt"
    ON_LEAVE = "on_leave"
    SAME_DAY = "same_day"
    REST = "rest"
    WEEK_LIMIT = "week_limit"
    PAIR = "pair"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person for one place.

    `due` is what the person owes in the place's queue over the situation's period, `count` what is planned
    for them in it elsewhere, `last` the day of their newest duty in it before the place. Without obstacles
    they may stand it.
    """

    person: str
    due: float
    count: int
    last: date | None
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def behind(self) -> float:
        """Duties still owed; the more, the sooner it is their turn."""
        return self.due - self.count


def candidates(situation: Situation, place: PlaceKey) -> tuple[Candidate, ...]:
    """Everybody who may stand the post: free people first, then whoever has the fewest obstacles.

    Among equals: who is furthest behind in this queue, who stood it longest ago, the address list.
    """
    key = situation.queue_of(place)
    queue = next((each for each in queues(situation) if each.key == key), None)
    stood = _stood(situation, place)
    found = [
        _candidate(situation, place, person, queue, stood)
        for person in situation.people
        if place.post in person.posts
    ]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                len(each.obstacles),
                -round(each.behind, 2),
                each.last or date.min,
                situation.index[each.person],
            ),
        )
    )


def obstacles(situation: Situation, place: PlaceKey) -> Mapping[str, tuple[Obstacle, ...]]:
    """What stands in everybody's way at a place, the post included: why an empty place is empty."""
    stood = _stood(situation, place)
    return {person.id: tuple(_obstacles(situation, place, person, stood)) for person in situation.people}


def _stood(situation: Situation, place: PlaceKey) -> Mapping[str, tuple[Duty, ...]]:
    """Everybody's duties beside the place itself."""
    found: dict[str, list[Duty]] = {}
    for duty in situation.duties:
        if duty.actual and duty.place != place and duty.place.shift in situation.shift:
            found.setdefault(duty.actual, []).append(duty)
    return {person: tuple(duties) for person, duties in found.items()}


def _candidate(
    situation: Situation,
    place: PlaceKey,
    person: Person,
    queue: TurnQueue | None,
    stood: Mapping[str, tuple[Duty, ...]],
) -> Candidate:
    number = situation.index[person.id]
    key = situation.queue_of(place)
    alike = [
        duty.place.day
        for duty in stood.get(person.id, ())
        if situation.queue_of(duty.place) == key and situation.counts(duty.place)
    ]
    return Candidate(
        person=person.id,
        due=queue.due[number] if queue else 0.0,
        count=sum(day in situation.period for day in alike),
        last=max((day for day in alike if day < place.day), default=None),
        obstacles=tuple(_obstacles(situation, place, person, stood)),
    )


def _obstacles(
    situation: Situation, place: PlaceKey, person: Person, stood: Mapping[str, tuple[Duty, ...]]
) -> Iterator[Obstacle]:
    yield from (Obstacle(bar.value) for bar in situation.bars(person, place))
    own = stood.get(person.id, ())
    if any(duty.place.day == place.day for duty in own):
        yield Obstacle.SAME_DAY
    elif any(_too_near(situation, place, duty.place) for duty in own):
        yield Obstacle.REST
    limit = situation.rules.week_limit
    week = week_of(place.day)
    if limit and sum(duty.place.day in week and situation.counts(duty.place) for duty in own) >= limit:
        yield Obstacle.WEEK_LIMIT
    yield from _others(situation, place, person, stood)


def _too_near(situation: Situation, one: PlaceKey, other: PlaceKey) -> bool:
    """Whether two duties leave too little rest between them, whichever comes first."""
    rules = situation.rules
    if abs((one.day - other.day).days) == 1 and not rules.consecutive_days:
        return True
    first, second = sorted((one, other), key=lambda each: situation.shift[each.shift].span(each.day))
    least = timedelta(hours=max(rules.rest_hours, situation.shift[first.shift].rest_hours))
    ends = situation.shift[first.shift].span(first.day)[1]
    return situation.shift[second.shift].span(second.day)[0] - ends < least


def _others(
    situation: Situation, place: PlaceKey, person: Person, stood: Mapping[str, tuple[Duty, ...]]
) -> Iterator[Obstacle]:
    """What others on duty that day stand in the way: the partner of an A/B pair, somebody of the section."""
    on_duty = {each for each, duties in stood.items() if any(duty.place.day == place.day for duty in duties)}
    partners = {
        pair.b if pair.a == person.id else pair.a
        for pair in situation.pairs
        if person.id in {pair.a, pair.b} and place.day in pair.period
    }
    if situation.rules.pairs_apart and partners & on_duty:
        yield Obstacle.PAIR
    section = {each.id for each in situation.people if each.section == person.section} - {person.id}
    if situation.rules.sections_apart and section & on_duty:
        yield Obstacle.SECTION
