from dutydesk.services.crew import crew, recent_shifts
from dutydesk.services.watch import sign_in
from tests.services.nights import MAIN, a_room, arrive, by, seat

FRIDAY = "2026-11-20/full_day"


def test_who_came_is_told_and_else_who_is_down():
    store = a_room()
    sign_in(store, seat(), "p8", cover_by="赵主任", by=by(0))
    people = crew(store, FRIDAY)
    assert [post for post, _ in people.members] == ["带班领导", "主班", "副班", "司机"]
    assert (people.leaders, people.members[1][1]) == ("赵明远", "冯志强")
    assert (people.name, f"{people.starts:%H:%M}") == ("24小时班", "08:00")


def test_a_shift_that_the_roster_does_not_have_has_nobody():
    assert crew(a_room(), "2026-11-20/noon") is None


def test_the_shifts_at_which_somebody_sat_are_told_the_newest_first():
    store = a_room()
    arrive(store, 0, MAIN)
    arrive(store, 1, MAIN)
    assert recent_shifts(store, 5) == ("2026-11-21/full_day", FRIDAY)
