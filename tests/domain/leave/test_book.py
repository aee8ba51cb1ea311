import pytest

from dutydesk.domain.leave import LeaveState
from dutydesk.domain.leave.chain import Approver, Level
from dutydesk.errors import NoApprovalRuleError, NotFoundError
from tests.builders import a_leave, day
from tests.domain.leave.office import a_request, the_book


def test_an_extension_is_approved_by_the_days_of_the_whole():
    first = a_request(first="2026-11-23", last="2026-11-25")
    longer = a_request(first="2026-11-26", extends=first.id, state=LeaveState.DRAFT)
    book = the_book(first, longer)
    assert book.rule(first).steps == (Approver.SECTION_HEAD, Approver.DEPUTY)
    assert book.rule(longer).steps == (Approver.SECTION_HEAD, Approver.DEPUTY, Approver.CHIEF)


def test_a_table_with_a_gap_is_told_with_the_days():
    with pytest.raises(NoApprovalRuleError) as refused:
        the_book(approval=()).rule(a_request())
    assert (refused.value.name, refused.value.days) == ("陈安", "1")


def test_the_heads_are_the_chief_and_the_first_deputy():
    book = the_book()
    assert book.heads() == ("chief", "first")
    assert book.levels["chief"] is Level.CHIEF
    assert the_book(people=book.people[4:]).heads() == ()


def test_what_is_gone_is_refused():
    with pytest.raises(NotFoundError):
        the_book().person("nobody")
    with pytest.raises(NotFoundError):
        the_book().kind(a_leave("ann", "2026-11-23", type="gone").type)


@pytest.mark.parametrize(("today", "short"), [("2026-11-22", False), ("2026-11-23", True)])
def test_a_trip_out_of_town_is_reported_the_day_before(today, short):
    assert the_book().is_short_notice(a_request(leaves_city=True), day(today)) is short
    assert not the_book().is_short_notice(a_request(), day(today))
