import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.leave import LeaveState
from dutydesk.storage.leave import LEAVES
from tests.services.leave.office import approved, planned, state


@pytest.fixture
def typed(page):
    """Open a request and type into its fields."""

    def fill(**fields):
        page.reload()
        dialog = page.ask()
        form = dialog.form
        form.kind.setCurrentIndex(form.kind.findData("personal"))
        plain = {"person": "ann", "begins": "2026-11-23", "ends": "2026-11-23", "reason": "家中有事",
                 "stand_in": "cat", "handed_over": "收文登记"}  # fmt: skip
        for name, text in (plain | fields).items():
            field = getattr(form, name)
            if name in {"person", "stand_in", "acting"}:
                field.set_key(text)
            elif name in {"begins", "ends"}:
                field.day.setText(text)
            elif name == "kind":
                field.setCurrentIndex(field.findData(text))
            else:
                field.setText(text)
        return dialog

    return fill


def test_while_it_is_typed_the_days_the_account_and_the_way_are_said(typed):
    dialog = typed(kind="annual", ends="2026-11-30")
    assert "Counted: 6 days" in dialog.said()
    assert "10 due, 0 carried over, 0 used or asked for, 10 left" in dialog.said()
    assert "Approval: section head → deputy in charge → chief" in dialog.said()
    assert "No duty inside the leave" in dialog.said()
    assert dialog.can_hand_in()


def test_the_duties_inside_are_listed_while_it_is_typed(typed, store):
    planned(store, "ann", "2026-11-22", "2026-11-25", "2026-11-30")
    dialog = typed(ends="2026-11-26")
    assert [each[:10] for each in dialog.inside()] == ["22 Nov Sun", "25 Nov Wed"]
    dialog.form.ends.day.setText("2026-11-24")
    assert len(dialog.inside()) == 1
    assert dialog.can_hand_in()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ends": "2026-11-31"}, "“2026-11-31” is no day"),
        ({"ends": "2026-11-20"}, "Exchange the two days"),
        ({"ends": "2027-12-31"}, "404 days are more than the 400"),
        ({"begins": "2026-11-21", "ends": "2026-11-22"}, "no working day"),
        ({"stand_in": "ann"}, "陈安 cannot stand for 陈安"),
        ({"stand_in": "bob"}, "褚博 is away from 2026-11-20 to 2026-11-24"),
        ({"person": "bob", "stand_in": "head"}, "褚博 has leave from 2026-11-20"),
        ({"kind": "comp_rest"}, "1 days of comp_rest are asked for and 0 are left"),
        ({"reason": " "}, "Still to be filled in: reason"),
        ({"ends": ""}, "Still to be filled in: date"),
    ],
)
def test_what_stands_against_it_is_said_in_place_and_it_cannot_be_handed_in(typed, store, fields, words):
    approved(store, "bob", "2026-11-20", "2026-11-24", stand_in="head")
    dialog = typed(**fields)
    assert words in dialog.said()
    assert not dialog.can_hand_in()


def test_a_day_that_ends_before_it_begins_is_refused_in_place(typed):
    dialog = typed()
    for moment, half in ((dialog.form.begins, "afternoon"), (dialog.form.ends, "morning")):
        moment.half.setCurrentIndex(moment.half.findData(half))
    assert "Exchange the two halves" in dialog.said()


def test_a_leader_out_of_town_names_who_acts_and_is_told_of_the_short_notice(typed):
    dialog = typed(person="first", begins="2026-11-20", ends="2026-11-20", stand_in="second")
    dialog.form.leaves_city.setChecked(True)
    assert "place" not in dialog.said()
    assert "Still to be filled in: destination, telephone meanwhile, in charge meanwhile" in dialog.said()
    assert "should be reported earlier" in dialog.said()


def test_a_request_is_handed_in_and_stands_in_the_list(typed, page, store):
    dialog = typed()
    dialog.hand_in()
    assert [each.state for each in store.all(LEAVES)] == [LeaveState.PENDING]
    assert page.tabs.tabText(1) == "To be decided (1)"


def test_a_draft_is_kept_changed_and_handed_in(typed, page, store):
    typed(stand_in="").keep_draft()
    (draft,) = store.all(LEAVES)
    assert draft.state is LeaveState.DRAFT
    page.go_to(draft.id)
    page.requests.opened.emit(draft)
    dialog = page.findChildren(type(page.ask()))[-2]
    dialog.form.stand_in.set_key("cat")
    dialog.hand_in()
    assert state(store, draft.id) is LeaveState.PENDING


def test_what_was_refused_after_all_is_said_in_the_dialog(typed, store):
    dialog = typed()
    approved(store, "cat", "2026-11-23", stand_in="bob")
    dialog.hand_in()
    assert "卫才 is away" in dialog.said()
    assert len(store.all(LEAVES)) == 1


def test_enter_in_a_field_moves_no_duty(typed, qtbot, store):
    planned(store, "ann", "2026-11-25")
    dialog = typed(ends="2026-11-26", handed_over="")
    qtbot.keyClick(dialog.form.reason, Qt.Key.Key_Return)
    assert len(dialog.inside()) == 1
    dialog.settling.go.click()
    assert dialog.inside() == []
    assert "No duty inside" in dialog.said()
