from dataclasses import replace
from datetime import date

from dutydesk.exports.sheet import Kind
from dutydesk.services.people import staff
from tests.invented import staffed_store
from ui.i18n import CHINESE, set_language
from ui.sheets.contacts import contacts_sheet

TODAY = date(2026, 11, 21)


def test_everybody_is_listed_by_section_with_phones_as_text(head):
    set_language(CHINESE)
    listed = staff(staffed_store())
    sheet = contacts_sheet(head, listed, TODAY)
    assert len(sheet.rows) == len(listed.people) == 12
    leader = sheet.rows[0]
    assert (leader[0].text, leader[0].rows) == ("办公室领导", 2)
    assert [cell.text for cell in sheet.rows[1]] == ["王文博", "副主任", "60007", "13800000007", ""]
    assert sheet.rows[1][3].kind is Kind.PHONE
    assert sheet.corner


def test_notes_of_the_staff_list_and_whoever_left_are_not_on_it(head):
    listed = staff(staffed_store())
    gone, noted, *rest = listed.people
    people = (replace(gone, left=date(2026, 11, 20)), replace(noted, note="怀孕"), *rest)
    sheet = contacts_sheet(head, replace(listed, people=people), TODAY)
    texts = {cell.text for row in sheet.rows for cell in row}
    assert gone.name not in texts
    assert noted.name in texts
    assert "怀孕" not in texts
