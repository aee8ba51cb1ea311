import pytest
from PySide6.QtCore import Qt

from dutydesk.services import people, undo
from tests.ui.seen import cell, choose, editing, paste, press, put, shown, trigger


@pytest.fixture
def view(page):
    return page.people.list.table.view


def person(session, name):
    return session.read(people.staff).find(name)


def names(view):
    return [row[0] for row in shown(view, "Name")]


def test_everybody_stands_there_in_the_order_of_the_address_list(view, qtmodeltester):
    assert len(names(view)) == 12
    assert shown(view, "No.", "Name", "Section", "May stand")[1] == [
        "2",
        "钱堃",
        "秘书科",
        "值班员、中层干部",
    ]
    qtmodeltester.check(view.model())


@pytest.mark.parametrize("typed", ["钱堃", "qk", "qianku", "13800000001", "60001"])
def test_people_are_found_by_name_pinyin_and_phone(page, view, typed):
    page.people.list.table.filter.setText(typed)
    assert names(view) == ["钱堃"]


def test_a_typed_cell_is_kept_and_taken_back(session, view):
    put(view, "钱堃", "Title", "一级科员")
    assert person(session, "钱堃").title == "一级科员"
    session.perform(undo.undo, by=session.author())
    assert cell(view, "钱堃", "Title").data() == "科长"


def test_a_pasted_block_is_one_deed(session, view):
    paste(view, 1, "Title", "主任科员\t司机\r\n副科长\t带班领导、值班员\r\n")
    assert shown(view, "Title", "May stand")[1:3] == [["主任科员", "司机"], ["副科长", "带班领导、值班员"]]
    session.perform(undo.undo, by=session.author())
    assert shown(view, "Title", "May stand")[1:3] == [["科长", "值班员、中层干部"]] * 2


def test_a_refused_word_stays_in_its_cell_with_the_reason(session, page, view):
    put(view, "钱堃", "May stand", "值班员、厨师")
    assert cell(view, "钱堃", "May stand").data() == "值班员、厨师"
    assert "厨师" in page.people.list.notice()
    assert "厨师" in cell(view, "钱堃", "May stand").data(Qt.ItemDataRole.ToolTipRole)
    assert person(session, "钱堃").posts == {"officer", "mid_level"}
    put(view, "钱堃", "May stand", "值班员")
    assert person(session, "钱堃").posts == {"officer"}
    assert page.people.list.notice() == ""


def test_esc_puts_the_kept_text_back(page, view):
    put(view, "钱堃", "Phone", "12")
    press(view, "Esc")
    assert cell(view, "钱堃", "Phone").data() == "13800000001"
    assert page.people.list.notice() == ""


def test_one_refused_cell_keeps_the_whole_block_waiting(session, page, view):
    paste(view, 1, "Joined", "2020-11-31\r\n2021年8月\r\n")
    assert person(session, "孙镕").joined.year != 2021
    assert "2020-11-31" in page.people.list.notice()
    put(view, 1, "Joined", "2020-11-30")
    assert [row[0] for row in shown(view, "Joined")[1:3]] == ["2020-11-30", "2021-08-01"]
    assert person(session, "孙镕").joined.year == 2021


def test_rows_that_were_typed_apart_do_not_wait_for_each_other(session, view):
    put(view, 1, "Phone", "abc")
    put(view, 2, "Title", "副科长")
    assert person(session, "孙镕").title == "副科长"


def test_a_section_that_does_not_exist_is_refused(session, page, view):
    put(view, 1, "Section", "保密科")
    assert "保密科" in page.people.list.notice()
    assert person(session, "钱堃").section == "s2"


def test_somebody_cannot_leave_before_joining(session, page, view):
    put(view, 1, "Last day", "1999-01-01")
    assert page.people.list.notice()
    assert person(session, "钱堃").left is None


def test_a_new_person_waits_until_name_and_section_are_filled(session, page, view):
    trigger(page.people, "Add a person")
    assert editing(view)
    put(view, 12, "Name", "欧阳 静")
    assert "Section" in page.people.list.notice()
    put(view, 12, "Section", "综合科")
    assert person(session, "欧阳静").initials == "oyj"
    assert page.people.list.notice() == ""


def test_a_new_row_is_dropped_with_esc(page, view):
    trigger(page.people, "Add a person")
    put(view, 12, "Title", "科员")
    view.setCurrentIndex(view.model().index(12, 1))
    press(view, "Esc")
    assert len(names(view)) == 12


def test_people_are_moved_within_the_address_list(session, page, view):
    choose(view, "孙镕", "李雅琴")
    trigger(page.people, "Move up")
    assert names(view)[:4] == ["赵明远", "孙镕", "李雅琴", "钱堃"]
    choose(view, "赵明远")
    trigger(page.people, "Move up")
    assert names(view)[0] == "赵明远"


def test_somebody_entered_by_mistake_is_removed(session, page, view):
    choose(view, "钱堃", "孙镕")
    trigger(page.people, "Remove")
    assert "钱堃" not in names(view)
    assert len(names(view)) == 10
    assert session.told == []
