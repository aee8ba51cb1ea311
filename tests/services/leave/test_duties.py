from dataclasses import replace

import pytest

from dutydesk.domain.leave import LeaveState
from dutydesk.domain.leave.duties import Waiver
from dutydesk.services.changes import deed
from dutydesk.services.leave.duties import inside, settled, unsettled_duties, waived_duties
from dutydesk.services.settling import settle_all, settlement
from dutydesk.storage.leave import LEAVE_WAIVERS, LEAVES
from dutydesk.storage.roster import DUTIES
from tests.builders import a_duty, a_leave
from tests.invented import BY, NOW, staffed_store
from tests.services.leave.office import asked, leave_store, planned

LEAVE = a_leave("p1", "2026-11-24", "2026-11-26")


def test_the_duties_of_the_person_from_the_night_before_on_are_inside():
    store = staffed_store()
    mine = [a_duty("p1", on) for on in ("2026-11-22", "2026-11-23", "2026-11-25", "2026-11-27")]
    with deed(store, BY, "plan") as act:
        for each in (*mine, a_duty("p2", "2026-11-25", seat=1)):
            act.writing.put(DUTIES, each)
    assert inside(store, LEAVE) == (mine[1], mine[2])
    assert unsettled_duties(store, LEAVE) == (mine[1], mine[2])
    with deed(store, BY, "waive") as act:
        act.writing.put(LEAVES, LEAVE)
        act.writing.put(LEAVE_WAIVERS, Waiver("w", LEAVE.id, mine[1].place, "开完会再走", "p0"))
    assert unsettled_duties(store, LEAVE) == (mine[2],)
    assert waived_duties(store) == {(mine[1].place, "p1")}


def test_the_duties_that_others_took_over_for_the_leave_are_known():
    store = leave_store()
    planned(store, "ann", "2026-11-25")
    leave = asked(store, first="2026-11-24", last="2026-11-26")
    proposal = settlement(store, store.get(LEAVES, leave), NOW)
    settle_all(store, proposal, by=BY)
    (line,) = proposal.lines
    assert settled(store, leave) == ((line.place, line.after),)
    assert settled(store, "another") == ()


@pytest.mark.parametrize(
    ("state", "waived"),
    [(LeaveState.PENDING, True), (LeaveState.SENT_BACK, True), (LeaveState.CANCELLED, False)],
)
def test_a_waiver_ends_with_its_leave(state, waived):
    store = staffed_store()
    place = a_duty("p1", "2026-11-25").place
    with deed(store, BY, "waive") as act:
        act.writing.put(LEAVES, replace(LEAVE, state=state))
        act.writing.put(LEAVE_WAIVERS, Waiver("w", LEAVE.id, place, "开完会再走", "p0"))
    assert bool(waived_duties(store)) is waived
