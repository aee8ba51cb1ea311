"""What is wrong with a roster: each finding names its place, day and people, and is worded elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import combinations, pairwise

from dutydesk.domain.brief import Brief
from dutydesk.domain.dates import Period, week_of
from dutydesk.domain.duties import PlaceKey, Turn
from dutydesk.domain.people import Pair, Person
from dutydesk.domain.roster import Duty
from dutydesk.domain.rostering import outcomes
from dutydesk.domain.situation import Bar, Situation

NEIGHBOURHOOD = timedelta(days=8)


class Severity(StrEnum):
    """How bad it is: an error breaks a hard rule."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Rule(StrEnum):
    """The rules of a roster (domain.md §4, §11.3, §16.2)."""

    EMPTY_PLACE = "empty_place"
    DOUBLE_DUTY = "double_duty"
    ON_LEAVE = "on_leave"
    EXEMPT = "exempt"
    WRONG_POST = "wrong_post"
    NOT_SERVING = "not_serving"
    REST_TOO_SHORT = "rest_too_short"
    WEEK_LIMIT = "week_limit"
    PAIR_TOGETHER = "pair_together"
    SECTION_TOGETHER = "section_together"
    NO_LEADER = "no_leader"
    UNFAIR = "unfair"
    YEAR_WITHOUT_NOTICE = "year_without_notice"
    OLD_PATTERN = "old_pattern"
    UNCONFIRMED_EXEMPTION = "unconfirmed_exemption"
    NOT_SENT_UP = "not_sent_up"


SEVERITY: Mapping[Rule, Severity] = {
    Rule.EMPTY_PLACE: Severity.ERROR,
    Rule.DOUBLE_DUTY: Severity.ERROR,
    Rule.ON_LEAVE: Severity.ERROR,
    Rule.EXEMPT: Severity.ERROR,
    Rule.WRONG_POST: Severity.ERROR,
    Rule.NOT_SERVING: Severity.ERROR,
    Rule.REST_TOO_SHORT: Severity.ERROR,
    Rule.WEEK_LIMIT: Severity.ERROR,
    Rule.PAIR_TOGETHER: Severity.ERROR,
    Rule.SECTION_TOGETHER: Severity.ERROR,
    Rule.NO_LEADER: Severity.ERROR,
    Rule.UNFAIR: Severity.WARNING,
    Rule.YEAR_WITHOUT_NOTICE: Severity.WARNING,
    Rule.OLD_PATTERN: Severity.NOTE,
    Rule.UNCONFIRMED_EXEMPTION: Severity.NOTE,
    Rule.NOT_SENT_UP: Severity.WARNING,
}
_BY_BAR = {
    Bar.POST: Rule.WRONG_POST,
    Bar.NOT_SERVING: Rule.NOT_SERVING,
    Bar.EXEMPT: Rule.EXEMPT,
    Bar.ON_LEAVE: Rule.ON_LEAVE,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at; `facts` are what its sentence needs beside day, place and people."""

    rule: Rule
    day: date
    place: PlaceKey | None = None
    people: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return SEVERITY[self.rule]


def check(asked: Brief) -> tuple[Finding, ...]:
    """Everything that is wrong with the roster of the brief's period as it stands, in order of days."""
    situation = asked.situation
    stood = _stood(situation)
    found = (
        *_empty(asked),
        *_barred(situation),
        *_too_close(situation, stood),
        *_too_often(situation, stood),
        *_together(situation),
        *_leaderless(situation),
        *_unfair(asked),
        *_without_notice(situation),
        *_old_pattern(asked),
        *_unconfirmed(situation),
    )
    return tuple(sorted(found, key=lambda each: (each.day, each.rule, str(each.place), each.people)))


def _stood(situation: Situation) -> Mapping[str, tuple[Duty, ...]]:
    """Everybody's duties in and around the period, by their start."""
    near = Period(situation.period.first - NEIGHBOURHOOD, situation.period.last + NEIGHBOURHOOD)
    found: dict[str, list[Duty]] = {}
    for duty in situation.duties:
        if duty.actual and duty.place.day in near and duty.place.shift in situation.shift:
            found.setdefault(duty.actual, []).append(duty)
    return {
        person: tuple(sorted(duties, key=lambda each: (_span(situation, each)[0], each.place)))
        for person, duties in found.items()
    }


def _span(situation: Situation, duty: Duty) -> tuple[datetime, datetime]:
    return situation.shift[duty.place.shift].span(duty.place.day)


def _empty(asked: Brief) -> Iterator[Finding]:
    for place in asked.places:
        duty = asked.situation.duty.get(place)
        if duty is None or not duty.actual:
            yield Finding(Rule.EMPTY_PLACE, place.day, place)


def _within(situation: Situation) -> Iterator[tuple[Duty, Person]]:
    """The duties of the period that somebody of the staff stands."""
    for duty in situation.duties:
        number = situation.index.get(duty.actual or "")
        if number is not None and duty.place.day in situation.period and duty.place.shift in situation.shift:
            yield duty, situation.people[number]


def _barred(situation: Situation) -> Iterator[Finding]:
    for duty, person in _within(situation):
        for bar in situation.bars(person, duty.place):
            yield Finding(_BY_BAR[bar], duty.place.day, duty.place, (person.id,))


def _too_close(situation: Situation, stood: Mapping[str, tuple[Duty, ...]]) -> Iterator[Finding]:
    for person, duties in stood.items():
        for earlier, later in pairwise(duties):
            if later.place.day not in situation.period and earlier.place.day not in situation.period:
                continue
            if _same_week_turn(situation, earlier, later):
                continue
            if earlier.place.day == later.place.day:
                yield Finding(Rule.DOUBLE_DUTY, later.place.day, later.place, (person,))
            elif _rest_broken(situation, earlier, later):
                hours = (_span(situation, later)[0] - _span(situation, earlier)[1]) // timedelta(hours=1)
                facts = (("earlier", earlier.place.day.isoformat()), ("hours", str(hours)))
                yield Finding(Rule.REST_TOO_SHORT, later.place.day, later.place, (person,), facts)


def _same_week_turn(situation: Situation, one: Duty, other: Duty) -> bool:
    weekly = situation.shift[one.place.shift].turn is Turn.WEEK
    same = (one.place.shift, one.place.post, one.place.seat) == (
        other.place.shift,
        other.place.post,
        other.place.seat,
    )
    return weekly and same and week_of(one.place.day) == week_of(other.place.day)


def _rest_broken(situation: Situation, earlier: Duty, later: Duty) -> bool:
    rules = situation.rules
    least = timedelta(hours=max(rules.rest_hours, situation.shift[earlier.place.shift].rest_hours))
    rested = _span(situation, later)[0] - _span(situation, earlier)[1]
    consecutive = (later.place.day - earlier.place.day).days == 1
    return rested < least or (consecutive and not rules.consecutive_days)


def _too_often(situation: Situation, stood: Mapping[str, tuple[Duty, ...]]) -> Iterator[Finding]:
    limit = situation.rules.week_limit
    for person, duties in stood.items() if limit else ():
        weeks: dict[Period, list[Duty]] = {}
        for duty in duties:
            if situation.counts(duty.place):
                weeks.setdefault(week_of(duty.place.day), []).append(duty)
        for week, some in weeks.items():
            if len(some) > limit and week.meets(situation.period):
                last = some[-1].place
                facts = (("count", str(len(some))), ("limit", str(limit)))
                yield Finding(Rule.WEEK_LIMIT, last.day, last, (person,), facts)


def _together(situation: Situation) -> Iterator[Finding]:
    by_day: dict[date, dict[str, tuple[Duty, Person]]] = {}
    for duty, person in _within(situation):
        by_day.setdefault(duty.place.day, {})[person.id] = (duty, person)
    for day, stood in by_day.items():
        if situation.rules.pairs_apart:
            yield from _pairs_together(situation.pairs, day, stood)
        if situation.rules.sections_apart:
            for (_, one), (duty, other) in combinations(stood.values(), 2):
                if one.section == other.section:
                    yield Finding(Rule.SECTION_TOGETHER, day, duty.place, (one.id, other.id))


def _pairs_together(
    pairs: Iterable[Pair], day: date, stood: Mapping[str, tuple[Duty, Person]]
) -> Iterator[Finding]:
    for pair in pairs:
        if day in pair.period and {pair.a, pair.b} <= stood.keys():
            yield Finding(Rule.PAIR_TOGETHER, day, stood[pair.b][0].place, (pair.a, pair.b))


def _leaderless(situation: Situation) -> Iterator[Finding]:
    """Days of a sensitive period on which nobody leads on the spot (domain.md §3.2)."""
    leading = {post.id for post in situation.posts if post.leads}
    led = {duty.place.day for duty, _ in _within(situation) if duty.place.post in leading}
    for each in situation.sensitive:
        for day in each.period:
            if day in situation.period and day not in led:
                yield Finding(Rule.NO_LEADER, day, facts=(("reason", each.reason),))


def _unfair(asked: Brief) -> Iterator[Finding]:
    """Queues whose spread is more than its bound and more than the rule allows (domain.md §16.4, 3)."""
    after = dict(zip(asked.places, asked.before, strict=True))
    for outcome in outcomes(asked, after):
        allowed = max(float(asked.situation.rules.fair_bound), outcome.bound)
        if outcome.spread > allowed and outcome.most > 0:
            post, rotation = outcome.key
            facts = (
                ("post", post),
                ("rotation", rotation.value),
                ("fewest", str(outcome.fewest)),
                ("most", str(outcome.most)),
            )
            yield Finding(Rule.UNFAIR, asked.situation.period.first, facts=facts)


def _without_notice(situation: Situation) -> Iterator[Finding]:
    for year in situation.calendar.unnoticed_years(situation.period):
        day = max(date(year, 1, 1), situation.period.first)
        yield Finding(Rule.YEAR_WITHOUT_NOTICE, day, facts=(("year", str(year)),))


def _old_pattern(asked: Brief) -> Iterator[Finding]:
    places = frozenset(asked.places)
    for duty, person in _within(asked.situation):
        if duty.place not in places:
            yield Finding(Rule.OLD_PATTERN, duty.place.day, duty.place, (person.id,))


def _unconfirmed(situation: Situation) -> Iterator[Finding]:
    for each in situation.exemptions:
        if not each.confirmed and each.person in situation.index:
            facts = (("reason", each.reason),)
            yield Finding(Rule.UNCONFIRMED_EXEMPTION, situation.period.first, None, (each.person,), facts)


def holiday_rosters_due(situation: Situation, today: date) -> Iterator[Finding]:
    """Holiday blocks of the period whose roster should have been made known by now (domain.md §3.2, S19)."""
    notice = timedelta(days=situation.rules.sent_up_days)
    for day in situation.period:
        block = situation.calendar.holiday_block(day)
        if block is None or day not in {block.first, situation.period.first}:
            continue
        wanted = set(situation.places(block))
        if block.first - notice < today <= block.last and not wanted <= situation.kept:
            facts = (("first", block.first.isoformat()), ("last", block.last.isoformat()))
            yield Finding(Rule.NOT_SENT_UP, block.first, facts=facts)
