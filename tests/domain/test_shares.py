from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.brief import brief
from dutydesk.domain.duties import Turn
from dutydesk.domain.office import PlanRules
from dutydesk.domain.roster import Tally
from dutydesk.domain.shares import shares
from tests.builders import MONDAY, POST, a_duty, a_leave, a_person, a_shift, an_office, day, days, drawn

FREE = PlanRules(rest_hours=0, consecutive_days=True, week_limit=0)


def test_everybody_has_a_line_in_each_queue_they_belong_to():
    found = shares(brief(drawn("ann *..*...\nbob .*..*..", rules=FREE)))
    assert [(each.person, each.rotation.value, each.count, each.due) for each in found] == [
        ("ann", "workday", 2, 2.5),
        ("bob", "workday", 2, 2.5),
        ("ann", "restday", 0, 1),
        ("bob", "restday", 0, 1),
    ]
    assert found[0].difference == -0.5


def test_the_turn_on_the_eve_of_the_period_is_counted_from_one():
    duties = (a_duty("p0", "2026-11-13"),)
    found = shares(brief(an_office(3, days(MONDAY, 5), duties=duties, rules=FREE)))
    assert [(each.person, each.turn, each.last, each.before) for each in found] == [
        ("p0", 3, day("2026-11-13"), 1), ("p1", 1, None, 0), ("p2", 2, None, 0),
    ]  # fmt: skip


def test_somebody_who_stood_without_owing_anything_is_listed_too():
    people = [a_person(0), a_person(1, posts=frozenset())]
    found = shares(brief(an_office(people, days(MONDAY, 2), duties=(a_duty("p1"),), rules=FREE)))
    assert [(each.person, each.weight, each.count, each.turn) for each in found] == [
        ("p0", 1, 0, 1),
        ("p1", 0, 1, 0),
    ]


def test_a_weeks_turn_is_one_duty_of_the_count():
    duties = tuple(a_duty("p0", on) for on in days(MONDAY, 7))
    office = an_office(2, days(MONDAY, 14), shifts=(a_shift(turn=Turn.WEEK),), duties=duties, rules=FREE)
    assert [(each.count, each.due) for each in shares(brief(office))] == [(1, 1), (0, 1)]


@settings(max_examples=30)
@given(st.lists(st.integers(0, 4), min_size=3, max_size=6), st.integers(1, 20), st.data())
def test_the_dues_of_a_queue_add_up_to_its_places_and_the_counts_to_what_is_stood(had, length, data):
    names = [f"p{number}" for number in range(len(had))]
    period = days(MONDAY, length)
    stood = [data.draw(st.none() | st.sampled_from(names)) for _ in period]
    duties = tuple(a_duty(person, on) for person, on in zip(stood, period, strict=True) if person)
    tallies = tuple(
        Tally(f"t{name}", name, POST, "workday", count) for name, count in zip(names, had, strict=True)
    )
    office = an_office(len(had), period, duties=duties, tallies=tallies, rules=FREE)
    found = shares(brief(office))
    assert sum(each.due for each in found) == pytest.approx(length)
    assert sum(each.count for each in found) == len(duties)
    assert sorted({each.turn for each in found}) == list(range(1, len(had) + 1))
    assert shares(brief(replace(office))) == found


def test_a_turn_skipped_for_a_leave_is_owed_where_it_is_repaid():
    """Two and two were due; ann was away on both of her days."""
    away = (a_leave("ann", "2026-11-16", "2026-11-17"),)
    stood = drawn("ann ....\nbob ****", rules=FREE)
    found = shares(brief(replace(stood, leaves=away)))
    assert [(each.person, each.ahead, each.repaid, each.forgiven) for each in found] == [
        ("ann", -2, 2, 0),
        ("bob", 2, 0, 0),
    ]


def test_a_turn_skipped_for_a_leave_that_is_not_repaid_is_not_owed():
    away = (a_leave("ann", "2026-11-16", "2026-11-18", type="maternity"),)
    stood = drawn("ann ...*\nbob ***.", rules=FREE)
    (ann, bob) = shares(brief(replace(stood, leaves=away)))
    assert (ann.repaid, ann.forgiven) == (0, 3)
    assert ann.ahead == pytest.approx(0.2)
    assert bob.ahead == pytest.approx(-0.2)


def test_the_balances_of_a_queue_add_up_to_nothing():
    found = shares(brief(drawn("ann *..*..*\nbob .*..*..\ncat .......", rules=FREE)))
    for rotation in {each.rotation for each in found}:
        assert sum(each.ahead for each in found if each.rotation is rotation) == pytest.approx(0, abs=0.001)
