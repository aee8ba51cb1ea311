from datetime import timedelta

import pytest

from dutydesk.domain.followups import FollowUp
from dutydesk.domain.incidents import Grade, Incident
from dutydesk.domain.watch import PostState
from dutydesk.services import followups, incidents
from dutydesk.services.changes import deed
from dutydesk.services.today import last_backup, today
from dutydesk.services.watch import sign_in
from dutydesk.storage.leave import LEAVE_TYPES, LEAVES
from tests.builders import LEAVE_TYPES as TYPES
from tests.builders import a_leave, day
from tests.services.nights import DEPUTY, DRIVER, EIGHT, LEADER, MAIN, a_room, arrive, by, seat


@pytest.fixture
def store():
    opened = a_room()
    arrive(opened, 0)
    return opened


def at(store, hours):
    return today(store, by(hours).at)


def test_who_is_on_duty_is_told_with_post_name_and_phone_and_who_comes_next(store):
    now = at(store, 3)
    assert [(each.title, each.person.id, each.person.phone) for each in now.on_duty] == [
        ("带班领导", "p0", "13800000000"), ("主班", "p1", "13800000001"), ("副班", "p2", "13800000002"),
        ("司机", "p6", "13800000006"),
    ]  # fmt: skip
    assert {each.watched.state for each in now.on_duty} == {PostState.ON_POST}
    assert [each.person.id for each in now.following] == ["p7", "p3", "p4", "p6"]
    assert {each.stint.starts for each in now.following} == {EIGHT + timedelta(days=1)}
    assert (now.shift, now.without_relief) == ("2026-11-20/full_day", 0)


def test_around_the_change_of_shifts_it_is_right_to_the_second(store):
    before, after = at(store, 24 - 1 / 3600), at(store, 24)
    assert {each.watched.state for each in before.on_duty} == {PostState.ON_POST}
    assert before.next_change == after.now
    states = [each.watched.state for each in after.on_duty]
    assert states == [PostState.UNRELIEVED] * 4 + [PostState.AWAITED] * 4
    assert at(store, 24.5).without_relief == 30
    arrive(store, 1, LEADER, MAIN, DEPUTY, DRIVER)
    assert at(store, 24.1).without_relief == 0


def test_midnight_is_a_change_of_its_own(store):
    assert at(store, 15).next_change == by(16).at
    assert at(store, 16).next_change == by(24).at


def test_clocks_and_follow_ups_stand_there_until_they_are_done(store):
    slide = Incident(id="i", name="塌方", learned_at=by(5).at, received_at=by(5).at, grade=Grade.MAJOR)
    incidents.open_incident(store, slide, by=by(5))
    matter = FollowUp(id="f", content="修路", registered_at=by(5).at, due=by(5.1).at, unit="城管局")
    followups.register(store, matter, by=by(5))
    now = at(store, 5)
    assert [clock.due for _, clock in now.clocks] == [by(5.5).at, by(6).at]
    assert [each.id for each in now.follow_ups] == ["f"]
    assert now.next_change == by(5.1).at
    assert at(store, 5.1).next_change == by(5.25).at


def test_who_is_away_is_told_until_the_hour_the_leave_ends(store):
    with deed(store, by(), "import_leave") as act:
        for kind in TYPES:
            act.writing.put(LEAVE_TYPES, kind)
        act.writing.put(LEAVES, a_leave("p9", "2026-11-19", "2026-11-20"))
    (away,) = at(store, 15.9).away
    assert (away.person.id, away.until) == ("p9", day("2026-11-20"))
    assert at(store, 16).away == ()


def test_whoever_should_have_reported_back_is_told_until_they_did(store):
    with deed(store, by(), "import_leave") as act:
        for kind in TYPES:
            act.writing.put(LEAVE_TYPES, kind)
        act.writing.put(LEAVES, a_leave("p9", "2026-11-12", "2026-11-17"))
    (late,) = at(store, 15).overdue
    assert (late.person.id, late.until) == ("p9", day("2026-11-18"))


def test_the_gaps_ahead_are_counted_by_day(store):
    gaps = dict(at(store, 1).gaps)
    assert len(gaps) == 11
    assert day("2026-11-22") not in gaps
    assert gaps[day("2026-11-23")] == 4


def test_a_rehearsal_has_no_backup(store):
    assert last_backup(store) is None


def test_the_relief_may_sign_in_some_time_before_the_shift_begins(store):
    assert at(store, 21.9).may_come == ()
    assert [each.person.id for each in at(store, 22).may_come] == ["p7", "p3", "p4", "p6"]
    sign_in(store, seat(1, *MAIN), "p3", by=by(23.8))
    assert [each.person.id for each in at(store, 23.8).may_come] == ["p7", "p4", "p6"]
