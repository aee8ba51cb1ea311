from datetime import UTC, datetime

from dutydesk.domain.calendar import LegalClass
from dutydesk.domain.overtime import Overtime
from dutydesk.domain.rest import Earned, Ledger, Lot
from dutydesk.services.people import staff
from tests.builders import day, days
from tests.ui.sheets.conftest import texts
from ui.sheets.overtime import overtime_sheet

NOVEMBER = days("2026-11-01", 30)
STOOD = "2026-11-21/full_day/officer/0"


def test_a_month_lists_what_earned_rest_and_sums_it_up_for_each_person(store, head):
    worked = Overtime(
        id="o", person="li", starts=datetime(2026, 11, 17, 10, tzinfo=UTC),
        ends=datetime(2026, 11, 17, 15, tzinfo=UTC), reason="flood", done="report", approved_by="陈局长",
        word="周镕",
    )  # fmt: skip
    first = Earned("li", day("2026-11-17"), 1, day("2027-05-17"), ("overtime", "o"), 300, LegalClass.WORKDAY)
    second = Earned("li", day("2026-11-22"), 2, None, ("attendance", STOOD), 1440, LegalClass.WEEKEND)
    left = Ledger("li", day("2026-11-30"), (Lot(first, 0, 0), Lot(second, 2, 0)), 1, 0)
    sheet = overtime_sheet(
        [(first, worked), (second, None)], [left], staff(store), NOVEMBER, head, money=False
    )
    assert sheet.title == "云溪市人民政府办公室 overtime and duty of Nov 2026"
    assert texts(sheet) == [
        ["秘书科", "李堃", "17 Nov", "18:00–23:00", "working day", "flood; report", "5.0", "0.5",
         "陈局长", "周镕", "17 May"],
        ["", "", "21 Nov", "shift", "weekend rest day", "duty", "24.0", "1", "", "signed in and out", "—"],
        ["", "", "Sum of the month; of all rest 1 days are left", "29.0", "1.5", ""],
        ["Sum of 秘书科", "29.0", "1.5", ""],
        ["Sum of the office", "29.0", "1.5", ""],
    ]  # fmt: skip
    assert sheet.notes == ("Half days of rest are earned by the office's table; no money is paid.",)


def test_an_allowance_has_a_column_only_where_the_rule_says_so(store, head):
    earned = Earned("li", day("2026-11-22"), 2, None, ("attendance", STOOD), 1440, LegalClass.WEEKEND)
    plain, paid = (
        overtime_sheet([(earned, None)], [], staff(store), NOVEMBER, head, money=money)
        for money in (False, True)
    )
    assert len(paid.columns) == len(plain.columns) + 1
    assert paid.columns[-1].title == "Allowance"
    assert {line[-1].text for line in paid.rows} == {""}


def test_a_month_without_any_is_an_empty_form(store, head):
    assert overtime_sheet([], [], staff(store), NOVEMBER, head, money=False).rows == ()
