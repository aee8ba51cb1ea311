from datetime import date

from PySide6.QtCore import QDate

from dutydesk.domain.dates import Period
from ui.first_run.period_choice import PeriodChoice


def test_the_days_of_a_name_and_the_name_of_days(qtbot):
    choice = PeriodChoice(date(2026, 11, 16))
    qtbot.addWidget(choice)
    assert choice.period() == Period(date(2026, 11, 16), date(2026, 11, 30))
    choice.choose(1)
    assert choice.period() == Period(date(2026, 12, 1), date(2026, 12, 31))
    assert choice.name.currentText() == "Next month"
    choice.last.setDate(QDate(2026, 12, 20))
    assert choice.name.currentText() == "Other days"
    choice.last.setDate(QDate(2026, 12, 31))
    assert choice.name.currentText() == "Next month"


def test_days_entered_the_wrong_way_round_are_a_period_all_the_same(qtbot):
    choice = PeriodChoice(date(2026, 11, 16))
    qtbot.addWidget(choice)
    choice.first.setDate(QDate(2026, 12, 31))
    assert choice.period() == Period(date(2026, 11, 30), date(2026, 12, 31))
