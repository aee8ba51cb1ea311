from dataclasses import replace

import pytest

from dutydesk.domain.leave import Counted, LeaveType
from dutydesk.domain.leave.balance import Credit
from dutydesk.domain.leave.chain import USUAL, ApprovalRule, Approver, Level
from dutydesk.errors import MissingFieldError, StillUsedError
from dutydesk.services.leave import setup
from dutydesk.services.leave.book import leave_book
from dutydesk.services.people import remove_people, staff
from tests.builders import day
from tests.invented import BY
from tests.services.leave.office import approved, leave_store

CREDIT = Credit("c", "ann", Counted.REST, 2026, 3, "国庆值班")


def test_a_kind_of_leave_is_added_changed_and_removed_while_nobody_took_it():
    store = leave_store()
    kind = LeaveType("study", "学习假", longest=3)
    setup.save_leave_types(store, [kind], by=BY)
    setup.save_leave_types(store, [replace(kind, longest=5)], by=BY)
    assert leave_book(store, day("2026-11-23")).kind("study").longest == 5
    setup.remove_leave_types(store, ["study"], by=BY)
    approved(store, "ann", "2026-11-23")
    with pytest.raises(StillUsedError):
        setup.remove_leave_types(store, ["personal"], by=BY)
    with pytest.raises(MissingFieldError):
        setup.save_leave_types(store, [replace(kind, name=" ")], by=BY)


def test_the_usual_table_of_approval_becomes_the_offices_own_with_the_first_change():
    store = leave_store()
    assert setup.approval_rules(store) == USUAL
    rule = ApprovalRule("own", Level.STAFF, 0, None, (Approver.CHIEF,), kind="official")
    setup.save_approval_rules(store, [rule], by=BY)
    assert set(setup.approval_rules(store)) == {*USUAL, rule}
    setup.remove_approval_rules(store, ["own", "chief"], by=BY)
    assert {each.id for each in setup.approval_rules(store)} == {each.id for each in USUAL} - {"chief"}
    with pytest.raises(MissingFieldError):
        setup.save_approval_rules(store, [replace(rule, steps=())], by=BY)


def test_one_line_of_the_usual_table_is_changed_in_its_place():
    store = leave_store()
    changed = replace(USUAL[0], steps=(Approver.DEPUTY,))
    setup.save_approval_rules(store, [changed], by=BY)
    assert set(setup.approval_rules(store)) == {changed, *USUAL[1:]}


def test_what_was_earned_is_entered_and_taken_out():
    store = leave_store()
    setup.save_leave_credits(store, [CREDIT], by=BY)
    assert setup.leave_credits(store) == (CREDIT,)
    assert leave_book(store, day("2026-11-23")).account("ann", Counted.REST, day("2026-11-23")).left == 3
    with pytest.raises(MissingFieldError):
        setup.save_leave_credits(store, [replace(CREDIT, person="")], by=BY)
    setup.remove_leave_credits(store, ["c"], by=BY)
    assert setup.leave_credits(store) == ()


def test_whoever_was_entered_by_mistake_goes_with_their_account_and_leads_no_section():
    store = leave_store()
    setup.save_leave_credits(store, [replace(CREDIT, person="second")], by=BY)
    remove_people(store, ["second"], by=BY)
    assert setup.leave_credits(store) == ()
    assert staff(store).section_named("综合科").leader == ""


def test_whoever_is_in_charge_during_a_leave_is_not_removed():
    store = leave_store()
    approved(store, "first", "2026-11-23", stand_in="cat", acting="house")
    with pytest.raises(StillUsedError):
        remove_people(store, ["house"], by=BY)


def test_an_older_file_takes_the_usual_rules_over_in_one_deed():
    store = leave_store()
    setup.save_leave_types(store, [LeaveType("sick", "病假"), LeaveType("annual", "年假", longest=3)], by=BY)
    setup.take_usual_rules(store, by=BY)
    book = leave_book(store, day("2026-11-23"))
    assert (book.kind("sick").certificate_days, book.kind("sick").name) == (2, "病假")
    assert book.kind("annual").account is Counted.NOTHING
    assert setup.take_usual_rules(store, by=BY).rows == 0
