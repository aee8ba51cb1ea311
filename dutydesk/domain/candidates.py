"""Who could stand a place? Everybody, ranked, with what speaks for and against them (domain.md §4.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dutydesk.domain.brief import Brief
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.planner import explain
from dutydesk.domain.planner.check import Rule
from dutydesk.domain.situation import Bar


class Obstacle(StrEnum):
    """Why somebody may not stand a place; the first four hold whatever else is planned."""

    POST = Bar.POST
    NOT_SERVING = Bar.NOT_SERVING
    EXEMPT = Bar.EXEMPT
    ON_LEAVE = Bar.ON_LEAVE
    SAME_DAY = "same_day"
    REST = "rest"
    WEEK_LIMIT = "week_limit"
    PAIR = "pair"
    SECTION = "section"


_BY_RULE = {
    Rule.ONE_A_DAY: Obstacle.SAME_DAY,
    Rule.CONSECUTIVE: Obstacle.REST,
    Rule.REST: Obstacle.REST,
    Rule.WEEK_LIMIT: Obstacle.WEEK_LIMIT,
    Rule.PAIR: Obstacle.PAIR,
    Rule.SECTION: Obstacle.SECTION,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person for one place.

    `due` is what the person owes in the place's queue over the brief's period, `count` what is planned for
    them in it elsewhere, `last` the day of their newest duty in it before the place. Without obstacles they
    may stand it.
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


def candidates(asked: Brief, place: PlaceKey) -> tuple[Candidate, ...]:
    """Everybody named for the post: the free in their turn, then whom the least is in the way of.

    Nobody for a place that the pattern of the period does not have.
    """
    if place not in asked.places:
        return ()
    slot = asked.places.index(place)
    ranked = [
        _candidate(asked, slot, found) for found in explain.candidates(asked.problem, asked.before, slot)
    ]
    barred = [
        Candidate(person.id, 0.0, 0, None, tuple(Obstacle(bar.value) for bar in bars))
        for person in asked.situation.people
        if (bars := asked.situation.bars(person, place)) and Bar.POST not in bars
    ]
    return (*sorted(ranked, key=lambda each: len(each.obstacles)), *barred)


def _candidate(asked: Brief, slot: int, found: explain.Candidate) -> Candidate:
    due = asked.problem.queues[asked.problem.slots[slot].queue].due[found.person]
    return Candidate(
        person=asked.situation.people[found.person].id,
        due=due,
        count=round(found.ahead + due),
        last=None if found.last is None else date.fromordinal(found.last),
        obstacles=tuple(dict.fromkeys(_BY_RULE[each.rule] for each in found.obstacles)),
    )


def obstacles(asked: Brief, place: PlaceKey) -> Mapping[str, Obstacle]:
    """What first stands in the way of each person at a place, by person id; the free are left out."""
    found = {
        person.id: Obstacle(bars[0].value)
        for person in asked.situation.people
        if (bars := asked.situation.bars(person, place))
    }
    for each in candidates(asked, place):
        if each.obstacles:
            found.setdefault(each.person, each.obstacles[0])
    return found
