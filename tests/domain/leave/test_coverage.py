from dutydesk.domain.leave import Half, LeaveState
from dutydesk.domain.leave.coverage import away_by_day, fewest_left
from tests.builders import a_leave, day, days

WEEK = days("2026-11-16", 7)


def test_each_day_says_who_is_away_and_whether_all_of_it():
    leave = a_leave("ann", "2026-11-19", "2026-11-30", from_half=Half.AFTERNOON)
    found = away_by_day([leave, a_leave("bob", "2026-11-18", state=LeaveState.REFUSED)], WEEK)
    assert {on: each.whole for (_, on), each in found.items()} == {
        day("2026-11-19"): False, day("2026-11-20"): True, day("2026-11-21"): True, day("2026-11-22"): True,
    }  # fmt: skip


def test_what_was_approved_is_shown_before_what_is_asked_for():
    asked = a_leave("ann", "2026-11-19", "2026-11-20", id="asked", state=LeaveState.PENDING)
    approved = a_leave("ann", "2026-11-20", id="approved")
    found = away_by_day([approved, asked], WEEK)
    assert [found["ann", day(on)].leave.id for on in ("2026-11-19", "2026-11-20")] == ["asked", "approved"]


def test_those_who_are_left_are_counted_day_by_day():
    away = away_by_day([a_leave("ann", "2026-11-19"), a_leave("bob", "2026-11-19", "2026-11-20")], WEEK)
    left = fewest_left(["ann", "bob", "cat"], away, WEEK)
    assert [left[on] for on in WEEK] == [3, 3, 3, 1, 2, 3, 3]
