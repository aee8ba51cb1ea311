from dutydesk.domain.roster import Tally
from dutydesk.services import people
from tests.invented import BY
from tests.ui.seen import cell, paste, put, shown


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
