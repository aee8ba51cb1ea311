from dutydesk.services.leave.book import leave_book
from tests.builders import day
from tests.ui.seen import put


def test_the_rules_of_a_kind_are_typed_into_the_list(page, store):
    page.go_to("kinds")
    view = page.kinds.list.table.view
    put(view, "sick", "Certificate from (days)", "3")
    put(view, "marriage", "At most (days)", "15")
    put(view, "marriage", "Calendar days", "✓")
    book = leave_book(store, day("2026-11-20"))
    assert book.kind("sick").certificate_days == 3
    assert (book.kind("marriage").longest, book.kind("marriage").calendar_days) == (15, True)
    put(view, "sick", "Certificate from (days)", "1000")
    assert "no number from 0 to 999" in page.kinds.list.notice()
