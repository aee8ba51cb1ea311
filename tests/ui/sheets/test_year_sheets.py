from dutydesk.domain.violations import State
from dutydesk.services import scores, violations
from dutydesk.services.people import staff
from tests.builders import day
from tests.services.cases import charge, confirmed
from tests.services.nights import a_room, by
from tests.ui.sheets.conftest import texts
from ui.sheets.year_sheets import own_sheet, year_sheets

TODAY = day("2026-11-30")


def judged():
    """Two violations, of which an appeal gave half of the second back, and points for something well done."""
    store = a_room()
    confirmed(store)
    second = confirmed(store, charge(hours=30, place=None, person="p1"), hours=31)
    violations.appeal(store, second, "接紧急传真", by=by(60))
    violations.decide(store, second, State.CHANGED, "减轻", points=250, by=by(70))
    scores.add_points(store, "p1", day("2026-11-25"), 150, "妥善处置山洪预警", by=by(80))
    return store


def test_everybody_is_a_line_with_what_was_taken_for_what(head):
    store = judged()
    sheet = year_sheets(scores.sheets(store, 2026, TODAY), staff(store), head)
    lines = texts(sheet)
    assert len(lines) == 14
    assert lines[1] == [
        "2", "钱堃", "秘书科", "100", "7.5", "1.5", "94",
        "absent from post −5; absent from post −2.5; 妥善处置山洪预警 +1.5", "",
    ]  # fmt: skip
    assert sheet.subtitle == "As of 30 Nov 2026"


def test_ones_own_sheet_lists_every_entry_and_is_signed_by_the_person(head):
    store = judged()
    sheet = own_sheet(scores.sheet(store, "p1", 2026, TODAY), staff(store), head)
    lines = texts(sheet)
    assert lines[0][:5] == [
        "2026-001",
        "20 Nov",
        "absent from post",
        "查岗时不在岗",
        "confirmed, points taken",
    ]
    assert [line[-1] for line in lines] == ["-5", "-2.5", "+1.5", "100", "-7.5", "1.5", "94"]
    assert sheet.foot[0].startswith("Signed by the person:")
    assert not sheet.landscape
