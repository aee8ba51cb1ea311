from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.brief import brief
from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rostering import make_plan
from dutydesk.domain.rules import Rule, Severity, check
from dutydesk.errors import NoShiftsError, NoStaffError
from dutydesk.services import roster
from dutydesk.services.calendar import adopt_notice
from dutydesk.services.duties import remove_shifts
from dutydesk.services.rules import findings
from tests.invented import BY, office_store, staffed_store

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
MONDAY = PlaceKey(date(2026, 11, 16), "full_day", "leader", 0)
GOLDEN = Period(date(2026, 10, 1), date(2026, 10, 1))


@pytest.fixture
def store():
    return staffed_store(28)


def rules(store, period=WEEK, today=None):
    return {each.rule for each in findings(store, period, today)}


def test_a_broken_rule_is_found_at_its_place(store):
    roster.assign(store, [(MONDAY, "p0"), (replace(MONDAY, day=date(2026, 11, 17)), "p0")], by=BY)
    found = next(each for each in findings(store, WEEK) if each.rule is Rule.REST_TOO_SHORT)
    assert (found.severity, found.people, found.day) == (Severity.ERROR, ("p0",), date(2026, 11, 17))


def test_findings_come_in_order_of_days(store):
    days = [each.day for each in findings(store, WEEK)]
    assert days == sorted(days)
    assert Rule.EMPTY_PLACE in rules(store)


@pytest.mark.parametrize(("today", "late"), [(date(2026, 9, 28), False), (date(2026, 9, 29), True)])
def test_scenario_8_sent_up_two_days_before_where_three_are_wanted_is_a_warning(store, today, late):
    day = CalendarDay(GOLDEN.first, LegalClass.STATUTORY_HOLIDAY, "国庆节")
    adopt_notice(store, 2026, [day], "国办发明电", by=BY)
    found = [each for each in findings(store, GOLDEN, today) if each.rule is Rule.NOT_SENT_UP]
    assert [each.severity for each in found] == ([Severity.WARNING] if late else [])


def test_a_holiday_roster_must_be_sent_up_in_time(store):
    day = CalendarDay(GOLDEN.first, LegalClass.STATUTORY_HOLIDAY, "国庆节")
    adopt_notice(store, 2026, [day], "国办发明电", by=BY)
    assert Rule.NOT_SENT_UP not in rules(store, GOLDEN)
    assert Rule.NOT_SENT_UP in rules(store, GOLDEN, date(2026, 9, 30))
    roster.assign(store, [(replace(MONDAY, day=GOLDEN.first), "p0")], by=BY)
    roster.publish(store, GOLDEN, by=BY)
    assert Rule.NOT_SENT_UP not in rules(store, GOLDEN, date(2026, 9, 30))


def test_an_office_without_people_or_shifts_is_told_so(store):
    with pytest.raises(NoStaffError):
        findings(office_store(), WEEK)
    remove_shifts(store, ["full_day"], by=BY)
    with pytest.raises(NoShiftsError):
        findings(store, WEEK)


def test_a_month_of_a_fair_plan_is_not_called_unfair(store):
    plan = Period(date(2026, 9, 1), date(2026, 11, 30))
    situation = roster.situation_of(store, plan)
    roster.adopt_plan(store, situation, make_plan(situation), by=BY)
    month = Period(date(2026, 10, 1), date(2026, 10, 31))
    assert Rule.UNFAIR in {each.rule for each in check(brief(roster.situation_of(store, month)))}
    assert Rule.UNFAIR not in rules(store, month)


def test_a_month_that_leans_on_one_person_is_unfair_whatever_is_around(store):
    days = Period(date(2026, 10, 1), date(2026, 10, 31))
    seat = replace(MONDAY, post="officer")
    roster.assign(store, [(replace(seat, day=day), "p9") for day in days], by=BY)
    assert Rule.UNFAIR in rules(store, days)
