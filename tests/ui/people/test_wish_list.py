from datetime import date

from dutydesk.services import wishes
from tests.ui.seen import put, shown, trigger


def test_a_wish_is_entered_by_name_and_day(page, session):
    page.tabs.setCurrentWidget(page.wishes)
    view = page.wishes.list.table.view
    trigger(page.wishes, "Add a wish")
    put(view, 0, "Name", "钱堃")
    put(view, 0, "Day", "2026-12-24")
    put(view, 0, "Wish", "let me stand")
    (wish,) = session.read(wishes.wishes)
    assert (wish.person, wish.day, wish.wants) == ("p1", date(2026, 12, 24), True)
    assert shown(view, "Name", "Day", "Wish") == [["钱堃", "2026-12-24", "let me stand"]]


def test_what_is_neither_wish_is_refused_in_place(page, session):
    page.tabs.setCurrentWidget(page.wishes)
    view = page.wishes.list.table.view
    trigger(page.wishes, "Add a wish")
    put(view, 0, "Name", "钱堃")
    put(view, 0, "Wish", "perhaps")
    assert "perhaps" in page.wishes.list.notice()
    assert not any(each.wants for each in session.read(wishes.wishes))
