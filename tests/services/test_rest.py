from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.calendar import LegalClass
from dutydesk.domain.dates import month_of
from dutydesk.domain.leave import Counted, Half, Leave, LeaveType
from dutydesk.domain.leave.balance import Credit
from dutydesk.domain.overtime import Overtime
from dutydesk.domain.rest import REST
from dutydesk.domain.watch import Attendance
from dutydesk.services import overtime, rest
from dutydesk.services.calendar import adopt_notice
from dutydesk.services.changes import deed
from dutydesk.services.leave.book import leave_book
from dutydesk.services.rulebook import save_family
from dutydesk.services.watch import room, sign_in, sign_out
from dutydesk.storage.leave import LEAVE_CREDITS, LEAVE_TYPES, LEAVES
from dutydesk.storage.watch import ATTENDANCES
from tests.builders import day, days, the_calendar
from tests.services.nights import MAIN, a_room, arrive, by, seat

TODAY = day("2026-12-01")


@pytest.fixture
def store():
    return a_room()


def stand(store):
    """The main officers of Friday and Saturday stand theirs and are relieved; Sunday's sits there yet."""
    for after in (0, 1, 2):
        arrive(store, after, MAIN)
        for each in room(store, by(24 * after).at).attendances:
            if each.place == seat(after - 1) and each.left_at is None:
                sign_out(store, each.id, by=by(24 * after + 0.1))


def left(store, person, as_of=TODAY):
    return rest.ledger_of(store, person, as_of).left


def test_a_served_working_night_earns_half_a_day_and_a_rest_day_a_whole_one(store):
    stand(store)
    assert (left(store, "p1"), left(store, "p3"), left(store, "p5")) == (1, 2, 0)  # p5 sits there still
    (lot,) = rest.ledger_of(store, "p3", TODAY).lots
    assert (lot.earned.day, lot.earned.expires) == (day("2026-11-22"), day("2027-05-22"))
    assert [each.person for each in rest.ledgers(store, TODAY)] == ["p1", "p3"]


def test_who_only_looked_in_earns_nothing(store):
    arrive(store, 0, MAIN)
    there = room(store, by(1).at).attendances[0]
    sign_out(store, there.id, by=by(11, reason="家中急事"))
    assert left(store, "p1") == 0


def test_who_stood_unapproved_earns_nothing(store):
    sign_in(store, seat(), "p8", unauthorised=True, by=by(0))
    arrive(store, 1, MAIN)
    assert left(store, "p8") == 0


def test_another_table_holds_from_its_day_on(store):
    more = replace(REST.defaults, duty=(("restday", "any", 3),), valid_months=0)
    save_family(store, REST, more, day("2026-11-21"), by=by(0))
    stand(store)
    assert (left(store, "p1"), left(store, "p3")) == (1, 3)
    assert rest.ledger_of(store, "p3", TODAY).lots[0].earned.expires is None
    assert rest.warn_days(store, TODAY) == 30


def worked(store, name="o", hours=(10, 18)):
    starts, ends = (by(each).at for each in hours)
    asked = Overtime(id=name, person="p1", starts=starts, ends=ends, reason="防汛会商")
    overtime.request(store, asked, by=by(0))
    overtime.record(store, name, starts, ends, "完成", by=by(hours[1] + 1))


def test_only_verified_overtime_earns_rest(store):
    worked(store)
    assert left(store, "p1") == 0
    overtime.verify(store, "o", by=by(30))
    assert left(store, "p1") == 2
    ((earned, listed),) = rest.statement(store, month_of(day("2026-11-20")))
    assert (earned.half_days, earned.minutes, listed.done) == (2, 480, "完成")
    assert rest.statement(store, month_of(day("2026-12-20"))) == ()


def compensatory(store, *leaves, credit=0):
    with deed(store, by(0), "begin") as act:
        act.writing.put(LEAVE_TYPES, LeaveType("rest", "补休", account=Counted.REST))
        if credit:
            act.writing.put(LEAVE_CREDITS, Credit("c", "p3", Counted.REST, 2026, credit))
        for each in leaves:
            act.writing.put(LEAVES, each)


def test_leave_of_that_kind_takes_it_and_the_leave_book_knows(store):
    stand(store)
    taken = Leave("l", "p3", "rest", days("2026-11-25"), to_half=Half.MORNING)
    compensatory(store, taken, credit=1)
    assert left(store, "p3") == 2  # a day of duty and half a day by hand, less half a day
    balance = leave_book(store, TODAY).account("p3", Counted.REST, TODAY)
    assert (balance.carried, balance.used, balance.left) == (3, 1, 2)


def test_what_expired_is_in_no_account_any_more(store):
    stand(store)
    compensatory(store)
    later = day("2027-06-01")
    assert left(store, "p3", later) == 0
    assert rest.ledger_of(store, "p3", later).expired == 2
    assert leave_book(store, later).account("p3", Counted.REST, later).left == 0


def test_what_was_taken_away_by_hand_is_gone(store):
    stand(store)
    compensatory(store, credit=-2)
    assert left(store, "p3", day("2026-11-30")) == 0
    assert leave_book(store, TODAY).account("p3", Counted.REST, TODAY).left == 0


def test_scenario_6_a_working_saturday_is_a_working_day_for_duty_and_overtime(store):
    notice = [each for each in the_calendar().days.values() if each.day.year == 2026]
    adopt_notice(store, 2026, notice, "通知", by=by(0))
    starts = by(-41 * 24)  # Saturday, 10 October, 8:00
    with deed(store, by(0), "begin") as act:
        there = Attendance("at", seat(-41), "p1", starts.at, starts.at + timedelta(hours=24))
        act.writing.put(ATTENDANCES, there)
    asked = Overtime(
        id="o", person="p2", starts=starts.at, ends=starts.at + timedelta(hours=8), reason="防汛会商"
    )
    overtime.request(store, asked, by=by(0))
    overtime.record(store, "o", asked.starts, asked.ends, "完成", by=by(0))
    overtime.verify(store, "o", by=by(1))
    duty, extra = (rest.ledger_of(store, person, TODAY).lots[0].earned for person in ("p1", "p2"))
    assert (duty.legal, duty.half_days) == (LegalClass.ADJUSTED_WORKDAY, 1)
    assert (extra.legal, extra.half_days) == (LegalClass.ADJUSTED_WORKDAY, 2)
