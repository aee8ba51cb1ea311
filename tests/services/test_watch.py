from datetime import timedelta

import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.watch import PostState, Standing
from dutydesk.errors import (
    AlreadySignedInError,
    EarlyLeaveError,
    NoSuchPlaceError,
    NotOnRosterError,
    NotRelievedError,
    NotSignedInError,
    ShiftOverError,
    TooEarlyError,
)
from dutydesk.services import watch
from dutydesk.services.changes import Topic
from dutydesk.services.discipline import candidates
from dutydesk.services.roster import grid
from dutydesk.services.takeover import take_over
from dutydesk.services.undo import undo, undoable
from dutydesk.storage.verify import verify
from dutydesk.storage.watch import ATTENDANCES
from tests.builders import days
from tests.invented import journalled
from tests.services.nights import DEPUTY, EIGHT, MAIN, a_room, arrive, by, seat


@pytest.fixture
def store():
    return a_room()


def room(store, hours):
    return watch.room(store, by(hours).at)


def there(store, hours, place):
    return next(each for each in room(store, hours).watched if each.stint.place == place)


def noted(store):
    return [(each.kind, each.person, each.minutes) for each in candidates(store)]


def test_scenario_5_the_outgoing_officer_leaves_only_when_the_relief_has_come_25_minutes_late(store):
    arrive(store, 0)
    officer = there(store, 1, seat()).attendance
    with pytest.raises(NotRelievedError) as refused:
        watch.sign_out(store, officer.id, by=by(24 + 20 / 60))
    assert refused.value.minutes == 20
    assert there(store, 24.4, seat()).state is PostState.UNRELIEVED
    arrive(store, 1, MAIN, late=25 / 60)
    assert watch.sign_out(store, officer.id, by=by(24 + 25 / 60)).topics is Topic.WATCH
    assert (ViolationKind.LATE, "p3", 25) in noted(store)
    assert room(store, 24.5).shift == "2026-11-20/full_day"  # the deputy still sits there
    assert not verify(store.db).faults


def test_everybody_on_time_leaves_no_trace_but_the_attendance(store):
    assert arrive(store, 0) is None
    states = {each.state for each in room(store, 3).watched}
    assert states == {PostState.ON_POST}
    assert candidates(store) == ()


def test_nobody_signs_in_long_before_the_shift_or_after_it(store):
    with pytest.raises(TooEarlyError):
        watch.sign_in(store, seat(), "p1", by=by(-2.1))
    with pytest.raises(ShiftOverError):
        watch.sign_in(store, seat(), "p1", by=by(24))
    with pytest.raises(NoSuchPlaceError):
        watch.sign_in(store, seat(0, "guard"), "p1", by=by(0))


def test_the_same_person_does_not_sign_in_twice(store):
    arrive(store, 0, MAIN)
    before = journalled(store)
    with pytest.raises(AlreadySignedInError):
        watch.sign_in(store, seat(), "p1", by=by(0.5))
    assert journalled(store) == before


def test_somebody_else_needs_a_cover_which_goes_into_the_roster(store):
    with pytest.raises(NotOnRosterError) as refused:
        watch.sign_in(store, seat(), "p8", by=by(0))
    assert refused.value.rostered == "钱堃"
    watch.sign_in(store, seat(), "p8", cover_by="赵主任", by=by(0))
    duty = grid(store, days("2026-11-20")).duties[seat()]
    assert (duty.planned, duty.actual) == ("p1", "p8")
    assert there(store, 1, seat()).attendance.standing is Standing.COVER
    assert candidates(store) == ()


def test_an_unauthorised_swap_is_a_candidate_against_both(store):
    watch.sign_in(store, seat(), "p8", unauthorised=True, by=by(0))
    kind = ViolationKind.UNAUTHORISED_SWAP
    assert sorted(noted(store)) == [(kind, "p1", 0), (kind, "p8", 0)]
    assert grid(store, days("2026-11-20")).duties[seat()].actual == "p1"


def test_who_takes_over_in_the_middle_of_a_shift_signs_the_other_out(store):
    arrive(store, 0, MAIN)
    watch.sign_in(store, seat(), "p8", cover_by="赵主任", by=by(6))
    present = [each for each in room(store, 7).attendances if each.left_at is None]
    assert [each.person for each in present] == ["p8"]


def test_leaving_before_the_end_needs_a_reason_and_is_noted(store):
    arrive(store, 0, MAIN, DEPUTY)
    officer = there(store, 1, seat()).attendance
    with pytest.raises(EarlyLeaveError):
        watch.sign_out(store, officer.id, by=by(23))
    watch.sign_out(store, officer.id, by=by(23, reason="家中急事"))
    assert (ViolationKind.EARLY_LEAVE, "p1", 60) in noted(store)
    assert there(store, 23.75, seat()).state is PostState.VACANT
    with pytest.raises(NotSignedInError):
        watch.sign_out(store, officer.id, by=by(23.5))


def test_who_is_relieved_before_the_end_may_go_home(store):
    arrive(store, 0, MAIN)
    arrive(store, 1, MAIN, late=-0.2)
    watch.sign_out(store, there(store, 23.9, seat()).attendance.id, by=by(23.9))
    assert candidates(store) == ()


def test_the_same_person_going_on_is_the_own_relief(store):
    arrive(store, 0)
    arrive(store, 1)
    drivers = [each for each in room(store, 24.5).attendances if each.person == "p6"]
    assert [each.left_at for each in drivers] == [EIGHT + timedelta(hours=24), None]


def test_an_empty_place_becomes_a_candidate_once(store):
    arrive(store, 0, MAIN)
    watch.note_vacancies(store, by=by(0.4))
    assert candidates(store) == ()
    for hours in (0.5, 1, 2):
        watch.note_vacancies(store, by=by(hours))
    assert sorted(each.person for each in candidates(store)) == ["p0", "p2", "p6"]
    assert {(each.kind, each.minutes) for each in candidates(store)} == {(ViolationKind.VACANT_POST, 30)}


def test_the_next_change_is_the_next_full_hour_that_matters(store):
    assert room(store, -0.25).next_change == EIGHT
    assert room(store, 0).next_change == EIGHT + timedelta(minutes=30)


def test_signing_in_by_mistake_is_undone(store):
    arrive(store, 0, MAIN)
    undo(store, by=by(0.1))
    assert there(store, 0.1, seat()).state is PostState.AWAITED


def test_what_was_noted_of_somebody_is_never_undone(store):
    arrive(store, 0, MAIN, late=0.7)
    assert undoable(store) is None
    arrive(store, 0, DEPUTY)
    (_, deputy) = store.all(ATTENDANCES)
    watch.sign_out(store, deputy.id, by=by(2, reason="腹痛"))
    assert undoable(store) is None
    assert [each.kind for each in candidates(store)] == [ViolationKind.LATE, ViolationKind.EARLY_LEAVE]


def test_one_who_never_signed_out_can_do_so_days_later(store):
    arrive(store, 0, MAIN)
    (officer,) = room(store, 200).attendances
    watch.sign_out(store, officer.id, by=by(200))
    assert room(store, 200).attendances == ()


def test_whoever_takes_a_duty_over_at_night_owes_it_from_then_on_and_nobody_is_accused(store):
    arrive(store, 0, MAIN, DEPUTY)
    take_over(store, seat(0, *DEPUTY), "p9", "突发疾病", by=by(15.7))
    ill = there(store, 15.8, seat(0, *DEPUTY)).attendance
    watch.sign_out(store, ill.id, by=by(15.9))
    assert there(store, 15.9, seat(0, *DEPUTY)).state is PostState.AWAITED
    watch.sign_in(store, seat(0, *DEPUTY), "p9", by=by(15.95))
    assert there(store, 16, seat(0, *DEPUTY)).minutes == 0
    assert not noted(store)


def test_whoever_took_a_duty_over_and_does_not_come_is_noted_from_then_on(store):
    arrive(store, 0, MAIN)
    take_over(store, seat(0, *DEPUTY), "p9", "突发疾病", by=by(0.1))
    watch.note_vacancies(store, by=by(1.1))
    assert (ViolationKind.VACANT_POST, "p9", 60) in noted(store)
