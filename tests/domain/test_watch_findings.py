from datetime import timedelta

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.watch import Attendance, Standing, Stint, WatchRules
from dutydesk.domain.watch_findings import at_early_leave, at_sign_in
from tests.builders import MONDAY, NOW

PLACE = PlaceKey(MONDAY, "full_day", "officer", 0)
STINT = Stint(NOW, NOW + timedelta(hours=24), 0, PLACE, "down")


def came(minutes, **facts):
    return Attendance("a", PLACE, "came", NOW + timedelta(minutes=minutes), **facts)


def kinds(stint, there):
    return [(each.kind, each.person, each.minutes) for each in at_sign_in(stint, there, WatchRules())]


def test_who_comes_late_is_found_with_the_minutes_and_who_comes_in_time_is_not():
    assert kinds(STINT, came(25)) == [(ViolationKind.LATE, "came", 25)]
    assert kinds(STINT, came(0)) == []


def test_who_is_called_in_the_middle_of_a_shift_is_not_late():
    called = Stint(NOW, STINT.ends, 0, PLACE, "came", taken_over=NOW + timedelta(hours=15))
    assert kinds(called, came(16 * 60)) == []


def test_both_parties_answer_for_a_private_swap():
    found = kinds(STINT, came(0, standing=Standing.UNAUTHORISED))
    assert [each[:2] for each in found] == [
        (ViolationKind.UNAUTHORISED_SWAP, "came"),
        (ViolationKind.UNAUTHORISED_SWAP, "down"),
    ]


def test_leaving_early_tells_how_much_is_left():
    found = at_early_leave(came(0), STINT, NOW + timedelta(hours=23))
    assert (found.kind, found.minutes) == (ViolationKind.EARLY_LEAVE, 60)
