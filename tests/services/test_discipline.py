import pytest

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.leave import Leave, LeaveState, LeaveType
from dutydesk.errors import (
    MissingFieldError,
    OwnMatterError,
)
from dutydesk.errors.discipline import (
    JudgedAlreadyError,
)
from dutydesk.services.changes import deed
from dutydesk.services.charges import register
from dutydesk.services.clock_doubt import note_jump
from dutydesk.services.discipline import (
    candidates,
    dismiss,
    dismissed,
    note_overdue_returns,
    waiting,
    waiting_for,
)
from dutydesk.services.roster import assign
from dutydesk.services.undo import undoable
from dutydesk.services.watch import note_vacancies, sign_in
from dutydesk.storage.leave import LEAVE_TYPES, LEAVES
from tests.builders import days
from tests.services.cases import ACCUSED, INSPECTOR, PERSONNEL, as_, charge, with_accounts
from tests.services.nights import DEPUTY, MAIN, a_room, arrive, by, seat


@pytest.fixture
def store():
    return a_room()


def test_what_was_noted_is_told_in_the_order_in_which_it_came_about(store):
    arrive(store, 0, MAIN, late=0.1)
    arrive(store, 1, MAIN, late=0.2)
    assert [(each.person, each.minutes) for each in candidates(store)] == [("p1", 6), ("p3", 12)]


def test_a_candidate_waits_until_somebody_makes_something_of_it(store):
    arrive(store, 0, MAIN, late=0.1)
    arrive(store, 1, MAIN, late=0.2)
    first, second = waiting(store)
    assert (first.accountable, second.doubt) == ("p1", None)
    dismiss(store, first.candidate.id, "路上封道，已报告", by=by(30))
    told = charge(second.candidate.kind, hours=24.2, place=seat(1), candidate=second.candidate.id)
    register(store, told, by=by(31))
    assert waiting(store) == ()
    assert [(each.person, why.reason) for each, why in dismissed(store)] == [("p1", "路上封道，已报告")]
    for candidate in (first.candidate.id, second.candidate.id):
        with pytest.raises(JudgedAlreadyError):
            dismiss(store, candidate, "再看", by=by(32))
    with pytest.raises(JudgedAlreadyError):
        register(store, told, by=by(32))
    assert undoable(store) is None


def test_who_stood_in_meanwhile_answers_for_what_was_noted_of_the_other(store):
    arrive(store, 0, DEPUTY)
    note_vacancies(store, by=by(0.6))
    sign_in(store, seat(), "p8", cover_by="赵主任", by=by(1))
    vacant = next(each for each in waiting(store) if each.candidate.place == seat())
    assert (vacant.candidate.person, vacant.accountable) == ("p1", "p8")


def test_a_dismissal_needs_a_reason_and_nobody_dismisses_their_own(store):
    assign(store, [(seat(), PERSONNEL)], by=by(-2))
    arrive(store, 0, DEPUTY)
    note_vacancies(store, by=by(0.6))
    own = next(each.candidate.id for each in waiting(store) if each.accountable == PERSONNEL)
    with pytest.raises(MissingFieldError):
        dismiss(store, own, " ", by=by(1))
    with pytest.raises(OwnMatterError):
        dismiss(with_accounts(store), own, "我在路上", by=as_(PERSONNEL, 1))


def test_a_candidate_says_whether_the_clock_was_in_doubt(store):
    note_jump(store, by(0.4).at, by(0.9).at, by=by(0.9))
    arrive(store, 0, MAIN, late=0.95)
    assert waiting(store)[0].doubt is not None


def test_who_does_not_report_back_from_leave_is_a_candidate_once(store):
    with deed(store, by(0), "begin") as act:
        act.writing.put(LEAVE_TYPES, LeaveType("annual", "年休假"))
        act.writing.put(LEAVES, Leave("l", "p5", "annual", days("2026-11-19"), state=LeaveState.APPROVED))
    note_overdue_returns(store, by=by(0))
    assert candidates(store) == ()  # some days of grace
    for days_later in (10, 11):
        note_overdue_returns(store, by=by(24 * days_later))
    (noted,) = candidates(store)
    assert (noted.kind, noted.person) == (ViolationKind.OVERDUE_RETURN, "p5")
    assert noted.records == (("leave", "l"),)


def test_whoever_may_not_bring_violations_knows_only_what_is_about_themselves():
    store = a_room()
    arrive(store, 0, MAIN, DEPUTY, late=0.5)
    assert len(waiting_for(store, by(1))) == 2
    with_accounts(store)
    assert len(waiting_for(store, as_(INSPECTOR, 1))) == 2
    assert [each.accountable for each in waiting_for(store, as_(ACCUSED, 1))] == ["p1"]
    assert waiting_for(store, by(1)) == ()
