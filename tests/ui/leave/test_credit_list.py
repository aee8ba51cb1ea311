from dutydesk.domain.leave import Counted
from dutydesk.services.leave import setup
from tests.builders import day
from tests.domain.leave.office import the_book
from tests.ui.seen import put, shown, trigger


def test_what_was_earned_is_entered_with_what_is_left(page, store):
    page.go_to("accounts")
    trigger(page.accounts, "Add an entry")
    view = page.accounts.list.table.view
    put(view, 0, "Days", "2.5")
    put(view, 0, "Name", "陈安")
    assert shown(view, "Name", "Account", "Days", "Left today") == [
        ["陈安", "compensatory rest", "2.5", "2.5 days"]
    ]
    (credit,) = setup.leave_credits(store)
    assert (credit.person, credit.account, credit.half_days) == ("ann", Counted.REST, 5)
    assert the_book(credits=(credit,)).account("ann", Counted.REST, day("2026-11-20")).left == 5
