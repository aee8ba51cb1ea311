from dataclasses import replace

import pytest

from dutydesk.domain.leave import LeaveState
from dutydesk.domain.leave.chain import Decision
from dutydesk.errors import (
    LeaveStateError,
    MissingFieldError,
    NotDutyLeaderError,
    NotEntitledError,
    OwnMatterError,
    StandInAwayError,
    UnsettledDutiesError,
)
from dutydesk.services import roster
from dutydesk.services.leave import approval
from dutydesk.services.leave.book import steps_of
from dutydesk.services.leave.duties import waivers
from dutydesk.services.rights import entered_for
from dutydesk.services.undo import undo
from dutydesk.storage.leave import LEAVES
from tests.builders import a_place, day
from tests.invented import BY, journalled
from tests.services.leave.office import agree, approved, asked, leave_store, planned, state

AGREED, REFUSED, SENT_BACK = Decision


def test_the_last_agreement_approves_and_its_person_is_named():
    store = leave_store()
    leave = asked(store, last="2026-11-25")
    agree(store, leave, "head")
    assert state(store, leave) is LeaveState.PENDING
    agree(store, leave, "second")
    assert (state(store, leave), store.get(LEAVES, leave).approved_by) == (LeaveState.APPROVED, "郑二")
    with pytest.raises(LeaveStateError):
        agree(store, leave, "chief")


@pytest.mark.parametrize(("decision", "expected"), [(REFUSED, "refused"), (SENT_BACK, "sent_back")])
def test_one_who_does_not_agree_ends_the_round(decision, expected):
    store = leave_store()
    leave = asked(store, last="2026-11-25")
    approval.decide_leave(store, leave, decision, decider="head", opinion="工作忙", by=BY)
    (step,) = steps_of(store, leave)
    assert (state(store, leave).value, step.opinion, step.signed) == (expected, "工作忙", "冯科")


def test_a_step_is_decided_by_those_it_is_for_or_above():
    store = leave_store()
    leave = asked(store)
    with pytest.raises(NotEntitledError) as refused:
        agree(store, leave, "cat")
    assert (refused.value.name, refused.value.others) == ("卫才", "冯科, 郑二, 周正")
    agree(store, leave, "chief")
    assert state(store, leave) is LeaveState.APPROVED


def test_nobody_decides_about_their_own_leave():
    store = leave_store()
    leave = asked(store, "head", stand_in="bob")
    with pytest.raises(OwnMatterError):
        agree(store, leave, "head")
    with pytest.raises(OwnMatterError):
        agree(store, leave, "second", by=replace(BY, person="head"))
    with pytest.raises(OwnMatterError):
        agree(store, leave, "", by=entered_for(store, BY, "head", "8"))


def test_what_was_decided_on_paper_names_both_and_the_paper():
    store = leave_store()
    leave = asked(store)
    by = entered_for(store, BY, "head", "请〔2026〕8号")
    approval.decide_leave(store, leave, AGREED, by=by)
    (step,) = steps_of(store, leave)
    assert (step.decided_by, step.signed, step.paper) == ("head", "冯科", "请〔2026〕8号")
    sql = "select distinct on_behalf_of from journal where deed = 'decide_leave'"
    assert list(store.ask(sql)) == [("冯科 (请〔2026〕8号)",)]


def test_whoever_signed_in_decides_for_themselves_only():
    store = leave_store()
    leave = asked(store)
    with pytest.raises(NotEntitledError):
        agree(store, leave, "head", by=replace(BY, person="cat"))
    agree(store, leave, "", by=replace(BY, person="head"))
    assert state(store, leave) is LeaveState.APPROVED


def test_the_chiefs_leave_is_approved_outside_and_entered_from_paper():
    store = leave_store()
    leave = asked(store, "chief", stand_in="second")
    with pytest.raises(MissingFieldError):
        agree(store, leave, "second")
    by = replace(BY, on_behalf_of="市长", paper="市〔2026〕3号")
    agree(store, leave, "", by=by)
    assert store.get(LEAVES, leave).approved_by == "市长"


def test_leave_with_duties_inside_is_not_approved_until_each_is_settled():
    """Acceptance 4 of domain.md §16.4: Thursday to Sunday, over a Saturday's duty."""
    store = leave_store()
    planned(store, "ann", "2026-11-18", "2026-11-21", "2026-11-24")
    leave = asked(store, first="2026-11-19", last="2026-11-22")
    agree(store, leave, "head")
    before = journalled(store)
    with pytest.raises(UnsettledDutiesError) as refused:
        agree(store, leave, "second")
    assert vars(refused.value) == {"name": "陈安", "count": 2, "days": "2026-11-18, 2026-11-21"}
    assert (journalled(store), state(store, leave)) == (before, LeaveState.PENDING)
    roster.assign(store, [(a_place("2026-11-21"), "bob")], by=BY)
    approval.waive_duties(
        store, leave, [a_place("2026-11-18")], reason="下班后再走", waived_by="first", by=BY
    )
    agree(store, leave, "second")
    assert state(store, leave) is LeaveState.APPROVED


def test_a_waived_duty_is_no_finding_and_stays_when_its_period_is_planned_again():
    store = leave_store()
    planned(store, "ann", "2026-11-21")
    leave = asked(store, first="2026-11-19", last="2026-11-22")
    approval.waive_duties(store, leave, [a_place("2026-11-21")], reason="回来值班", waived_by="first", by=BY)
    agree(store, leave, "head", "second")
    situation = roster.situation_of(store, roster.Period(day("2026-11-16"), day("2026-11-22")))
    ann = situation.people[situation.index["ann"]]
    assert situation.bars(ann, a_place("2026-11-21")) == ()
    assert situation.bars(ann, a_place("2026-11-20")) != ()


def test_what_has_changed_since_the_request_is_looked_at_again():
    store = leave_store()
    leave = asked(store)
    approved(store, "cat", "2026-11-23", stand_in="bob")
    with pytest.raises(StandInAwayError):
        agree(store, leave, "head")


@pytest.mark.parametrize(
    ("leader", "by", "error"),
    [
        ("cat", BY, NotDutyLeaderError),
        ("", BY, NotDutyLeaderError),
        ("ann", BY, OwnMatterError),
        ("first", replace(BY, person="cat"), NotDutyLeaderError),
    ],
)
def test_only_a_duty_leader_waives_and_never_their_own(leader, by, error):
    store = leave_store()
    planned(store, "ann", "2026-11-23")
    leave = asked(store)
    with pytest.raises(error):
        approval.waive_duties(store, leave, [a_place("2026-11-23")], reason="-", waived_by=leader, by=by)
    assert waivers(store, leave) == ()


def test_a_duty_is_waived_with_a_reason_and_once():
    store = leave_store()
    planned(store, "ann", "2026-11-23")
    leave = asked(store)
    places = [a_place("2026-11-23"), a_place("2026-11-29")]
    with pytest.raises(MissingFieldError):
        approval.waive_duties(store, leave, places, reason=" ", waived_by="first", by=BY)
    for _ in range(2):
        approval.waive_duties(store, leave, places, reason="短会", waived_by="first", by=BY)
    (waiver,) = waivers(store, leave)
    assert (waiver.place, waiver.reason, waiver.waived_by) == (places[0], "短会", "first")


def test_a_decision_is_taken_back_in_one_step():
    store = leave_store()
    leave = asked(store)
    agree(store, leave, "head")
    undo(store, by=BY)
    assert (state(store, leave), steps_of(store, leave)[0].decision) == (LeaveState.PENDING, None)


def test_everybody_sees_what_waits_for_them():
    store = leave_store()
    short, long = asked(store), asked(store, "bob", last="2026-11-25", stand_in="head")
    agree(store, long, "head")
    today = day("2026-11-20")
    assert [each.id for each in approval.waiting_for(store, "head", today)] == [short]
    assert {each.id for each in approval.waiting_for(store, "second", today)} == {short, long}
    assert approval.waiting_for(store, "cat", today) == ()
