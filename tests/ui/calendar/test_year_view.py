from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from dutydesk.domain.calendar import CalendarDay, LegalClass, RotationClass, SensitivePeriod
from dutydesk.domain.dates import Period
from dutydesk.services import calendar, undo
from tests.invented import BY
from ui.calendar.year_layout import YearLayout

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def view(page):
    return page.year.view


@pytest.fixture
def panel(page):
    return page.year.panel


def press(view, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(view, key, modifiers)


def place(view, day):
    layout = YearLayout(day.year, view.width() - 1, view.height() - 1, view.fontMetrics().height())
    return layout.day(day).center().toPoint()


def kind(session, day):
    return session.read(calendar.calendar).day(day).legal


@pytest.mark.parametrize(("width", "height"), [(800, 600), (600, 900), (1400, 700)])
def test_every_day_lies_where_it_is_found_again(width, height):
    layout = YearLayout(2028, width, height, 16)
    days = [day for month in range(1, 13) for day in layout.days(month)]
    assert len(days) == 366
    assert [layout.at(layout.day(day).center()) for day in days] == days
    assert layout.at(QPointF(-5, 3)) is None


def test_days_say_what_they_are(view):
    assert view.face(OCTOBER).ground == "holiday"
    assert view.face(OCTOBER).label == "国庆节"
    assert view.face(date(2026, 10, 2)).label == ""
    assert view.face(date(2026, 10, 5)).mark == "R"
    assert (view.face(date(2026, 10, 10)).mark, view.face(date(2026, 10, 10)).ground) == ("W", "workday")
    assert "statutory holiday 国庆节" in view.face(OCTOBER).tip


def test_the_days_of_each_class_are_counted(page):
    assert page.year.counts() == "259 working days, 102 rest days, 4 holidays"


def test_days_are_selected_by_keys(view, panel):
    view.choose(date(2026, 9, 30))
    press(view, Qt.Key.Key_Right)
    assert view.chosen() == [OCTOBER]
    assert "1 Oct 2026" in panel.text() or "10" in panel.text()
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.chosen()) == 8
    press(view, Qt.Key.Key_PageDown)
    assert view.chosen() == [date(2026, 11, 8)]
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Right)
    assert view.chosen() == [date(2027, 1, 1)]


def test_days_are_selected_by_the_mouse(view):
    first, last, apart = place(view, OCTOBER), place(view, date(2026, 10, 3)), place(view, date(2026, 5, 1))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, last)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, apart)
    assert view.chosen() == [date(2026, 5, 1), OCTOBER, date(2026, 10, 2), date(2026, 10, 3)]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(-1, -1))
    assert len(view.chosen()) == 4


def test_selected_days_are_set_in_one_deed_and_taken_back(page, view, panel, session):
    view.choose(date(2026, 12, 7), date(2026, 12, 9))
    panel.kind.setCurrentText("adjusted rest day")
    panel.festival.setText("校庆")
    panel.keep.click()
    assert kind(session, date(2026, 12, 8)) is LegalClass.ADJUSTED_REST
    assert view.face(date(2026, 12, 7)).label == "校庆"
    session.perform(undo.undo, by=BY)
    assert kind(session, date(2026, 12, 8)) is LegalClass.WORKDAY


def test_a_day_is_made_ordinary_again(view, panel, session):
    view.choose(OCTOBER)
    panel.kind.setCurrentText("as the weekday")
    panel.keep.click()
    assert kind(session, OCTOBER) is LegalClass.WORKDAY
    view.choose(date(2026, 10, 2))
    press(view, Qt.Key.Key_Delete)
    assert kind(session, date(2026, 10, 2)) is LegalClass.WORKDAY


def test_enter_goes_to_the_fields(view, panel, qtbot):
    view.choose(OCTOBER)
    with qtbot.waitSignal(view.entered, timeout=0):
        press(view, Qt.Key.Key_Return)
    assert panel.kind.currentText() == "statutory holiday"
    assert panel.festival.text() == "国庆节"
    assert "Block" in panel.text()


def test_a_year_without_notice_says_so_and_guesses_nothing(page):
    assert page.year.notice() == ""
    page.year.year.setValue(2027)
    assert "2027" in page.year.notice()
    assert page.year.counts().endswith("0 holidays")


def test_sensitive_days_are_hatched(page, view, session):
    period = SensitivePeriod("s", Period(date(2026, 3, 3), date(2026, 3, 5)), "两会")
    session.perform(calendar.save_sensitive_periods, [period], by=BY)
    assert view.face(date(2026, 3, 4)).hatched
    assert "两会" in view.face(date(2026, 3, 4)).tip
    assert not view.face(date(2026, 3, 6)).hatched


def test_a_deed_elsewhere_keeps_selection_and_year(page, view, session):
    page.year.year.setValue(2025)
    view.choose(date(2025, 6, 2))
    session.perform(calendar.save_days, [CalendarDay(date(2025, 6, 2), LegalClass.ADJUSTED_REST)], by=BY)
    assert view.chosen() == [date(2025, 6, 2)]
    assert session.read(calendar.calendar).day(view.day).rotation is RotationClass.HOLIDAY
