from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.candidates import Obstacle
from dutydesk.domain.dates import Period, month_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.services import roster
from dutydesk.services.fairness import fairness, stand_ins, why_empty
from tests.invented import BY, staffed_store

MONDAY = PlaceKey(date(2026, 11, 16), "full_day", "leader", 0)
TUESDAY = replace(MONDAY, day=date(2026, 11, 17))
NOVEMBER = month_of(MONDAY.day)
LEADERS = {"p0", "p7", "p14", "p21"}


@pytest.fixture
def store():
    return staffed_store(28)


def test_shares_add_up_to_the_places(store):
    leaders = [each for each in fairness(store, NOVEMBER) if each.post == "leader"]
    assert {each.person for each in leaders} == LEADERS
    workdays = [each for each in leaders if each.rotation is RotationClass.WORKDAY]
    assert sum(each.due for each in workdays) == pytest.approx(21)


def test_a_duty_stood_is_counted(store):
    roster.assign(store, [(MONDAY, "p0")], by=BY)
    share = next(
        each
        for each in fairness(store, NOVEMBER)
        if (each.person, each.post, each.rotation) == ("p0", "leader", RotationClass.WORKDAY)
    )
    assert share.count == 1


def test_whoever_is_free_comes_before_whoever_needs_rest(store):
    roster.assign(store, [(TUESDAY, "p0")], by=BY)
    ranked = stand_ins(store, MONDAY)
    assert {each.person for each in ranked} == LEADERS
    assert ranked[-1].person == "p0"
    assert ranked[-1].obstacles == (Obstacle.REST,)
    assert not any(each.obstacles for each in ranked[:-1])


def test_an_empty_place_counts_what_keeps_people_from_it(store):
    roster.assign(store, [(TUESDAY, "p0")], by=BY)
    reasons = why_empty(store, [MONDAY])[MONDAY]
    assert reasons == {Obstacle.POST: 24, Obstacle.REST: 1}
    assert why_empty(store, []) == {}


def test_the_reasons_of_places_far_apart_are_counted_at_once(store):
    late = replace(MONDAY, day=date(2026, 12, 21))
    assert set(why_empty(store, [MONDAY, late])) == {MONDAY, late}
    assert len(Period(MONDAY.day, late.day)) == 36
