from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication

from dutydesk.domain.dates import Period
from ui.roster.period_picker import PeriodPicker
from ui.roster.spans import View


@pytest.fixture
def bar(page):
    return page.bar


@pytest.fixture
def picker(bar):
    bar.title.click()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, PeriodPicker)
    return shown


def test_each_view_is_one_click_away(bar):
    titles = []
    for button in bar.views.values():
        button.click()
        titles.append(bar.title.text())
    assert titles[0].startswith("Week 47 of 2026")
    assert titles[1:] == ["Nov 2026", "1 Nov 2026 – 30 Nov", "Quarter 4 of 2026", "Year 2026"]


def test_a_day_of_the_calendar_brings_its_period(bar, picker):
    picker.calendar.clicked.emit(QDate(2026, 2, 17))
    assert bar.title.text() == "Feb 2026"


def test_two_days_make_a_free_period(page, bar, picker):
    picker.first.set_day(date(2026, 12, 10))
    picker.last.set_day(date(2026, 11, 25))
    picker.show_period.click()
    assert (bar.view, bar.period) == (View.FREE, Period(date(2026, 11, 25), date(2026, 12, 10)))
    assert page.model.rowCount() == 16
    bar.step(1)
    assert bar.period.first == date(2026, 12, 11)
    bar.go_today()
    assert bar.view is View.MONTH


def test_a_day_outside_a_free_period_brings_its_month(bar):
    bar.show_period(View.FREE, Period(date(2026, 11, 5), date(2026, 11, 8)))
    bar.show_day(date(2026, 12, 24))
    assert bar.title.text() == "Dec 2026"


def test_a_week_stays_a_week(bar):
    bar.show_view(View.WEEK)
    bar.show_day(date(2026, 12, 24))
    assert bar.title.text().startswith("Week 52")
