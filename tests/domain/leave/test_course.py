import pytest

from dutydesk.domain.leave import Half, LeaveState
from dutydesk.domain.leave.course import Standing, family, following, overdue_days
from tests.builders import a_leave, day, the_calendar
from tests.domain.leave.office import the_book, with_rules

FRIDAY = a_leave("ann", "2026-11-18", "2026-11-20")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-17", Standing.COMING),
        ("2026-11-18", Standing.ACTIVE),
        ("2026-11-20", Standing.ACTIVE),
        ("2026-11-21", Standing.DUE_BACK),
        ("2026-11-23", Standing.DUE_BACK),  # the working day after the end
        ("2026-11-24", Standing.OVERDUE),
    ],
)
def test_an_approved_leave_goes_its_course_with_the_days(today, expected):
    assert the_book(FRIDAY).standing(FRIDAY, day(today)) is expected


def test_without_grace_somebody_reports_back_on_the_last_day():
    book = with_rules(the_book(FRIDAY), grace_days=0)
    assert book.standing(FRIDAY, day("2026-11-21")) is Standing.OVERDUE


def test_a_leave_that_was_extended_is_not_overdue():
    longer = a_leave("ann", "2026-11-23", "2026-11-25", extends=FRIDAY.id)
    book = the_book(FRIDAY, longer)
    assert book.standing(FRIDAY, day("2026-11-25")) is Standing.EXTENDED
    assert book.standing(longer, day("2026-11-25")) is Standing.ACTIVE


@pytest.mark.parametrize("state", [each for each in LeaveState if each is not LeaveState.APPROVED])
def test_any_other_state_is_told_as_it_is(state):
    leave = a_leave("ann", "2026-11-18", state=state)
    assert the_book().standing(leave, day("2026-11-20")).value == state.value


@pytest.mark.parametrize(
    ("back", "days"), [("2026-11-20", 0), ("2026-11-23", 0), ("2026-11-25", 2), ("2026-11-30", 5)]
)
def test_working_days_after_the_grace_are_overdue(back, days):
    assert overdue_days(day("2026-11-23"), day(back), the_calendar()) == days


def test_an_extension_begins_on_the_next_half_day():
    assert following(FRIDAY) == (day("2026-11-21"), Half.MORNING)
    half = a_leave("ann", "2026-11-18", to_half=Half.MORNING)
    assert following(half) == (day("2026-11-18"), Half.AFTERNOON)


def test_a_family_is_a_leave_with_its_extensions_in_order():
    second = a_leave("ann", "2026-11-23", id="b", extends=FRIDAY.id)
    third = a_leave("ann", "2026-11-24", id="c", extends="b")
    refused = a_leave("ann", "2026-11-25", id="d", extends="c", state=LeaveState.REFUSED)
    everything = (third, refused, FRIDAY, second, a_leave("bob", "2026-11-24"))
    for each in (FRIDAY, second, third):
        assert family(everything, each) == (FRIDAY, second, third)
    assert family((), FRIDAY) == (FRIDAY,)
