from dataclasses import replace

import pytest

from dutydesk.domain.leave import Half, LeaveState
from dutydesk.domain.leave.chain import Approver, Decision, LeaveStep
from tests.builders import day
from tests.domain.leave.office import a_request, the_book
from tests.invented import NOW
from tests.ui.sheets import conftest
from ui.sheets.leave import Slip, slip_sheet

LEAVE = a_request(
    first="2026-11-26", last="2026-11-29", to_half=Half.MORNING, leaves_city=True, destination="杭州",
    phone="19900001111",
)  # fmt: skip
AGREED = LeaveStep(
    "a", LEAVE.id, 1, Approver.SECTION_HEAD, Decision.AGREED, "head", "冯科", "同意", "8号", NOW
)


def texts(made):
    return [text for line in conftest.texts(made) for text in line]


@pytest.fixture
def sheet(head):
    return lambda **facts: slip_sheet(
        Slip(**{"leave": LEAVE, "book": the_book(LEAVE), "steps": (), **facts}), head
    )


def test_the_slip_has_every_field_of_the_form(sheet):
    told = texts(sheet(duties=("28 Nov Sat, 24-hour shift, duty officer",)))
    for words in ("陈安", "综合科", "科员", "personal", "2 working days", "yes", "家中有事", "杭州",
                  "19900001111", "26 Nov 2026 morning – 29 Nov 2026 morning", "卫才", "收文登记",
                  "28 Nov Sat, 24-hour shift, duty officer"):  # fmt: skip
        assert words in told


def test_what_was_decided_stands_in_its_box_and_the_rest_is_left_for_the_pen(sheet):
    waiting = LeaveStep("b", LEAVE.id, 2, Approver.DEPUTY)
    made = sheet(steps=(AGREED, waiting))
    told = texts(made)
    assert "同意　冯科　20 Nov 2026　paper 8号" in told
    boxes = {line[0].text: line[1] for line in made.rows if len(line) == 2}
    assert boxes["Opinion: deputy in charge"].text == ""
    assert boxes["Opinion: deputy in charge"].room > 10


def test_the_stub_says_until_when_it_was_extended_and_since_when_somebody_is_back(sheet):
    longer = replace(a_request(first="2026-11-30", id="x"), extends=LEAVE.id)
    back = replace(LEAVE, back=(day("2026-12-01"), Half.MORNING), state=LeaveState.REPORTED_BACK)
    told = texts(sheet(leave=back, book=the_book(back, longer)))
    assert "30 Nov 2026" in told
    assert "1 Dec 2026 morning" in told


def test_what_was_approved_on_paper_and_what_was_waived_is_said(sheet):
    made = sheet(leave=replace(LEAVE, approved_by="周正"), duties=("28 Nov",), waived=1)
    assert any("周正" in note for note in made.notes)
    assert "28 Nov (1 waived by the duty leader)" in texts(made)
