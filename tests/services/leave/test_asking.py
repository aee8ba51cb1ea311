from dataclasses import replace

import pytest

from dutydesk.domain.accounts import Role
from dutydesk.domain.leave import Half, LeaveState
from dutydesk.domain.leave.chain import Approver, Decision
from dutydesk.errors import (
    LateExtensionError,
    LeaveBegunError,
    LeaveStateError,
    MissingFieldError,
    NotAllowedError,
    OverlappingLeaveError,
    ReversedPeriodError,
)
from dutydesk.services.changes import Topic
from dutydesk.services.leave import approval, asking
from dutydesk.services.leave.book import steps_of
from dutydesk.services.undo import undo
from dutydesk.storage.leave import LEAVES
from tests.builders import day
from tests.domain.leave.office import a_request
from tests.invented import BY, journalled
from tests.services.leave.office import agree, approved, asked, leave_store, state
from tests.services.test_rights import accounted_store, signed_in

HEAD, DEPUTY, CHIEF, OUTSIDE = Approver


def test_a_request_that_is_handed_in_waits_for_those_that_its_days_ask_for():
    store = leave_store()
    leave = a_request(last="2026-11-25")
    assert asking.ask_leave(store, leave, by=BY).topics is Topic.LEAVE
    assert state(store, leave.id) is LeaveState.PENDING
    assert [each.approver for each in steps_of(store, leave.id)] == [HEAD, DEPUTY]


def test_what_is_refused_leaves_nothing_behind():
    store = leave_store()
    asked(store)
    before = journalled(store)
    with pytest.raises(OverlappingLeaveError):
        asking.ask_leave(store, a_request(id="again"), by=BY)
    assert journalled(store) == before


def test_a_draft_is_kept_with_little_and_handed_in_later():
    store = leave_store()
    draft = a_request(stand_in="", handed_over="")
    asking.draft_leave(store, draft, by=BY)
    assert state(store, draft.id) is LeaveState.DRAFT
    asking.draft_leave(store, replace(draft, reason="看病"), by=BY)
    with pytest.raises(MissingFieldError):
        asking.ask_leave(store, draft, by=BY)
    asking.ask_leave(store, a_request(), by=BY)
    assert state(store, draft.id) is LeaveState.PENDING
    with pytest.raises(LeaveStateError):
        asking.draft_leave(store, draft, by=BY)
    with pytest.raises(LeaveStateError):
        asking.ask_leave(store, draft, by=BY)


@pytest.mark.parametrize("field", ["person", "type"])
def test_a_draft_of_nobody_or_nothing_is_refused(field):
    with pytest.raises(MissingFieldError):
        asking.draft_leave(leave_store(), a_request(**{field: "", "id": "x"}), by=BY)


def test_what_was_sent_back_is_changed_and_goes_the_whole_way_again():
    store = leave_store()
    leave = asked(store, last="2026-11-25")
    agree(store, leave, "head")
    approval.decide_leave(store, leave, Decision.SENT_BACK, decider="second", by=BY)
    assert [each.decision for each in steps_of(store, leave)] == [Decision.AGREED, Decision.SENT_BACK]
    asking.ask_leave(store, a_request(last="2026-11-24"), by=BY)
    steps = steps_of(store, leave)
    assert [(each.number, each.approver, each.decision) for each in steps[2:]] == [
        (3, HEAD, None), (4, DEPUTY, None),
    ]  # fmt: skip


def test_an_extension_goes_on_from_the_end_and_is_approved_like_the_whole():
    store = leave_store()
    leave = approved(store, "ann", "2026-11-16", "2026-11-19")
    asking.extend_leave(
        store, leave, day("2026-11-20"), Half.MORNING, reason="未愈", today=day("2026-11-19"), by=BY
    )
    longer = next(each for each in store.all(LEAVES) if each.extends)
    assert (longer.period.first, longer.from_half) == (day("2026-11-20"), Half.MORNING)
    assert (longer.stand_in, longer.reason, longer.state) == ("cat", "未愈", LeaveState.PENDING)
    assert [each.approver for each in steps_of(store, longer.id)] == [HEAD, DEPUTY, CHIEF]


def test_an_extension_is_asked_for_before_the_end_of_an_approved_leave_only():
    store = leave_store()
    leave = approved(store, "ann", "2026-11-16", "2026-11-19")
    asks = {"to_half": Half.AFTERNOON, "reason": "未愈", "by": BY}
    with pytest.raises(LateExtensionError) as late:
        asking.extend_leave(store, leave, day("2026-11-25"), today=day("2026-11-20"), **asks)
    assert late.value.last == "2026-11-19"
    with pytest.raises(ReversedPeriodError):
        asking.extend_leave(store, leave, day("2026-11-18"), today=day("2026-11-18"), **asks)
    pending = asked(store, first="2026-12-01")
    with pytest.raises(LeaveStateError):
        asking.extend_leave(store, pending, day("2026-12-03"), today=day("2026-11-20"), **asks)


def test_leave_is_called_off_until_it_begins():
    store = leave_store()
    leave = asked(store)
    asking.cancel_leave(store, leave, today=day("2026-11-30"), by=BY)
    assert (state(store, leave), steps_of(store, leave)) == (LeaveState.CANCELLED, ())
    coming = approved(store, "bob", "2026-11-23")
    with pytest.raises(LeaveBegunError):
        asking.cancel_leave(store, coming, today=day("2026-11-23"), by=BY)
    asking.cancel_leave(store, coming, today=day("2026-11-22"), by=BY)
    with pytest.raises(LeaveStateError):
        asking.cancel_leave(store, coming, today=day("2026-11-22"), by=BY)


def test_a_request_is_taken_back_in_one_step():
    store = leave_store()
    leave = asked(store, last="2026-11-25")
    undo(store, by=BY)
    assert store.find(LEAVES, leave) is None
    assert steps_of(store, leave) == ()


def test_with_accounts_one_asks_for_oneself_and_personnel_for_everybody():
    store = accounted_store(p1={Role.VIEWER}, p2={Role.PERSONNEL})
    leave = a_request("p3", stand_in="p4")
    with pytest.raises(NotAllowedError):
        asking.draft_leave(store, leave, by=signed_in("p1"))
    asking.draft_leave(store, leave, by=signed_in("p2"))
    asking.draft_leave(store, a_request("p1", stand_in="p4"), by=signed_in("p1"))
    assert len(store.all(LEAVES)) == 2
