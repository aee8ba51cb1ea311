"""Duties changing hands: the roster as it would be, and the rules that it would break and now keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dutydesk.domain.brief import Brief, brief
from dutydesk.domain.dates import Period, week_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rules import Finding, Rule, Severity, check
from dutydesk.domain.situation import Situation

Cells = Iterable[tuple[PlaceKey, str | None]]
"""Who is to stand which place: person ids, None for nobody."""
ABSOLUTE = frozenset({Rule.ON_LEAVE, Rule.EXEMPT, Rule.WRONG_POST, Rule.NOT_SERVING, Rule.DOUBLE_DUTY})
"""What not even an emergency excuses: such a person is not there, or is needed elsewhere."""


def moved(asked: Brief, cells: Cells) -> Brief:
    """The brief with other people at some of its places."""
    wanted = dict(cells)
    situation = asked.situation
    duties = tuple(
        replace(duty, actual=wanted[duty.place]) if duty.place in wanted else duty
        for duty in situation.duties
    )
    before = tuple(
        situation.index.get(wanted[place] or "") if place in wanted else number
        for place, number in zip(asked.places, asked.before, strict=True)
    )
    return replace(asked, situation=replace(situation, duties=duties), before=before)


def broken_by(situation: Situation, cells: Cells) -> tuple[Finding, ...]:
    """The hard rules that are kept now and would not be if these people stood these places.

    The situation's period need not hold the places; an empty place is no broken rule.
    """
    wanted = dict(cells)
    days = [place.day for place in wanted]
    if not days:
        return ()
    weeks = Period(week_of(min(days)).first, week_of(max(days)).last)
    now = brief(replace(situation, period=weeks))
    known = _errors(now)
    return tuple(each for each in _errors(moved(now, wanted.items())) if each not in known)


def _errors(asked: Brief) -> Mapping[Finding, None]:
    """The broken hard rules in order of days."""
    return {
        each: None
        for each in check(asked)
        if each.severity is Severity.ERROR and each.rule is not Rule.EMPTY_PLACE
    }
