from dutydesk.domain.leave.chain import Approver, Level
from dutydesk.services.leave.book import leave_book, steps_of, waiting_steps
from dutydesk.services.office import office, save_office
from tests.builders import day
from tests.invented import BY
from tests.services.leave.office import agree, asked, leave_store

HEAD, DEPUTY, _, _ = Approver


def test_the_book_has_the_office_as_it_is():
    store = leave_store()
    asked(store)
    book = leave_book(store, day("2026-11-23"))
    assert [each.id for each in book.leaves] == ["ann@2026-11-23"]
    assert book.levels["chief"] is Level.CHIEF
    named = type(office(store))(**{**vars_of(office(store)), "chief": "first"})
    save_office(store, named, by=BY)
    assert leave_book(store, day("2026-11-23")).levels["first"] is Level.CHIEF


def vars_of(particulars):
    return {name: getattr(particulars, name) for name in particulars.__slots__}


def test_a_request_waits_at_its_first_undecided_step():
    store = leave_store()
    leave = asked(store, last="2026-11-25")
    assert waiting_steps(store)[leave].approver is HEAD
    agree(store, leave, "head")
    assert waiting_steps(store)[leave].approver is DEPUTY
    assert [(each.number, each.is_agreed) for each in steps_of(store, leave)] == [(1, True), (2, False)]
