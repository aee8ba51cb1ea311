from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.duties import Turn
from dutydesk.domain.office import PlanRules
from dutydesk.domain.people import Exemption, ExemptionScope
from dutydesk.domain.roster import Tally
from dutydesk.domain.rotation import account_start, members, queues
from tests.builders import MONDAY, POST, a_duty, a_leave, a_person, a_shift, an_office, day, days, drawn

WORKDAY, RESTDAY, HOLIDAY = RotationClass
FREE = PlanRules(rest_hours=0, consecutive_days=True, week_limit=0)
WORKING_WEEK = days(MONDAY, 5)


def queue(office, rotation=WORKDAY):
    return next(each for each in queues(office) if each.key == (POST, rotation))


def turns(office, rotation=WORKDAY):
    """Whose turn it is, by name."""
    return [office.people[number].id for number in queue(office, rotation).turns()]


def had_in_october(*people, month="2026-10"):
    """One working day after another, stood by these."""
    workdays = [each for each in days(f"{month}-12", f"{month}-30") if each.weekday() < 5]
    return tuple(a_duty(person, on) for person, on in zip(people, workdays, strict=False))


def test_the_turn_crosses_the_month_and_goes_on_after_whoever_stood_last():
    office = an_office(4, WORKING_WEEK, duties=had_in_october("p0", "p1"), rules=FREE)
    assert turns(office) == ["p2", "p3", "p0", "p1"]


def test_the_turn_crosses_the_year():
    office = an_office(
        3, days("2027-01-04", 5), duties=had_in_october("p0", "p1", month="2026-11"), rules=FREE
    )
    assert turns(office)[0] == "p2"


def test_among_equals_whoever_stood_longest_ago_comes_first():
    office = an_office(3, WORKING_WEEK, duties=had_in_october("p2", "p0", "p1"), rules=FREE)
    assert turns(office) == ["p2", "p0", "p1"]


def test_queues_do_not_disturb_each_other():
    saturday = a_duty("p0", "2026-11-14")
    office = an_office(2, days(MONDAY, 7), duties=(saturday,), rules=FREE)
    assert queue(office).had == (0, 0)
    assert queue(office, RESTDAY).had == (1, 0)
    assert turns(office, RESTDAY)[0] == "p1"


def test_an_opening_tally_counts_as_duties_stood():
    tally = Tally("t", "p0", POST, WORKDAY.value, 3)
    found = queue(an_office(2, days(MONDAY, 26), tallies=(tally,), rules=FREE))
    assert found.had == (3, 0)
    assert found.due[1] - found.due[0] == pytest.approx(3)


@pytest.mark.parametrize(("until", "had"), [("2026-10-12", 3 + 1), ("2026-10-31", 3), (None, 3 + 2)])
def test_duties_that_a_tally_has_counted_are_not_counted_twice(until, had):
    tally = Tally("t", "p0", POST, WORKDAY.value, 3, until=until and day(until))
    office = an_office(2, WORKING_WEEK, duties=had_in_october("p0", "p0"), tallies=(tally,), rules=FREE)
    assert queue(office).had[0] == had


def test_a_tally_from_before_the_account_is_forgotten():
    tally = Tally("t", "p0", POST, WORKDAY.value, 3, until=day("2024-12-31"))
    assert queue(an_office(2, WORKING_WEEK, tallies=(tally,), rules=FREE)).had == (0, 0)


def test_somebody_who_joined_later_owes_for_the_time_since():
    people = [a_person(0), a_person(1, joined=day("2026-11-02"))]
    since = Tally("t", "p0", POST, WORKDAY.value, 0, since=day("2026-10-05"))
    found = queue(an_office(people, days("2026-11-02", 26), tallies=(since,), rules=FREE))
    assert found.weights[0] == 1
    assert found.weights[1] == pytest.approx(20 / 40)
    assert found.due[1] == pytest.approx(found.due[0] / 2)


def test_somebody_long_exempt_owes_for_the_rest_of_the_time():
    exemption = Exemption("e", "p1", ExemptionScope.ALL, "孕期", first=day("2026-11-09"))
    office = an_office(2, days("2026-11-02", 12), exemptions=(exemption,), rules=FREE)
    assert queue(office).weights == (1, pytest.approx(0.5))
    assert turns(replace(office, exemptions=(replace(exemption, first=None),))) == ["p0"]


def test_somebody_who_left_owes_nothing_any_more():
    people = [a_person(0), a_person(1, left=day("2026-11-15"))]
    found = queue(an_office(people, WORKING_WEEK, rules=FREE))
    assert found.due == (5, 0)


@pytest.mark.parametrize(
    ("kind", "share", "due"), [("annual", 1, (2.5, 7.5)), ("maternity", 10 / 15, (4, 6))]
)
def test_turns_skipped_on_leave_are_made_up_where_the_leave_is_repaid(kind, share, due):
    stood = tuple(a_duty("p0", on) for on in days("2026-11-09", 5))
    away = a_leave("p1", "2026-11-09", 5, type=kind)
    found = queue(an_office(2, days(MONDAY, 12), duties=stood, leaves=(away,), rules=FREE))
    assert (found.had, found.weights[1]) == ((5, 0), pytest.approx(share))
    assert found.due == pytest.approx(due)


def test_a_stand_in_gets_the_duty_counted_and_whose_turn_it_was_does_not():
    swapped = replace(a_duty("p0", "2026-11-13"), actual="p1")
    assert queue(an_office(2, WORKING_WEEK, duties=(swapped,), rules=FREE)).had == (0, 1)


def test_a_weeks_turn_is_one_duty():
    last_week = tuple(a_duty("p0", on) for on in days("2026-11-09", 7))
    office = an_office(3, days(MONDAY, 21), shifts=(a_shift(turn=Turn.WEEK),), duties=last_week, rules=FREE)
    found = queue(office)
    assert (found.places, found.had) == (3, (1, 0, 0))
    assert len(queues(office)) == 1


def test_a_week_that_began_within_the_first_plan_is_counted_afterwards():
    weekend = tuple(a_duty("p0", on) for on in days("2026-11-14", 2))  # the file began on a Saturday
    office = an_office(2, days(MONDAY, 7), shifts=(a_shift(turn=Turn.WEEK),), duties=weekend, rules=FREE)
    assert queue(office).had == (1, 0)


def test_a_week_that_goes_on_within_the_period_is_counted_there_only():
    begun = tuple(a_duty("p0", on) for on in days(MONDAY, 2))
    office = an_office(2, days("2026-11-18", 5), shifts=(a_shift(turn=Turn.WEEK),), duties=begun, rules=FREE)
    found = queue(office)
    assert (found.places, found.had) == (1, (0, 0))


def test_the_account_begins_in_january_of_the_year_before_or_with_the_first_facts():
    office = an_office(2, days("2026-11-16", 7))
    assert account_start(office) == day("2026-11-16")
    assert account_start(replace(office, duties=had_in_october("p0"))) == day("2026-10-12")
    old = (a_duty("p0", "2023-05-01"),)
    assert account_start(replace(office, duties=old)) == day("2025-01-01")
    assert account_start(replace(office, duties=old, rules=PlanRules(account_years=0))) == day("2026-01-01")


def test_queues_come_in_the_order_of_posts_and_classes():
    office = drawn("ann .......\nbob .......")
    assert [each.key for each in queues(office)] == [(POST, WORKDAY), (POST, RESTDAY)]


@settings(max_examples=60)
@given(st.lists(st.booleans(), max_size=70))
def test_a_mask_is_the_numbers_of_its_people(bits):
    assert members(sum(1 << number for number, bit in enumerate(bits) if bit)) == [
        number for number, bit in enumerate(bits) if bit
    ]


@settings(max_examples=40)
@given(
    st.lists(st.integers(0, 6), min_size=2, max_size=5),
    st.integers(1, 25),
    st.lists(st.booleans(), max_size=5),
)
def test_what_is_owed_adds_up_to_what_is_to_be_stood(had, length, away):
    tallies = tuple(Tally(f"t{n}", f"p{n}", POST, WORKDAY.value, count) for n, count in enumerate(had))
    leaves = tuple(a_leave(f"p{n}", MONDAY, 3) for n, gone in enumerate(away) if gone and 0 < n < len(had))
    office = an_office(len(had), days(MONDAY, length), tallies=tallies, leaves=leaves, rules=FREE)
    found = queue(office)
    assert sum(found.due) == pytest.approx(found.places)
    assert all(due >= 0 for due in found.due)


def test_a_pattern_that_is_over_weighs_in_no_share():
    nights = a_shift(id="nights", last=day("2026-10-31"))
    daytime = a_shift(first=day("2026-11-01"), ends=time(17), night=False)
    spared = Exemption("e", "p0", ExemptionScope.NIGHT, "高血压")
    office = an_office(3, days(MONDAY, 6), shifts=(nights, daytime), exemptions=(spared,), rules=FREE)
    assert queue(office).weights == (1, 1, 1)
