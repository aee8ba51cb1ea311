import pytest

from dutydesk.domain.leave import Counted, LeaveState
from dutydesk.domain.leave.balance import Credit, annual_due
from tests.builders import a_leave, day
from tests.domain.leave.office import a_request, the_book

SCALE = ((1, 5), (10, 10), (20, 15))


@pytest.mark.parametrize(
    ("since", "days"),
    [("2026-01-01", 0), ("2025-11-23", 5), ("2016-11-24", 5), ("2016-11-23", 10), ("2006-01-01", 15)],
)
def test_annual_leave_grows_with_the_years_of_service(since, days):
    assert annual_due(SCALE, day(since), day("2026-11-23")) == 2 * days


def test_without_a_first_day_of_work_nobody_knows():
    assert annual_due(SCALE, None, day("2026-11-23")) is None
    balance = the_book().account("cat", Counted.ANNUAL, day("2026-11-23"))
    assert (balance.due, balance.left) == (None, None)


def test_an_account_of_annual_leave_has_what_is_due_carried_and_used_in_the_year():
    taken = (
        a_leave("ann", "2026-03-02", "2026-03-03"),
        a_leave("ann", "2026-12-31", "2027-01-04"),  # one working day in 2026
        a_leave("ann", "2026-06-01", state=LeaveState.CANCELLED),
        a_leave("ann", "2026-07-01", type="sick"),
        a_leave("bob", "2026-06-01"),
    )
    entered = (
        Credit("c", "ann", Counted.ANNUAL, 2026, 3),
        Credit("d", "ann", Counted.ANNUAL, 2025, 9),
        Credit("e", "ann", Counted.REST, 2026, 9),
    )
    balance = the_book(*taken, credits=entered).account("ann", Counted.ANNUAL, day("2026-11-23"))
    assert (balance.due, balance.carried, balance.used, balance.left) == (20, 3, 6, 17)


def test_rest_is_what_was_earned_less_what_was_taken_in_whatever_year():
    taken = a_leave("ann", "2025-12-31", type="comp_rest")
    entered = (Credit("c", "ann", Counted.REST, 2025, 3), Credit("d", "ann", Counted.REST, 2026, 2))
    balance = the_book(taken, credits=entered).account("ann", Counted.REST, day("2026-11-23"))
    assert (balance.due, balance.carried, balance.used, balance.left) == (0, 5, 2, 3)


def test_a_request_does_not_stand_in_its_own_way():
    request = a_request(type="annual")
    assert the_book(request).balance(request).used == 0
    assert the_book().balance(a_request(type="sick")) is None
