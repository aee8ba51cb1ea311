from dataclasses import replace

import pytest

from dutydesk.domain.followups import FollowUp
from dutydesk.domain.handover import EquipmentCheck, HandoverRules, ShiftNote, StandingOrder
from dutydesk.domain.log import LogEntry, LogKind
from dutydesk.errors import (
    AlreadyHandedOverError,
    AlreadyReviewedError,
    MissingFieldError,
    NoReliefError,
    NotOfferedError,
    NotSignedInError,
    SamePersonTwiceError,
    UncheckedEquipmentError,
    UnseenItemsError,
)
from dutydesk.services import followups, handover, log, watch
from dutydesk.services.changes import Topic
from dutydesk.services.discipline import candidates
from dutydesk.services.open_items import open_items
from dutydesk.services.undo import undoable
from dutydesk.storage.verify import verify
from tests.builders import day
from tests.services.nights import DEPUTY, DRIVER, LEADER, MAIN, a_room, arrive, by, seat

SHIFT = "2026-11-20/full_day"
LIST = tuple(EquipmentCheck(each, in_order=True) for each in HandoverRules().equipment)


@pytest.fixture
def store():
    """Friday's officers at their desk, with three matters open."""
    opened = a_room()
    arrive(opened, 0, MAIN, DEPUTY)
    for name in "abc":
        item = FollowUp(id=name, content=f"事项{name}", registered_at=by(1).at, due=by(99).at, unit="水利局")
        followups.register(opened, item, by=by(1))
    return opened


def an_entry(kind=LogKind.CALL_IN, hours=2.0, name="e", **facts):
    at = by(hours).at
    return LogEntry(**{"id": name, "kind": kind, "at": at, "typed_at": at, "content": "来电", **facts})


def seen(store):
    return [each.key for each in open_items(store)]


def taken_over(store, hours=24.5, **facts):
    plain = {"seen": seen(store), "acknowledged": (), "by": by(hours)}
    return handover.take_over(store, SHIFT, "p3", **{**plain, **facts})


def test_scenario_5_three_open_items_pass_over_when_the_relief_has_come_and_not_before(store):
    with pytest.raises(NoReliefError):
        handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.2))
    arrive(store, 1, MAIN, late=25 / 60)
    handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.42))
    with pytest.raises(UnseenItemsError) as refused:
        taken_over(store, seen=seen(store)[:1])
    assert refused.value.count == 2
    assert taken_over(store).topics == Topic.HANDOVER | Topic.WATCH
    signed = handover.sheet(store, SHIFT)
    assert [each.number for each in signed.items] == [1, 2, 3]
    assert signed.takeover.into == "2026-11-21/full_day"
    assert [each.minutes for each in candidates(store)] == [25]
    assert watch.room(store, by(24.6).at).shift == "2026-11-21/full_day"
    assert not verify(store.db).faults


def test_with_the_shift_everybody_leaves_whose_relief_has_come_and_nobody_else(store):
    arrive(store, 0, LEADER, DRIVER)
    arrive(store, 1, MAIN, LEADER)
    handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.1))
    taken_over(store, by=by(24.2))
    there = {each.place for each in watch.room(store, by(24.3).at).attendances if each.left_at is None}
    assert there == {seat(0, *DRIVER), seat(1, *MAIN), seat(1, *LEADER)}


def test_scenario_11_a_quiet_night_says_so_with_both_signatures(store):
    log.record(store, an_entry(LogKind.PATROL), by=by(2))
    arrive(store, 1, MAIN)
    handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.1))
    taken_over(store, by=by(24.2))
    signed = handover.sheet(store, SHIFT)
    assert (signed.quiet, signed.handover.outgoing, signed.takeover.incoming) == (True, "p1", "p3")
    assert signed.handover.anchor
    assert signed.handover.anchor != signed.takeover.anchor


def test_a_shift_that_was_handed_over_is_sealed(store):
    arrive(store, 1, MAIN)
    handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.1))
    with pytest.raises(AlreadyHandedOverError):
        handover.save_note(store, ShiftNote(SHIFT, "雨"), by=by(24.1))
    taken_over(store)
    assert handover.is_sealed(store, SHIFT)
    for again in (lambda: taken_over(store), lambda: handover.hand_over(store, SHIFT, "p1", LIST, by=by(25))):
        with pytest.raises(AlreadyHandedOverError):
            again()
    log.record(store, an_entry(hours=24.7), by=by(24.8))
    assert log.entry(store, "e").shift == "2026-11-21/full_day"
    assert undoable(store) is None


def test_what_comes_in_between_the_signatures_is_seen_too(store):
    arrive(store, 1, MAIN)
    handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.1))
    before = seen(store)
    log.record(store, an_entry(hours=24.2, open=True), by=by(24.2))
    with pytest.raises(UnseenItemsError):
        taken_over(store, seen=before)
    taken_over(store)
    assert len(handover.sheet(store, SHIFT).items) == 4


def test_the_sheet_makes_itself(store):
    log.record(store, an_entry(), by=by(2))
    note = ShiftNote(SHIFT, "小雨", "暴雨蓝色预警", "平稳", "关注水库水位")
    handover.save_note(store, note, by=by(3))
    shown = handover.sheet(store, SHIFT)
    assert (shown.counts, shown.quiet, shown.note) == ((("call_in", 1),), False, note)
    assert shown.day == day("2026-11-20")
    assert {each.person for each in shown.attendances} == {"p1", "p2"}
    assert (len(shown.items), shown.handover, shown.takeover, shown.review) == (3, None, None, None)


def test_everything_on_the_list_is_checked(store):
    arrive(store, 1, MAIN)
    broken = (*LIST[1:], EquipmentCheck(LIST[0].name, in_order=False))
    with pytest.raises(UncheckedEquipmentError):
        handover.hand_over(store, SHIFT, "p1", broken, by=by(24.1))
    told = (*LIST[1:], replace(broken[-1], note="二号线有杂音"))
    handover.hand_over(store, SHIFT, "p1", told, by=by(24.1))
    assert handover.sheet(store, SHIFT).handover.equipment == told


def test_only_who_sits_there_hands_over_and_only_the_relief_takes_over(store):
    arrive(store, 1, MAIN)
    with pytest.raises(NotOfferedError):
        taken_over(store)
    with pytest.raises(NotSignedInError):
        handover.hand_over(store, SHIFT, "p8", LIST, by=by(24.1))
    handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.1))
    wanted = {"seen": seen(store), "acknowledged": (), "by": by(24.2)}
    with pytest.raises(NoReliefError):
        handover.take_over(store, SHIFT, "p8", **wanted)


def test_nobody_hands_over_to_themselves(store):
    watch.sign_in(store, seat(1), "p2", cover_by="赵主任", by=by(24))
    handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.1))
    again = {"seen": seen(store), "acknowledged": (), "by": by(24.2)}
    watch.sign_in(store, seat(1, "officer", 1), "p1", cover_by="赵主任", by=by(24.1))
    with pytest.raises((SamePersonTwiceError, NoReliefError)):
        handover.take_over(store, SHIFT, "p1", **again)


def test_standing_orders_are_acknowledged_at_each_takeover(store):
    order = StandingOrder("o", "每两小时报一次水位", "赵主任", day("2026-11-20"))
    handover.save_orders(store, [order], by=by(1))
    with pytest.raises(MissingFieldError):
        handover.save_orders(store, [replace(order, text=" ")], by=by(1))
    assert handover.orders_on(store, day("2026-11-19")) == ()
    arrive(store, 1, MAIN)
    handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.1))
    with pytest.raises(UnseenItemsError):
        taken_over(store)
    taken_over(store, acknowledged=["o"], objection="钥匙缺一把")
    signed = handover.sheet(store, SHIFT).takeover
    assert (signed.orders, signed.objection) == (("o",), "钥匙缺一把")


def test_a_leader_notes_a_handover_once(store):
    with pytest.raises(NotOfferedError):
        handover.review(store, SHIFT, "赵主任", "同意", by=by(24))
    arrive(store, 1, MAIN)
    handover.hand_over(store, SHIFT, "p1", LIST, by=by(24.1))
    taken_over(store)
    with pytest.raises(MissingFieldError):
        handover.review(store, SHIFT, " ", "", by=by(25))
    handover.review(store, SHIFT, "赵主任", "同意", by=by(25))
    assert handover.sheet(store, SHIFT).review.opinion == "同意"
    with pytest.raises(AlreadyReviewedError):
        handover.review(store, SHIFT, "李主任", "", by=by(26))


def test_who_may_sign_is_who_sits_there_and_who_has_come(store):
    before = handover.parties(store, by(23).at)
    assert (before.shift, before.outgoing, before.incoming) == (SHIFT, ("p1", "p2"), ())
    arrive(store, 1, MAIN)
    assert handover.parties(store, by(24).at).incoming == ("p3",)
