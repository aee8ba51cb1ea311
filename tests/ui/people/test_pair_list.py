from datetime import date

from dutydesk.services import people
from tests.ui.seen import put, shown, trigger


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
