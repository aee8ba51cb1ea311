"""What is wrong with a roster: each finding names its place, day and people, and is worded elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from dutydesk.domain.brief import Brief
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.people import Person
from dutydesk.domain.planner import check as engine
from dutydesk.domain.roster import Duty
from dutydesk.domain.rostering import outcomes
from dutydesk.domain.situation import Bar, Situation

A_DAY = timedelta(days=1)


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
_BY_ENGINE = {
    engine.Rule.ONE_A_DAY: Rule.DOUBLE_DUTY,
    engine.Rule.CONSECUTIVE: Rule.REST_TOO_SHORT,
    engine.Rule.REST: Rule.REST_TOO_SHORT,
    engine.Rule.WEEK_LIMIT: Rule.WEEK_LIMIT,
    engine.Rule.PAIR: Rule.PAIR_TOGETHER,
    engine.Rule.SECTION: Rule.SECTION_TOGETHER,
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
    """Everything that is wrong with the roster of the brief's period as it stands, in order of days.

    An unfair queue is judged by this period alone; see `lasting`.
    """
    situation = asked.situation
    found = (
        *_empty(asked),
        *_barred(situation),
        *_broken(asked),
        *_leaderless(situation),
        *_unfair(asked),
        *_without_notice(situation),
        *_old_pattern(asked),
        *_unconfirmed(situation),
    )
    return tuple(sorted(found, key=lambda each: (each.day, each.rule, str(each.place), each.people)))


def lasting(found: Iterable[Finding], whole: Brief) -> tuple[Finding, ...]:
    """The findings without the differences that the stretch around them evens out.

    A month cut from a fair year is seldom fair by itself; the year is.
    """
    unfair = {each.facts[:2] for each in _unfair(whole)}
    return tuple(each for each in found if each.rule is not Rule.UNFAIR or each.facts[:2] in unfair)


def filled_around(situation: Situation, period: Period) -> Period:
    """The longest stretch of the situation's days around a period whose places are all filled."""
    filled = {
        day
        for day in situation.period
        if all(place in situation.duty for place in situation.places(Period(day, day)))
    }
    first, last = period.first, period.last
    while first - A_DAY in filled:
        first -= A_DAY
    while last + A_DAY in filled:
        last += A_DAY
    return Period(first, last)


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


def _broken(asked: Brief) -> Iterator[Finding]:
    """What the engine's own reading of the rules finds, nothing excused because it is locked or published."""
    slots = tuple(replace(slot, held=None) for slot in asked.problem.slots)
    for found in engine.violations(replace(asked.problem, slots=slots), asked.before):
        rule = _BY_ENGINE.get(found.rule)
        if rule and found.slots:
            yield _worded(asked, rule, found)


def _worded(asked: Brief, rule: Rule, found: engine.Violation) -> Finding:
    place = asked.places[found.slots[-1]]
    standing = (asked.before[slot] for slot in found.slots)
    people = dict.fromkeys(number for number in (found.person, *standing) if number is not None)
    facts = (
        ("earlier", date.fromordinal(found.days[0]).isoformat()),
        ("later", date.fromordinal(found.days[-1]).isoformat()),
        ("count", str(len(found.days))),
        ("limit", str(asked.situation.rules.week_limit)),
    )
    return Finding(rule, place.day, place, tuple(asked.situation.people[each].id for each in people), facts)


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
    for outcome in outcomes(asked, asked.before):
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
        wanted = {place for place in situation.places(block) if place.day in situation.period}
        if block.first - notice < today <= block.last and not wanted <= situation.kept:
            facts = (("first", block.first.isoformat()), ("last", block.last.isoformat()))
            yield Finding(Rule.NOT_SENT_UP, block.first, facts=facts)
