import pytest

from dutydesk.domain.circulars import Counts, Span, counted, entries, span_of
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.spot_checks import Found, Method, Presence, SpotCheck
from dutydesk.domain.violations import State, Step, Violation
from tests.builders import MONDAY, NOW, a_place, day, days


@pytest.mark.parametrize(
    ("span", "on", "first", "last"),
    [
        (Span.WEEK, "2026-11-21", "2026-11-16", "2026-11-22"),
        (Span.HALF_MONTH, "2026-11-15", "2026-11-01", "2026-11-15"),
        (Span.HALF_MONTH, "2026-02-16", "2026-02-16", "2026-02-28"),
        (Span.MONTH, "2026-11-21", "2026-11-01", "2026-11-30"),
        (Span.QUARTER, "2026-11-21", "2026-10-01", "2026-12-31"),
        (Span.QUARTER, "2026-01-01", "2026-01-01", "2026-03-31"),
    ],
)
def test_a_circular_is_for_the_span_in_which_a_day_lies(span, on, first, last):
    assert span_of(span, day(on)) == days(first, last)


def test_what_was_checked_is_counted():
    found = [Found(a_place(), f"p{at}", presence) for at, presence in enumerate(Presence)]
    check = SpotCheck(id="c", at=NOW, method=Method.SITE, shift="s", inspector="王敏", found=tuple(found))
    empty = SpotCheck(id="d", at=NOW, method=Method.LOG, shift="s", inspector="王敏")
    assert counted([check, empty]) == Counts(2, 5, absent=1, late=1, unanswered=1, replaced=1)
    assert counted([]) == Counts()


def a_violation(name, person="p1"):
    facts = {"kind": ViolationKind.LATE, "at": NOW, "day": MONDAY, "what": "迟到", "due": 100}
    return Violation(id=name, number=1, person=person, **facts)


def a_step(name, state, points=0):
    return Step(f"{name}/{state}", name, 1, state, NOW, "王敏", points=points)


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (None, State.REPORTED, False),
        (None, State.CONFIRMED, True),
        (State.VERIFIED, State.CONFIRMED, True),
        (State.CONFIRMED, State.CONFIRMED, False),
        (State.CONFIRMED, State.APPEALED, False),
        (State.APPEALED, State.CANCELLED, True),
        (State.CONFIRMED, State.CHANGED, True),
        (State.HEARD, State.EXCUSED, False),
        (State.HEARD, State.DROPPED, False),
        (None, State.CANCELLED, False),
    ],
)
def test_told_is_what_was_taken_and_what_came_of_an_appeal(was, now, told):
    before = {"v": a_step("v", was)} if was else {}
    found = entries([a_violation("v")], before, {"v": a_step("v", now)})
    assert bool(found) is told


def test_the_points_of_the_year_are_summed_up_for_the_person():
    known = [a_violation("a"), a_violation("b"), a_violation("c", "p2")]
    after = {name: a_step(name, State.CONFIRMED, 100) for name in "abc"}
    found = entries(known, {"a": a_step("a", State.CONFIRMED, 100)}, after)
    assert [(each.person, each.points, each.cumulated) for each in found] == [
        ("p1", 100, 200),
        ("p2", 100, 100),
    ]
