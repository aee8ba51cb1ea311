from datetime import date

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.services import calendar
from tests.invented import BY, NOW, office_store
from ui.calendar.page import CalendarPage
from ui.session import InlineExecutor, Session

OFF, WORKED, REST = LegalClass.STATUTORY_HOLIDAY, LegalClass.ADJUSTED_WORKDAY, LegalClass.ADJUSTED_REST
NOTICE = [
    *(CalendarDay(date(2026, 10, number), OFF, "国庆节", "通知") for number in (1, 2, 3)),
    CalendarDay(date(2026, 10, 5), REST, "国庆节", "通知"),
    CalendarDay(date(2026, 10, 10), WORKED, "国庆节", "通知"),
]


@pytest.fixture
def session(qapp):
    opened = Session(office_store(), actor="王敏", now=lambda: NOW, executor=InlineExecutor())
    opened.perform(calendar.adopt_notice, 2026, NOTICE, "通知", by=BY)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def page(qtbot, session):
    made = CalendarPage(session)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made
