from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.calendar import RotationClass, SensitivePeriod
from dutydesk.domain.duties import PlaceKey, Turn
from dutydesk.domain.leave import Half, LeaveState, LeaveType
from dutydesk.domain.people import Exemption, ExemptionScope
from dutydesk.domain.situation import Bar
from tests.builders import (
    MONDAY,
    POST,
    SHIFT,
    a_leave,
    a_person,
    a_place,
    a_preset,
    a_shift,
    an_office,
    day,
    days,
    the_calendar,
)

NATIONAL_DAY, SATURDAY = day("2026-10-01"), day("2026-11-21")


def bars(place, *, person=None, **facts):
    office = an_office(
        [person or a_person()], days("2026-01-01", "2026-12-31"), calendar=the_calendar(), **facts
    )
    return office.bars(office.people[0], place)


def an_exemption(scope, **facts):
    return Exemption("e", "p0", scope, "批准", **facts)


@pytest.mark.parametrize(
    ("scope", "shift", "on", "spared"),
    [
        (ExemptionScope.ALL, a_shift(), MONDAY, True),
        (ExemptionScope.NIGHT, a_shift(), MONDAY, True),
        (ExemptionScope.NIGHT, a_shift(night=False), MONDAY, False),
        (ExemptionScope.HOLIDAY, a_shift(), MONDAY, False),
        (ExemptionScope.HOLIDAY, a_shift(), SATURDAY, False),
        (ExemptionScope.HOLIDAY, a_shift(), NATIONAL_DAY, True),
    ],
)
def test_an_exemption_spares_what_its_scope_says(scope, shift, on, spared):
    found = bars(a_place(on), shifts=(shift,), exemptions=(an_exemption(scope),))
    assert found == ((Bar.EXEMPT,) if spared else ())


@pytest.mark.parametrize(("post", "spared"), [(POST, True), ("leader", False)])
def test_somebody_may_be_spared_one_post(post, spared):
    exemptions = (an_exemption(ExemptionScope.POST, post=post),)
    assert (Bar.EXEMPT in bars(a_place(), exemptions=exemptions)) is spared


@pytest.mark.parametrize(
    ("facts", "spared"),
    [
        ({"first": MONDAY}, True),
        ({"last": MONDAY}, True),
        ({"first": MONDAY + timedelta(days=1)}, False),
        ({"last": MONDAY - timedelta(days=1)}, False),
        ({"confirmed": False}, False),
        ({"person": "somebody else"}, False),
    ],
)
def test_an_exemption_holds_for_its_person_its_days_and_when_it_is_confirmed(facts, spared):
    exemption = replace(an_exemption(ExemptionScope.ALL), **facts)
    assert (Bar.EXEMPT in bars(a_place(), exemptions=(exemption,))) is spared


@pytest.mark.parametrize(
    ("on", "leave", "hit"),
    [
        ("2026-11-18", {}, True),  # the night before the first morning
        ("2026-11-17", {}, False),
        ("2026-11-19", {}, True),
        ("2026-11-22", {}, True),
        ("2026-11-23", {}, False),
        ("2026-11-18", {"from_half": Half.AFTERNOON}, False),  # over at 8:00 of the first day
        ("2026-11-19", {"from_half": Half.AFTERNOON}, True),
        ("2026-11-22", {"to_half": Half.MORNING}, True),
        ("2026-11-20", {"state": LeaveState.PENDING}, False),
        ("2026-11-20", {"state": LeaveState.CANCELLED}, False),
    ],
)
def test_a_leave_meets_the_duty_it_shares_an_hour_with(on, leave, hit):
    leaves = (a_leave("p0", "2026-11-19", "2026-11-22", **leave),)
    assert (Bar.ON_LEAVE in bars(a_place(on), leaves=leaves)) is hit


def test_an_evening_that_ends_before_midnight_is_free_before_a_leave():
    evening = a_shift(starts=time(17), ends=time(22), night=False)
    assert bars(a_place("2026-11-18"), shifts=(evening,), leaves=(a_leave("p0", "2026-11-19"),)) == ()


def test_a_morning_leave_leaves_the_afternoon_free():
    afternoon = a_shift(starts=time(12), ends=time(18), night=False)
    leave = a_leave("p0", MONDAY, to_half=Half.MORNING)
    assert bars(a_place(), shifts=(afternoon,), leaves=(leave,)) == ()


def test_every_reason_is_given_at_once():
    person = a_person(posts=frozenset(), left=day("2026-11-15"))
    found = bars(
        a_place(),
        person=person,
        exemptions=(an_exemption(ExemptionScope.ALL),),
        leaves=(a_leave("p0", MONDAY),),
    )
    assert found == (Bar.POST, Bar.NOT_SERVING, Bar.EXEMPT, Bar.ON_LEAVE)


def test_a_sensitive_period_adds_the_greatest_wish_for_each_post():
    office = an_office(
        sensitive=(
            SensitivePeriod("a", days(MONDAY, 3), "两会", ((POST, 1), ("leader", 1))),
            SensitivePeriod("b", days("2026-11-17"), "防汛", ((POST, 2),)),
        )
    )
    assert office.added(MONDAY) == {POST: 1, "leader": 1}
    assert office.added(day("2026-11-17")) == {POST: 2, "leader": 1}
    assert office.added(day("2026-11-19")) == {}
    heads = [len(list(office.places(days(each)))) for each in ("2026-11-16", "2026-11-17", "2026-11-19")]
    assert heads == [3, 4, 1]


def test_an_adjusted_working_saturday_is_paid_by_the_working_days():
    office = an_office(calendar=the_calendar())
    assert office.queue_of(a_place("2026-10-10")) == (POST, RotationClass.WORKDAY)
    assert office.queue_of(a_place("2026-10-11")) == (POST, RotationClass.RESTDAY)


@pytest.mark.parametrize(
    ("week", "rotation"),
    [
        ("2026-11-18", RotationClass.WORKDAY),
        ("2026-10-09", RotationClass.WORKDAY),
        ("2026-10-07", RotationClass.HOLIDAY),
    ],
)
def test_a_weeks_turn_with_a_holiday_in_it_is_a_holidays_turn(week, rotation):
    office = an_office(calendar=the_calendar(), shifts=(a_shift(turn=Turn.WEEK),))
    expected = RotationClass.HOLIDAY if week.startswith("2026-10") else rotation
    assert office.queue_of(a_place(week)) == (POST, expected)


def test_a_weeks_turn_counts_once_on_its_first_day_planned():
    office = an_office(period=days("2026-11-18", 10), shifts=(a_shift(turn=Turn.WEEK),))
    counted = [place.day for place in office.places(office.period) if office.counts(place)]
    assert counted == [day("2026-11-18"), day("2026-11-23")]


def test_the_places_of_a_period_go_by_day_and_shift():
    made = a_preset()
    office = an_office(shifts=made.shifts, posts=made.posts)
    found = list(office.places(days(MONDAY, 2)))
    assert [each.day for each in found] == [MONDAY] * 4 + [MONDAY + timedelta(days=1)] * 4
    assert [each.post for each in found[:4]] == ["leader", "officer", "officer", "driver"]


@st.composite
def situations(draw):
    """An office of three people with every reason not to stand a duty."""
    period = days(MONDAY, 10)
    near = st.dates(MONDAY - timedelta(days=3), MONDAY + timedelta(days=13))
    spans = st.tuples(near, near).map(lambda two: days(min(two), max(two).isoformat()))
    whom = st.sampled_from(("p0", "p1", "p2"))
    people = [
        a_person(
            number,
            posts=draw(st.frozensets(st.sampled_from((POST, "leader")), max_size=2)),
            joined=draw(st.none() | near),
            left=draw(st.none() | near),
        )
        for number in range(3)
    ]
    exemptions = st.builds(
        Exemption, st.just("e"), whom, st.sampled_from(ExemptionScope), st.just("x"), st.just(""),
        st.none() | near, st.none() | near, st.sampled_from((POST, "leader")), st.booleans(),
    )  # fmt: skip
    leaves = st.builds(
        lambda who, span, kind, one, other, state: a_leave(
            who, span.first, span.last.isoformat(), type=kind, from_half=one, to_half=other, state=state
        ),
        whom, spans, st.sampled_from(("annual", "maternity")), st.sampled_from(Half), st.sampled_from(Half),
        st.sampled_from(LeaveState),
    )  # fmt: skip
    shifts = (
        a_shift(),
        a_shift(id="noon", starts=time(11, 50), ends=time(13), night=False),
        a_shift(id="night", starts=time(17), ends=time(9)),
    )
    return an_office(
        people,
        period,
        shifts=shifts,
        exemptions=tuple(draw(st.lists(exemptions, max_size=3))),
        leaves=tuple(draw(st.lists(leaves, max_size=3))),
    )


@settings(max_examples=80)
@given(situations())
def test_the_masks_say_of_everybody_what_the_bars_say(office):
    for (on, shift, post), mask in office.masks(office.period).items():
        for number, person in enumerate(office.people):
            assert bool(mask >> number & 1) is not bool(office.bars(person, PlaceKey(on, shift, post, 0)))


@settings(max_examples=40)
@given(situations())
def test_for_the_account_a_leave_that_is_repaid_counts_as_time_in_the_office(office):
    unpaid = replace(office, leaves=tuple(each for each in office.leaves if each.type == "maternity"))
    assert office.masks(office.period, account=True) == unpaid.masks(office.period)


def test_a_situation_is_equal_to_another_of_the_same_facts_only():
    office = an_office()
    assert office == an_office()
    assert office != replace(office, leaves=(a_leave("p0", MONDAY),))
    assert office.shift[SHIFT] == a_shift()


def test_a_waived_duty_is_stood_in_spite_of_the_leave():
    leave = a_leave("p0", MONDAY)
    office = an_office(2, leaves=(leave,), waived=frozenset({(a_place(MONDAY, seat=1), "p0")}))
    assert office.bars(office.people[0], a_place(MONDAY, seat=1)) == ()
    assert office.masks(office.period)[MONDAY, SHIFT, POST] == 0b11


def test_turns_missed_in_a_long_absence_are_not_made_up():
    kinds = (LeaveType("annual", "病假", repaid=True, repaid_days=3),)
    short, long = (a_leave("p0", MONDAY, days) for days in (3, 4))
    for leave, counted in ((short, 0b11), (long, 0b10)):
        office = an_office(2, leaves=(leave,), leave_types=kinds)
        assert office.masks(office.period, account=True)[MONDAY, SHIFT, POST] == counted


def test_an_extension_makes_one_long_absence_and_an_early_return_a_short_one():
    kinds = (LeaveType("annual", "病假", repaid=True, repaid_days=3),)
    short = a_leave("p0", MONDAY, 3)
    more = a_leave("p0", "2026-11-19", 1, extends=short.id)
    long = a_leave("p0", MONDAY, 4)
    early = replace(long, back=(day("2026-11-18"), Half.MORNING))
    for leaves, repaid in (((short, more), set()), ((early,), {early}), ((long,), set())):
        assert an_office(2, leaves=leaves, leave_types=kinds).repaid == repaid
