"""The planner's brief: a situation put into numbers, and what the numbers stand for."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.dates import Period, week_of
from dutydesk.domain.duties import PlaceKey, Turn
from dutydesk.domain.planner import problem as engine
from dutydesk.domain.rotation import TurnQueue, queues
from dutydesk.domain.situation import Situation
from dutydesk.errors import NoShiftsError, NoStaffError

MINUTES_A_DAY = 24 * 60
NEIGHBOURHOOD = timedelta(days=8)
"""Duties this near to the period cast their rest into it."""


class Keep(StrEnum):
    """What of a period's present roster a plan mends instead of planning it afresh; locks stay anyway."""

    PUBLISHED = "published"
    ENTERED = "entered"


@dataclass(frozen=True, slots=True)
class Brief:
    """A planning problem and what its numbers stand for.

    `places` and `before` (who stands each now) go with the problem's slots; `kept` are the slots whose people
    are to stay where they may.
    """

    situation: Situation
    places: tuple[PlaceKey, ...]
    queues: tuple[TurnQueue, ...]
    problem: engine.Problem
    before: tuple[int | None, ...]
    kept: frozenset[int]


def brief(situation: Situation, keep: Keep = Keep.PUBLISHED) -> Brief:
    """Put a situation into numbers; refuses an office without shifts or without people."""
    if not situation.shifts:
        raise NoShiftsError
    if not situation.people:
        raise NoStaffError
    turn_queues = queues(situation)
    places = tuple(
        sorted(situation.places(situation.period), key=lambda each: (_starts(situation, each), each))
    )
    slots = _slots(situation, places, turn_queues)
    problem = engine.Problem(
        people=len(situation.people),
        sections=_sections(situation),
        slots=slots,
        queues=tuple(_engine_queue(queue) for queue in turn_queues),
        rules=_engine_rules(situation),
        pairs=_pairs(situation),
        outside=_outside(situation, frozenset(places)),
        wishes=_wishes(situation, places),
    )
    before = tuple(_number(situation, place) for place in places)
    kept = frozenset(
        slot
        for slot, (place, number) in enumerate(zip(places, before, strict=True))
        if place in situation.kept or (keep is Keep.ENTERED and number is not None)
    )
    return Brief(situation, places, turn_queues, problem, before, kept)


def _starts(situation: Situation, place: PlaceKey) -> datetime:
    return situation.shift[place.shift].span(place.day)[0]


def _number(situation: Situation, place: PlaceKey) -> int | None:
    """Who stands a place at present."""
    duty = situation.duty.get(place)
    return situation.index.get(duty.actual or "") if duty else None


def _slots(
    situation: Situation, places: tuple[PlaceKey, ...], turn_queues: tuple[TurnQueue, ...]
) -> tuple[engine.Slot, ...]:
    masks = situation.masks(situation.period)
    queue_index = {queue.key: number for number, queue in enumerate(turn_queues)}
    blocks: dict[tuple[object, ...], int] = {}
    slots = []
    for place in places:
        shift = situation.shift[place.shift]
        starts, ends = (_minutes(each) for each in shift.span(place.day))
        week = (week_of(place.day), place.shift, place.post, place.seat)
        slots.append(
            engine.Slot(
                day=place.day.toordinal(),
                starts=starts,
                ends=ends,
                queue=queue_index[situation.queue_of(place)],
                eligible=masks[place.day, place.shift, place.post],
                rest_after=shift.rest_hours * 60,
                restday=situation.rotation(place.day) is not RotationClass.WORKDAY,
                held=_held(situation, place),
                block=blocks.setdefault(week, len(blocks)) if shift.turn is Turn.WEEK else None,
            )
        )
    return tuple(slots)


def _held(situation: Situation, place: PlaceKey) -> int | None:
    """The person who stays at a place whatever it breaks: locked, or on this week's turn already.

    Whoever took over some days of a week's turn keeps them: the planner gives out whole weeks only.
    """
    duty = situation.duty.get(place)
    weekly = situation.shift[place.shift].turn is Turn.WEEK
    if duty and duty.actual and (duty.locked or (weekly and duty.stood_in)):
        return situation.index.get(duty.actual)
    return _week_holder(situation, place)


def _week_holder(situation: Situation, place: PlaceKey) -> int | None:
    """Who began the week's turn before the period, if it is a week's turn and they may go on with it."""
    if situation.shift[place.shift].turn is not Turn.WEEK:
        return None
    begun = (replace(place, day=day) for day in week_of(place.day) if day < situation.period.first)
    holder = next((number for each in begun if (number := _number(situation, each)) is not None), None)
    if holder is None or situation.bars(situation.people[holder], place):
        return None
    return holder


def _minutes(instant: datetime) -> int:
    return instant.toordinal() * MINUTES_A_DAY + instant.hour * 60 + instant.minute


def _sections(situation: Situation) -> tuple[int, ...]:
    known: dict[str, int] = {}
    return tuple(known.setdefault(person.section, len(known)) for person in situation.people)


def _engine_queue(queue: TurnQueue) -> engine.Queue:
    mask = sum(1 << number for number, weight in enumerate(queue.weights) if weight > 0)
    last = tuple(day.toordinal() if day else None for day in queue.last)
    return engine.Queue(due=queue.due, members=mask, last=last, order=queue.order)


def _engine_rules(situation: Situation) -> engine.Rules:
    rules = situation.rules
    return engine.Rules(
        rest_minutes=rules.rest_hours * 60,
        consecutive_days_allowed=rules.consecutive_days,
        week_limit=rules.week_limit or None,
        sections_apart=rules.sections_apart,
        pairs_apart=rules.pairs_apart,
    )


def _pairs(situation: Situation) -> tuple[engine.Pair, ...]:
    return tuple(
        engine.Pair(
            situation.index[pair.a],
            situation.index[pair.b],
            pair.period.first.toordinal(),
            pair.period.last.toordinal(),
        )
        for pair in situation.pairs
        if pair.period.meets(situation.period) and {pair.a, pair.b} <= situation.index.keys()
    )


def _outside(situation: Situation, places: frozenset[PlaceKey]) -> tuple[engine.Outside, ...]:
    """The duties that cast their rest on the places: those nearby, and those of an older pattern."""
    near = Period(situation.period.first - NEIGHBOURHOOD, situation.period.last + NEIGHBOURHOOD)
    found = []
    for duty in situation.duties:
        number, place = situation.index.get(duty.actual or ""), duty.place
        if number is None or place in places or place.day not in near or place.shift not in situation.shift:
            continue
        if _week_continues(situation, place):
            continue
        shift = situation.shift[place.shift]
        starts, ends = (_minutes(each) for each in shift.span(place.day))
        restday = situation.rotation(place.day) is not RotationClass.WORKDAY
        found.append(
            engine.Outside(number, place.day.toordinal(), starts, ends, shift.rest_hours * 60, restday)
        )
    return tuple(found)


def _week_continues(situation: Situation, place: PlaceKey) -> bool:
    """Whether an earlier day of a week's turn goes on inside the period, where no rest stands between."""
    weekly = situation.shift[place.shift].turn is Turn.WEEK
    return weekly and week_of(place.day).meets(situation.period)


def _wishes(situation: Situation, places: tuple[PlaceKey, ...]) -> tuple[engine.Wish, ...]:
    by_day: dict[object, list[int]] = {}
    for number, place in enumerate(places):
        by_day.setdefault(place.day, []).append(number)
    return tuple(
        engine.Wish(situation.index[wish.person], slot, 1 if wish.wants else -1)
        for wish in situation.wishes
        if wish.person in situation.index
        for slot in by_day.get(wish.day, ())
        if places[slot].post in situation.people[situation.index[wish.person]].posts
    )
