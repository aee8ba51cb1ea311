"""The handover through the window: scenarios 5 and 11."""

import pytest

from dutydesk.domain.followups import FollowUp, Source
from dutydesk.errors import NoReliefError, UncheckedEquipmentError, UnseenItemsError
from dutydesk.services import followups, handover
from dutydesk.services.accounts import set_secret
from tests.builders import CHEAP
from tests.services import doors
from tests.services.nights import DEPUTY, MAIN, arrive, by
from ui.editing.facts_dialog import FactsDialog
from ui.sign_in.dialog import SignInDialog
from ui.today import handover_dialog
from ui.today.handover_dialog import HandoverDialog
from ui.today.orders_dialog import OrdersDialog

SHIFT = "2026-11-20/full_day"


@pytest.fixture
def printed(monkeypatch):
    """The sheets that were previewed."""
    sheets = []
    monkeypatch.setattr(handover_dialog, "preview", lambda sheet, _parent: sheets.append(sheet))
    return sheets


@pytest.fixture
def opened(page, store, at, printed):
    """The dialog at 8:30 with the relief there; `items` matters are open."""

    def open_it(items=0, *, relief=True):
        arrive(store, 0, MAIN, DEPUTY)
        for number in range(items):
            matter = FollowUp(
                id=f"f{number}", content=f"事项{number}", registered_at=by(1).at, due=by(90).at, unit="水利局"
            )
            followups.register(store, matter, by=by(1))
        if relief:
            arrive(store, 1, MAIN, late=25 / 60)
        at(24.5)
        page.handing.click()
        return page.findChild(HandoverDialog)

    return open_it


def check_all(dialog):
    for tick, _ in dialog.equipment.values():
        tick.setChecked(True)


def test_scenario_11_a_quiet_night_is_signed_by_both_and_printed(opened, store, printed):
    dialog = opened()
    assert dialog.state.text() == "Nothing unusual in this shift."
    assert [box.currentText() for box in (dialog.outgoing, dialog.incoming)] == ["钱堃", "李雅琴"]
    assert not dialog.take.isEnabled()
    dialog.notes["weather"].setText("晴")
    check_all(dialog)
    dialog.give.click()
    assert dialog.state.text().endswith("钱堃 signed at 08:30:00.")
    dialog.take.click()
    signed = handover.sheet(store, SHIFT)
    assert (signed.takeover.incoming, signed.note.weather, signed.quiet) == ("p3", "晴", True)
    assert any("Nothing unusual in this shift." in cell.text for line in printed[-1].rows for cell in line)


def test_scenario_5_each_open_matter_is_ticked_before_the_incoming_officer_can_sign(opened, store, session):
    dialog = opened(items=3)
    check_all(dialog)
    dialog.give.click()
    dialog.take.click()
    assert isinstance(session.told[-1], UnseenItemsError)
    assert not handover.is_sealed(store, SHIFT)
    for tick in dialog.items.values():
        tick.setChecked(True)
    dialog.take.click()
    assert handover.is_sealed(store, SHIFT)


def test_without_relief_or_with_something_unchecked_nobody_hands_over(opened, session):
    dialog = opened(relief=False)
    check_all(dialog)
    dialog.give.click()
    assert isinstance(session.told[-1], NoReliefError)
    dialog.close()


def test_what_is_not_in_order_needs_a_word(opened, session, store):
    dialog = opened()
    check_all(dialog)
    tick, line = dialog.equipment["keys"]
    tick.setChecked(False)
    dialog.give.click()
    assert isinstance(session.told[-1], UncheckedEquipmentError)
    line.setText("缺一把")
    dialog.give.click()
    assert handover.sheet(store, SHIFT).handover.equipment[5].note == "缺一把"


def test_what_comes_in_while_both_look_appears_below(opened, session):
    dialog = opened()
    matter = FollowUp(id="new", content="新情况", registered_at=by(24).at, due=by(90).at, unit="水利局")
    session.perform(followups.register, matter, by=by(24.4))
    assert [tick.text() for tick in dialog.items.values()] == ["[follow-up item] 新情况　11-24 02:00"]


def test_why_a_signature_is_refused_stands_in_the_dialog(opened):
    dialog = opened(relief=False)
    dialog.all_well.click()
    dialog.give.click()
    assert "李雅琴" in dialog.why.text()


def test_what_is_written_about_the_shift_is_kept_when_the_line_is_left(opened, store):
    dialog = opened()
    dialog.notes["summary"].setText("来电 12 起")
    dialog.notes["summary"].editingFinished.emit()
    dialog.reject()
    assert handover.note_of(store, SHIFT).summary == "来电 12 起"


def test_a_matter_for_the_next_shift_is_entered_with_one_key_and_must_be_seen_too(opened, store):
    dialog = opened()
    dialog.follow.click()
    asked = dialog.findChild(FactsDialog)
    asked.put(content="修复路灯", unit="城管局")
    asked.go.click()
    (item,) = followups.open_follow_ups(store)
    assert (item.source, item.origin) == (Source.HANDOVER, SHIFT)
    assert any("修复路灯" in box.text() for box in dialog.items.values())


def test_where_people_have_pins_each_signs_with_their_own(opened, store, session):
    dialog = opened()
    doors.opened(store)
    set_secret(store, "p3", doors.PIN, by=doors.BOSS, cost=CHEAP)
    dialog.all_well.click()
    for sign, person in ((dialog.give, "p1"), (dialog.take, "p3")):
        sign.click()
        asked = next(each for each in dialog.findChildren(SignInDialog) if each.isVisible())
        assert asked.name.key() == person
        asked.secret.setText(doors.PIN)
        asked.enter()
    assert handover.is_sealed(store, SHIFT)
    assert session.person == "p3"


def test_standing_orders_are_given_and_acknowledged_and_end(page, opened, store):
    page.more.show_orders()
    orders = page.window().findChild(OrdersDialog)
    orders.add.click()
    asked = orders.findChild(FactsDialog)
    asked.put(text="零时巡查一次", issued_by="赵明远")
    asked.go.click()
    assert orders.list.count() == 1
    dialog = opened()
    assert [box.text() for box in dialog.orders.values()] == ["Standing order: 零时巡查一次"]
    dialog.reject()
    orders.list.setCurrentRow(0)
    orders.end.click()
    assert orders.list.count() == 0


def test_a_leader_signs_what_was_handed_over(page, opened, store):
    page.more.offer()
    assert not page.more.word.isEnabled()
    dialog = opened()
    dialog.all_well.click()
    dialog.give.click()
    dialog.take.click()
    page.more.offer()
    page.more.word.trigger()
    asked = next(each for each in page.window().findChildren(FactsDialog) if each.isVisible())
    asked.put(leader="赵明远", opinion="已阅")
    asked.go.click()
    assert (handover.sheet(store, SHIFT).review.leader, handover.unreviewed(store)) == ("赵明远", ())
