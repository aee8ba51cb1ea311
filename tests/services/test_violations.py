import pytest

from dutydesk.domain.violations import State
from dutydesk.errors import (
    MissingFieldError,
    NotAllowedError,
    OwnMatterError,
)
from dutydesk.errors.discipline import (
    AccuserError,
    AppealOverError,
    DoubtfulTimeError,
    NotHeardError,
    OnlyTheAccusedError,
    PointsError,
    WrongStepError,
)
from dutydesk.services import violations
from dutydesk.services.changes import Topic
from dutydesk.services.charges import register
from dutydesk.services.clock_doubt import note_jump
from dutydesk.services.discipline import candidates
from dutydesk.services.rights import entered_for
from dutydesk.services.undo import undoable
from dutydesk.services.watch import sign_in
from dutydesk.storage.verify import verify
from tests.invented import journalled
from tests.services.cases import (
    ACCUSED,
    APPROVER,
    INSPECTOR,
    PERSONNEL,
    as_,
    brought,
    charge,
    confirmed,
    state_of,
    with_accounts,
)
from tests.services.nights import a_room, by, seat

DAY = 24.0


@pytest.fixture
def store():
    return a_room()


def found(store, violation):
    return next(each for each in violations.of_year(store, 2026) if each.id == violation)


def test_a_violation_goes_its_course_and_only_the_confirmation_takes_points(store):
    case = brought(store)
    assert found(store, case).person == "p1"
    assert found(store, case).title == "2026-001"
    assert found(store, case).due == 500
    for step, hours in ((violations.inform, 15), (violations.hear, 16), (violations.verify, 17)):
        step(store, case, "突发胃痛", by=by(hours))
        assert state_of(store, case)[1] == 0
    assert violations.confirm(store, case, by=by(18)).topics is Topic.DISCIPLINE
    assert state_of(store, case) == (State.CONFIRMED, 5)
    steps = violations.course(store, case)
    assert [each.state.value for each in steps] == ["reported", "informed", "heard", "verified", "confirmed"]
    assert [each.points for each in steps] == [0, 0, 0, 0, 500]
    assert steps[2].words == "突发胃痛"
    assert undoable(store) is None
    assert not verify(store.db).faults


def test_no_step_is_skipped_and_none_taken_twice(store):
    case = brought(store)
    before = journalled(store)
    for step in (violations.verify, violations.confirm):
        with pytest.raises(WrongStepError) as refused:
            step(store, case, by=by(15))
        assert refused.value.stage == "reported"
    with pytest.raises(WrongStepError):
        violations.decide(store, case, State.CANCELLED, "查无此事", by=by(15))
    assert journalled(store) == before


def test_the_accused_reads_and_answers_and_the_accuser_cannot_verify():
    store = with_accounts(a_room())
    case = brought(store, reporter=INSPECTOR)
    violations.inform(store, case, by=as_(INSPECTOR, 15))
    assert [each.id for each in violations.readable(store, ACCUSED)] == [case]
    assert violations.readable(store, "p2") == ()
    with pytest.raises(OnlyTheAccusedError):
        violations.hear(store, case, "他说没去", by=as_(INSPECTOR, 16))
    violations.hear(store, case, "突发胃痛", by=as_(ACCUSED, 16))
    with pytest.raises(NotAllowedError):
        violations.verify(store, case, by=as_(INSPECTOR, 17))
    violations.verify(store, case, by=as_(PERSONNEL, 17))
    with pytest.raises(NotAllowedError):
        violations.confirm(store, case, by=as_(PERSONNEL, 18))
    violations.confirm(store, case, by=as_(APPROVER, 18))
    assert state_of(store, case) == (State.CONFIRMED, 5)


def test_nobody_judges_what_they_brought_or_what_is_brought_against_them():
    store = with_accounts(a_room())
    own = brought(store, reporter=PERSONNEL)
    against = brought(store, charge(person=PERSONNEL, place=None), reporter=INSPECTOR)
    for case in (own, against):
        violations.inform(store, case, by=as_(INSPECTOR, 15))
        paper = entered_for(store, as_(INSPECTOR, 16), found(store, case).person, "2026-4")
        violations.hear(store, case, "书面说明", by=paper)
    with pytest.raises(AccuserError):
        violations.verify(store, own, by=as_(PERSONNEL, 17))
    with pytest.raises(OwnMatterError):
        violations.verify(store, against, by=as_(PERSONNEL, 17))
    with pytest.raises(OwnMatterError):
        violations.excuse(store, against, "我有理由", by=as_(PERSONNEL, 17))


def test_whoever_entered_the_accusation_of_another_does_not_verify_it():
    store = with_accounts(a_room())
    register(store, charge(), by=entered_for(store, as_(PERSONNEL, 14), INSPECTOR, "查〔2026〕3号"))
    (case,) = (each.id for each in violations.of_year(store, 2026))
    violations.inform(store, case, by=as_(INSPECTOR, 15))
    violations.hear(store, case, "突发胃痛", by=as_(ACCUSED, 16))
    with pytest.raises(AccuserError):
        violations.verify(store, case, by=as_(PERSONNEL, 17))


def test_who_says_nothing_holds_the_course_up_for_some_working_days_only(store):
    case = brought(store)
    violations.inform(store, case, by=by(15))  # Friday; the third working day is Wednesday
    with pytest.raises(NotHeardError) as refused:
        violations.verify(store, case, by=by(5 * DAY))
    assert refused.value.until == "2026-11-25"
    violations.verify(store, case, by=by(6 * DAY))
    assert state_of(store, case) == (State.VERIFIED, 0)


@pytest.mark.parametrize("end", [violations.excuse, violations.drop])
def test_excused_and_not_established_need_a_reason_and_take_nothing(store, end):
    case = brought(store)
    with pytest.raises(MissingFieldError):
        end(store, case, " ", by=by(15))
    end(store, case, "突发急病，已有医院证明", by=by(15))
    assert state_of(store, case)[1] == 0
    with pytest.raises(WrongStepError):
        violations.inform(store, case, by=by(16))


@pytest.mark.parametrize(
    ("outcome", "points", "left"),
    [(State.MAINTAINED, None, 5), (State.CHANGED, 250, 2.5), (State.CANCELLED, None, 0)],
)
def test_an_appeal_maintains_changes_or_gives_back_exactly_what_was_taken(store, outcome, points, left):
    case = confirmed(store)
    violations.appeal(store, case, "当时去接紧急传真", by=by(2 * DAY))
    assert state_of(store, case) == (State.APPEALED, 5)
    violations.decide(store, case, outcome, "经复核", points=points, by=by(3 * DAY))
    assert state_of(store, case) == (outcome, left)
    with pytest.raises(WrongStepError):
        violations.appeal(store, case, "再次申诉", by=by(4 * DAY))


def test_a_change_takes_no_more_than_the_rule(store):
    case = confirmed(store)
    violations.appeal(store, case, "过重", by=by(2 * DAY))
    for points in (None, -1, 501):
        with pytest.raises(PointsError):
            violations.decide(store, case, State.CHANGED, "变更", points=points, by=by(3 * DAY))


def test_the_window_for_an_appeal_closes_but_a_wrong_judgement_can_still_be_cancelled(store):
    case = confirmed(store)  # on Saturday at 2:00: five working days end on Friday the 27th
    with pytest.raises(AppealOverError) as refused:
        violations.appeal(store, case, "当时去接紧急传真", by=by(8 * DAY))
    assert refused.value.until == "2026-11-27"
    violations.cancel(store, case, "查明值班表有误", by=by(8 * DAY))
    assert state_of(store, case) == (State.CANCELLED, 0)


def test_an_appeal_is_ended_by_a_decision_only(store):
    case = confirmed(store)
    violations.appeal(store, case, "当时去接紧急传真", by=by(2 * DAY))
    with pytest.raises(WrongStepError):
        violations.cancel(store, case, "不必复核", by=by(3 * DAY))


def test_what_was_entered_under_a_doubted_clock_is_no_penalty_without_somebodys_word(store):
    note_jump(store, by(0.4).at, by(0.9).at, by=by(0.9))
    sign_in(store, seat(), "p1", by=by(0.9))
    late = candidates(store)[-1]
    told = charge(late.kind, hours=0.9, records=late.records, candidate=late.id)
    case = brought(store, told)
    assert found(store, case).doubtful
    violations.inform(store, case, by=by(15))
    violations.hear(store, case, "时钟不准", by=by(16))
    violations.verify(store, case, by=by(17))
    with pytest.raises(DoubtfulTimeError):
        violations.confirm(store, case, by=by(18))
    violations.confirm(store, case, clock_word="门禁记录为8:54", by=by(18))
    assert violations.course(store, case)[-1].words == "门禁记录为8:54"
