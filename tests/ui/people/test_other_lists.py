from datetime import date

from dutydesk.domain.roster import Tally
from dutydesk.services import people
from tests.invented import BY
from tests.ui.seen import cell, choose, paste, put, shown, trigger


def test_a_pair_is_made_of_two_names(page, session):
    page.tabs.setCurrentWidget(page.pairs)
    view = page.pairs.list.table.view
    trigger(page.pairs, "Add a pair")
    put(view, 0, "A", "钱堃")
    put(view, 0, "B", "孙镕")
    (pair,) = session.read(people.staff).pairs
    assert (pair.a, pair.b, pair.period.first) == ("p1", "p2", date(2026, 11, 20))
    assert shown(view, "Section of A", "Section of B", "To") == [["秘书科", "综合科", ""]]


def test_nobody_is_paired_with_themselves(page, session):
    page.tabs.setCurrentWidget(page.pairs)
    view = page.pairs.list.table.view
    trigger(page.pairs, "Add a pair")
    put(view, 0, "A", "钱堃")
    put(view, 0, "B", "钱堃")
    assert "钱堃" in page.pairs.list.notice()
    assert session.read(people.staff).pairs == ()


def test_sections_are_named_moved_and_counted(page, session):
    page.tabs.setCurrentWidget(page.sections)
    view = page.sections.list.table.view
    assert shown(view, "Section", "People")[0] == ["办公室领导", "2"]
    put(view, "秘书科", "Section", "秘书一科")
    choose(view, "综合科")
    trigger(page.sections, "Move up")
    assert [row[0] for row in shown(view, "Section")][1:3] == ["综合科", "秘书一科"]


def test_a_section_with_people_is_not_removed(page, session):
    page.tabs.setCurrentWidget(page.sections)
    view = page.sections.list.table.view
    choose(view, "秘书科")
    trigger(page.sections, "Remove")
    assert "秘书科" in [row[0] for row in shown(view, "Section")]
    assert len(session.told) == 1


def test_two_sections_cannot_have_one_name(page, session):
    view = page.sections.list.table.view
    put(view, "秘书科", "Section", "综合科")
    assert "综合科" in page.sections.list.notice()
    assert session.read(people.staff).sections[1].name == "秘书科"


def test_tallies_are_pasted_as_a_block(page, session):
    view = page.tallies.list.table.view
    assert shown(view, "Name", "Post")[1:3] == [["钱堃", "值班员"], ["钱堃", "中层干部"]]
    paste(view, 1, "working day", "7\t2\t1\r\n3\t\t0\r\n")
    kept = {(each.post, each.rotation): each.count for each in session.read(people.staff).tallies}
    assert kept == {
        ("officer", "workday"): 7, ("officer", "restday"): 2, ("officer", "holiday"): 1,
        ("mid_level", "workday"): 3, ("mid_level", "holiday"): 0,
    }  # fmt: skip


def test_a_count_that_is_emptied_is_forgotten_and_a_word_refused(page, session):
    session.perform(people.save_tallies, [Tally("t", "p1", "officer", "workday", 5)], by=BY)
    view = page.tallies.list.table.view
    put(view, 1, "working day", "many")
    assert cell(view, 1, "working day").data() == "many"
    assert session.read(people.staff).tallies[0].count == 5
    put(view, 1, "working day", "")
    assert session.read(people.staff).tallies == ()
