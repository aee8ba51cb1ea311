from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF

from dutydesk.domain.leave import LeaveState
from tests.builders import day
from tests.services.leave.office import approved
from ui.leave.year_painter import YearPlan


def test_the_year_says_who_is_away_when_and_how_many_are_there(page, store):
    approved(store, "ann", "2026-11-19", "2026-11-20")
    approved(store, "bob", "2026-11-20", stand_in="head", state=LeaveState.PENDING)
    page.reload()
    page.year.section.setCurrentText("综合科")
    view = page.year.view
    assert view.told(1, day("2026-11-19")) == "陈安: on leave 19 Nov – 20 Nov"
    assert view.told(2, day("2026-11-20")) == "褚博: asked for leave 20 Nov"
    assert view.told(0, day("2026-11-20")) == "20 Nov 2026: 冯科 is present"
    assert view.told(-1, day("2026-11-20")) == "20 Nov 2026: 2 of 4 present"
    assert view.told(0, day("2027-01-01")) == ""


def test_a_click_on_somebodys_leave_shows_its_slip(page, qtbot, store):
    leave = approved(store, "ann", "2026-11-09", "2026-11-20")
    page.reload()
    page.go_to("year")
    page.year.section.setCurrentText("综合科")
    page.resize(1200, 600)
    view = page.year.view
    plan = YearPlan(view.shown, QFontMetricsF(view.font()), float(view.width()))
    row = [person for person, _ in view.shown.people].index("ann")
    place = plan.cell(row, day("2026-11-15")).center()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y())))
    assert page.place() == f"requests {leave}"


def test_the_picture_is_painted_in_both_halves_of_the_day(page, store):
    approved(store, "ann", "2026-11-19", "2026-11-20")
    page.reload()
    page.go_to("year")
    image = page.year.view.grab().toImage()
    assert (
        len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 5)}) > 3
    )
