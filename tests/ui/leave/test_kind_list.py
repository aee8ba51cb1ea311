from dutydesk.domain.leave import LeaveType
from dutydesk.services.leave import setup
from dutydesk.services.leave.book import leave_book
from tests.builders import day
from tests.invented import BY
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


def test_kinds_of_an_older_file_take_the_usual_rules(page, store):
    setup.save_leave_types(store, [LeaveType("sick", "病假")], by=BY)
    page.reload()
    page.go_to("kinds")
    page.kinds.usual.trigger()
    assert leave_book(store, day("2026-11-20")).kind("sick").certificate_days == 2
