from dutydesk.domain.violations import State
from dutydesk.services import violations
from dutydesk.services.people import staff
from tests.services.cases import charge, confirmed
from tests.services.nights import a_room, by
from tests.ui.sheets.conftest import texts
from ui.sheets.violations import violations_sheet


def test_every_violation_is_a_line_with_its_hearing_appeal_and_the_sum_of_the_year(head):
    store = a_room()
    first = confirmed(store)
    confirmed(store, charge(hours=30, place=None, person="p1"), hours=31)
    violations.appeal(store, first, "接紧急传真", by=by(60))
    violations.decide(store, first, State.CHANGED, "属实，减轻", points=250, by=by(70))
    known = violations.of_year(store, 2026)
    courses = {each.id: violations.course(store, each.id) for each in known}
    sheet = violations_sheet(known, courses, staff(store), head)
    changed, second = texts(sheet)
    assert changed == [
        "2026-001", "20 Nov\n21:00", "钱堃", "absent from post", "查岗时不在岗", "usual", "2.5", "2.5",
        "突发胃痛", "王敏", "接紧急传真; 属实，减轻", "changed on appeal",
    ]  # fmt: skip
    assert second[6:8] == ["5", "7.5"]
