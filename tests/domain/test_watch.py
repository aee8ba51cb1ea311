from datetime import UTC, datetime, timedelta

import pytest

from dutydesk.domain.watch import (
    Attendance,
    PostState,
    Stint,
    WatchRules,
    is_relieved,
    lateness,
    next_change,
    present_shift,
    reliefs,
    room_stints,
    shift_id,
    watched,
)
from tests.builders import a_place

RULES = WatchRules()
EIGHT = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
"""8:00 on the office's clock."""


def at(minutes):
    return EIGHT + timedelta(days=1, minutes=minutes)


def a_stint(begins, ends, person="p", *, sort=1, leads=False, **place):
    """Hours since the first day's 8:00."""
    hours = (EIGHT + timedelta(hours=each) for each in (begins, ends))
    on = ("2026-11-16", "2026-11-17", "2026-11-18")[begins // 24]
    return Stint(*hours, sort, a_place(on, **place), person, leads)


YESTERDAY, TODAY = a_stint(0, 24, "old"), a_stint(24, 48, "new")
BOTH = (YESTERDAY, TODAY)


def came(stint, minutes=0, **facts):
    plain = {"id": shift_id(stint.place), "place": stint.place, "person": stint.person}
    return Attendance(**{**plain, "came_at": stint.starts + timedelta(minutes=minutes), **facts})


def states(attendances, minutes, stints=BOTH):
    found = watched(stints, attendances, at(minutes), RULES)
    return [(each.stint.person, each.state, each.minutes) for each in found]


def test_whoever_is_not_relieved_stays_and_the_minutes_count():
    there = [came(YESTERDAY)]
    assert states(there, -1) == [("old", PostState.ON_POST, 0)]
    assert states(there, 25) == [("old", PostState.UNRELIEVED, 25), ("new", PostState.AWAITED, 25)]
    assert states(there, 30)[1] == ("new", PostState.VACANT, 30)


def test_a_place_for_which_nobody_is_down_is_a_gap_whose_minutes_nobody_counts():
    nobody = a_stint(24, 48, None)
    for minutes in (0, 25, 23 * 60):
        assert states((), minutes, (nobody,)) == [(None, PostState.UNROSTERED, 0)]
    assert states((), -1, (nobody,)) == []


def test_with_the_relief_at_the_desk_nobody_waits():
    there = [came(YESTERDAY), came(TODAY, 25)]
    assert states(there, 25) == [("old", PostState.ON_POST, 0), ("new", PostState.ON_POST, 25)]
    gone = [came(YESTERDAY, left_at=at(26)), came(TODAY, 25)]
    assert states(gone, 26) == [("new", PostState.ON_POST, 25)]


def test_a_place_left_before_its_end_is_empty_since_then():
    there = [came(YESTERDAY, left_at=at(-60))]
    assert states(there, -50) == [("old", PostState.AWAITED, 10)]


def test_whoever_was_relieved_early_left_no_empty_place():
    there = [came(YESTERDAY, left_at=at(-5)), came(TODAY, -8)]
    assert states(there, -1) == [("new", PostState.ON_POST, 0)]


@pytest.mark.parametrize(
    ("minutes", "grace", "late"), [(0, 0, 0), (1, 0, 1), (5, 5, 0), (6, 5, 6), (-10, 0, 0)]
)
def test_late_is_whoever_comes_after_the_grace(minutes, grace, late):
    assert lateness(at(minutes), TODAY, WatchRules(grace_minutes=grace)) == late


def test_each_seat_is_relieved_by_its_own():
    deputies = (a_stint(0, 24, "a", seat=1), a_stint(24, 48, "b", seat=1))
    assert reliefs(YESTERDAY, (*BOTH, *deputies)) == (TODAY,)
    assert reliefs(deputies[0], (*BOTH, *deputies)) == (deputies[1],)
    assert reliefs(deputies[0], (*BOTH, deputies[0])) == (TODAY,)


def test_the_day_shift_is_relieved_by_the_night_shift_and_no_driver_by_an_officer_of_the_same_shift():
    day = a_stint(0, 9, "a", post="day_officer", shift="day")
    night = a_stint(9, 24, "b", post="night_officer", shift="night", sort=3)
    driver = a_stint(9, 24, "c", post="driver", shift="night", sort=5)
    lead = a_stint(0, 24, "d", post="leader", shift="lead", leads=True)
    assert reliefs(day, (day, night, driver, lead)) == (night,)
    assert reliefs(a_stint(0, 24, "e", post="driver"), (YESTERDAY, TODAY)) == ()
    assert reliefs(lead, (lead, day, night)) == ()


def test_a_shift_that_ends_into_office_hours_needs_no_relief():
    night = a_stint(9, 25, "a", shift="night")
    noon = a_stint(28, 29, "b", shift="noon")
    assert is_relieved(night, (night, noon), [])
    assert not is_relieved(YESTERDAY, BOTH, [came(YESTERDAY)])


def test_the_log_belongs_to_whoever_sits_at_the_desk():
    assert present_shift(BOTH, [came(YESTERDAY)], at(10), RULES) == YESTERDAY.shift
    assert present_shift(BOTH, [came(TODAY)], at(10), RULES) == TODAY.shift
    assert present_shift(BOTH, [], at(10), RULES) == TODAY.shift
    assert present_shift((), [], at(10), RULES) == ""


def test_an_office_with_posts_of_its_own_keeps_the_log_at_the_first_below_the_leader():
    mine = a_stint(0, 24, "a", post="guard", sort=2)
    other = a_stint(0, 24, "b", post="driver", sort=3)
    lead = a_stint(0, 24, "c", post="leader", sort=1, leads=True)
    assert room_stints((mine, other, lead), RULES) == (mine,)


def test_the_next_change_is_a_start_an_end_or_a_place_that_becomes_vacant():
    assert next_change(BOTH, at(-1), RULES) == at(0)
    assert next_change(BOTH, at(0), RULES) == at(30)
    assert next_change(BOTH, at(30), RULES) == TODAY.ends
    assert next_change(BOTH, TODAY.ends, RULES) is None
