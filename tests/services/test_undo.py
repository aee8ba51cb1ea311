import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.accounts import Role
from dutydesk.domain.people import Exemption, ExemptionScope, Section
from dutydesk.errors import ForeignDeedError, NothingToRedoError, NothingToUndoError
from dutydesk.services.changes import FOUNDING, Topic, deed
from dutydesk.services.office import office, save_office
from dutydesk.services.people import (
    confirm_exemptions,
    remove_people,
    save_exemptions,
    save_people,
    save_sections,
    staff,
)
from dutydesk.services.undo import redo, redoable, undo, undoable
from dutydesk.storage.office import OFFICE
from dutydesk.storage.people import PEOPLE, SECTIONS
from dutydesk.storage.verify import verify
from tests.builders import a_person, a_section
from tests.invented import BY, journalled, office_store, staffed_store
from tests.services.test_rights import accounted_store, signed_in


@pytest.fixture
def store():
    return office_store()


def name(store, *names):
    """One deed that leaves the office with these sections."""
    with deed(store, BY, "name") as act:
        for each in store.all(SECTIONS):
            act.writing.remove(SECTIONS, each.id)
        for each in names:
            act.writing.put(SECTIONS, Section(each, each))


def names(store):
    return [each.name for each in store.all(SECTIONS)]


def test_undo_and_redo_go_back_and_forth_through_the_deeds(store):
    for each in ("一科", "二科", "三科"):
        name(store, each)
    seen = []
    for step in (undo, undo, undo, redo, redo, undo, redo, redo):
        assert step(store, by=BY).topics is Topic.PEOPLE
        seen.append(names(store))
    assert seen == [["二科"], ["一科"], [], ["一科"], ["二科"], ["一科"], ["二科"], ["三科"]]
    assert not verify(store.db).faults


def test_what_is_offered_is_named_for_the_deed_itself(store):
    save_sections(store, [a_section()], by=BY)
    assert (undoable(store).deed, redoable(store)) == ("save_sections", None)
    undo(store, by=BY)
    assert (undoable(store), redoable(store).deed) == (None, "save_sections")
    redo(store, by=BY)
    assert undoable(store).deed == "save_sections"


def test_a_new_deed_ends_redoing(store):
    name(store, "一科")
    undo(store, by=BY)
    name(store, "二科")
    assert redoable(store) is None
    with pytest.raises(NothingToRedoError):
        redo(store, by=BY)
    undo(store, by=BY)
    assert names(store) == []
    redo(store, by=BY)
    assert names(store) == ["二科"]


def test_a_deed_whose_rows_were_changed_since_is_not_taken_back(store):
    name(store, "一科")
    store.db.execute("drop trigger journal_no_update")
    store.db.execute("update section set sort = 5")
    before = journalled(store)
    assert undoable(store) is None
    with pytest.raises(NothingToUndoError):
        undo(store, by=BY)
    assert (journalled(store), names(store)) == (before, ["一科"])


def test_the_founding_is_never_taken_back(store):
    before = office(store)
    with pytest.raises(NothingToUndoError):
        undo(store, by=BY)
    assert office(store) == before
    name(store, "一科")
    undo(store, by=BY)
    with pytest.raises(NothingToUndoError):
        undo(store, by=BY)
    assert office(store) == before


def test_nothing_before_the_founding_is_taken_back_either(store):
    with deed(store, BY, FOUNDING) as act:
        act.writing.put(OFFICE, ("fax", "0571-1"))
    assert undoable(store) is None


def test_a_deed_that_removed_much_is_taken_back_whole():
    store = staffed_store(6)
    before = staff(store)
    remove_people(store, ["p1", "p2"], by=BY)
    assert undo(store, by=BY).rows == 2
    assert staff(store) == before


def test_rows_that_name_each_other_come_back_in_their_order(store):
    with deed(store, BY, "move in") as act:
        act.writing.put(SECTIONS, a_section(7))
        act.writing.put(PEOPLE, a_person(7))
    undo(store, by=BY)
    assert staff(store).people == ()
    redo(store, by=BY)
    assert [each.id for each in staff(store).people] == ["p7"]


def test_a_row_that_one_deed_changed_twice_goes_back_to_the_beginning(store):
    save_sections(store, [a_section(1, name="一科")], by=BY)
    with deed(store, BY, "twice") as act:
        act.writing.put(SECTIONS, a_section(1, name="二科"))
        act.writing.put(SECTIONS, a_section(1, name="三科"))
    undo(store, by=BY)
    assert names(store) == ["一科"]


def test_the_journal_names_who_undid_what(store):
    save_sections(store, [a_section()], by=BY)
    undone = undoable(store).deed_id
    undo(store, by=BY)
    deed_name, undoes, actor = store.db.execute(
        "select deed, undoes, actor from journal order by seq desc limit 1"
    ).fetchone()
    assert (deed_name, undoes, actor) == ("undo", undone, BY.actor)


def test_an_undone_person_can_be_entered_again(store):
    save_sections(store, [a_section(1)], by=BY)
    save_people(store, [a_person(1)], by=BY)
    undo(store, by=BY)
    save_people(store, [a_person(1)], by=BY)
    assert len(staff(store).people) == 1


def test_a_deed_that_changed_nothing_is_no_step(store):
    save_office(store, office(store), by=BY)
    assert undoable(store) is None


@settings(max_examples=40)
@given(st.lists(st.sampled_from(("undo", "redo", "a", "b", "c")), max_size=14))
def test_any_order_of_deeds_undos_and_redos_is_that_of_two_stacks(steps):
    store = office_store()
    past, present, future = [], [], []
    for step in steps:
        if step == "undo" and past:
            future.append(present)
            present = past.pop()
            undo(store, by=BY)
        elif step == "redo" and future:
            past.append(present)
            present = future.pop()
            redo(store, by=BY)
        elif step in "abc" and present != [step]:
            past.append(present)
            present, future = [step], []
            name(store, step)
        assert names(store) == present
        assert (undoable(store) is None, redoable(store) is None) == (not past, not future)
    assert not verify(store.db).faults
    store.close()


def test_where_people_sign_in_one_takes_back_and_repeats_only_what_one_did_oneself():
    """Else somebody approves their own matter by repeating an approval that was taken back."""
    store = accounted_store(p1={Role.PERSONNEL}, p4={Role.PERSONNEL})
    mine = signed_in("p4", actor="吴志强")
    asked = Exemption("e", "p4", ExemptionScope.NIGHT, "孕期", confirmed=False)
    save_exemptions(store, [asked], by=mine)
    confirm_exemptions(store, ["e"], approved_by="副主任", by=signed_in("p1"))
    for repeat in (undo, redo):
        before = journalled(store)
        with pytest.raises(ForeignDeedError) as told:
            repeat(store, by=mine)
        assert (told.value.deed, told.value.name) == ("confirm_exemptions", "王敏")
        assert journalled(store) == before
        if repeat is undo:
            undo(store, by=signed_in("p1"))
    redo(store, by=signed_in("p1"))
    assert staff(store).exemptions[0].confirmed
