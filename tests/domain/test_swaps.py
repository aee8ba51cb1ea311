from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass, calendar_of
from dutydesk.domain.office import PlanRules
from dutydesk.domain.swaps import (
    Swap,
    SwapKind,
    SwapState,
    has_begun,
    is_on,
    next_filing,
    reach,
    returnable,
    short_of_notice,
)
from tests.builders import a_place, an_office, day, days, drawn

MONDAY, THURSDAY = a_place(), a_place("2026-11-19")
at = datetime.fromisoformat
BEFORE = at("2026-11-15T12:00")


def a_swap(**facts):
    return Swap(
        **{
            "id": "s",
            "kind": SwapKind.EXCHANGE,
            "place": MONDAY,
            "applicant": "ann",
            "counterpart": "bob",
            **facts,
        }
    )


@pytest.mark.parametrize(
    ("hour", "begun", "on"),
    [("2026-11-15T23:59", False, False), ("2026-11-16T00:00", False, True), ("2026-11-16T08:00", True, True),
     ("2026-11-17T07:59", True, True), ("2026-11-17T08:00", True, False)],
)  # fmt: skip
def test_a_shift_begins_at_its_hour_and_is_on_from_its_day_to_its_end(hour, begun, on):
    now = datetime.fromisoformat(hour)
    assert has_begun(an_office(), MONDAY, now) is begun
    assert is_on(an_office(), MONDAY, now) is on


def test_of_a_shift_that_the_office_no_longer_has_the_day_counts():
    old = replace(MONDAY, shift="old")
    assert has_begun(an_office(), old, at("2026-11-17T00:00"))
    assert not has_begun(an_office(), old, at("2026-11-16T23:00"))
    assert not is_on(an_office(), old, at("2026-11-16T23:00"))


@pytest.mark.parametrize(
    ("today", "late"), [("2026-09-28", False), ("2026-09-29", False), ("2026-09-30", True)]
)
def test_a_holiday_duty_changes_hands_days_before(today, late):
    october = calendar_of([CalendarDay(day("2026-10-01"), LegalClass.STATUTORY_HOLIDAY, "国庆节")], {2026})
    office = an_office(calendar=october)
    assert short_of_notice(office, a_place("2026-10-01"), day(today)) is late
    assert not short_of_notice(office, a_place("2026-10-09"), day("2026-10-08"))
    strict = replace(office, rules=PlanRules(swap_notice_days=5))
    assert short_of_notice(strict, a_place("2026-10-01"), day(today))


def test_who_stands_what_once_it_is_applied():
    assert a_swap(kind=SwapKind.COVER).cells() == ((MONDAY, "bob"),)
    assert a_swap(returned=THURSDAY).cells() == ((MONDAY, "bob"), (THURSDAY, "ann"))


def test_what_is_returned_later_is_the_first_duty_that_breaks_no_rule():
    office = drawn("ann *.*....*.\nbob ...*.*...")
    waiting = a_swap(month=day("2026-11-01"))
    assert returnable(office, waiting, BEFORE) == a_place("2026-11-21")
    assert returnable(office, replace(waiting, month=day("2026-12-01")), BEFORE) is None
    assert returnable(office, waiting, at("2026-11-22T12:00")) is None
    assert returnable(office, a_swap(returned=THURSDAY), BEFORE) == THURSDAY


def test_the_days_that_must_be_known():
    assert reach(a_swap()) == days("2026-11-16")
    assert reach(a_swap(returned=THURSDAY)) == days("2026-11-16", "2026-11-19")
    assert reach(a_swap(month=day("2026-12-01"))) == days("2026-11-16", "2026-12-31")


def test_filing_numbers_run_through_a_year():
    filed = [
        a_swap(filing=number) for number in ("2026-001", "2026-009", "2025-100", "办〔2026〕3号", "2026-x")
    ]
    assert next_filing(filed, 2026) == "2026-010"
    assert next_filing(filed, 2027) == "2027-001"


@pytest.mark.parametrize("state", SwapState)
def test_a_request_is_open_until_it_is_decided(state):
    closed = {SwapState.APPLIED, SwapState.REFUSED, SwapState.CANCELLED}
    assert a_swap(state=state, applied_at=datetime(2026, 11, 16, tzinfo=UTC)).open is (state not in closed)
