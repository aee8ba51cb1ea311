"""Scenarios 2 and 6 of the trade (domain.md §16.4), by hand through the window."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit

from dutydesk.domain.calendar import LegalClass
from dutydesk.domain.dates import month_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.spot_checks import Presence
from dutydesk.services.calendar import adopt_notice
from dutydesk.services.rest import statement
from dutydesk.services.roster import assign
from dutydesk.services.watch import room, sign_in, sign_out
from tests.builders import day, the_calendar
from tests.services.nights import by
from tests.ui.discipline.forms import form, rows
from tests.ui.seen import choose, shown
from ui.clock import OFFICE_ZONE
from ui.discipline.check_form import CheckForm
from ui.statistics.page import StatisticsPage
from ui.widgets.name_edit import NameEdit


def step(tab, name):
    """Take the next step of the first violation; where it asks something, the form is open."""
    choose(tab.list.view, 0)
    tab.course.steps[name].trigger()


def test_scenario_2_absent_at_21_00_takes_5_points_and_leaves_95_of_100(page):
    page.go_to("checks")
    page.checks.record.trigger()
    asked = form(CheckForm)
    asked.at.setDateTime(QDateTime(2026, 11, 20, 21, 0, 0))
    at = next(at for at, box in enumerate(asked.found) if box.accessibleName().startswith("钱堃"))
    asked.found[at].setCurrentIndex(list(Presence).index(Presence.ABSENT))
    asked.evidence.line.setText("照片1")
    asked.try_it()

    page.go_to("candidates")
    row = next(at for at, texts in enumerate(rows(page.candidates)) if "absent from post" in texts)
    choose(page.candidates.list.view, row)
    assert page.candidates.why.text().startswith(
        "A spot check at 20 Nov 2026 21:00 did not find 钱堃 on post: "
    )
    page.candidates.report.trigger()
    form().try_it()

    page.go_to("violations")
    tab = page.violations
    step(tab, "inform")
    step(tab, "hear")
    form().findChildren(QLineEdit)[0].setText("外出买药")
    form().try_it()
    step(tab, "verify")
    step(tab, "confirm")
    form().try_it()
    assert rows(tab)[0][2:6] == ["钱堃", "absent from post", "confirmed, points taken", "5"]

    page.go_to("sheets")
    told = {texts[0]: texts for texts in rows(page.sheets)}
    assert told["钱堃"][2:6] == ["100", "5", "0", "95"]


def in_october(number, hour):
    """Somebody at the desk in October, on the office's clock."""
    return replace(by(0), at=datetime(2026, 10, number, hour, tzinfo=OFFICE_ZONE))


@pytest.fixture
def october(store):
    """Saturday the 10th is worked: its officer stands the 24 hours and is relieved on Sunday."""
    notice = [each for each in the_calendar().days.values() if each.day.year == 2026]
    adopt_notice(store, 2026, notice, "通知", by=by(30))
    places = [PlaceKey(day(f"2026-10-{number}"), "full_day", "officer", 0) for number in (10, 11)]
    assign(store, zip(places, ("p1", "p3"), strict=True), by=by(30))
    for place, person in zip(places, ("p1", "p3"), strict=True):
        sign_in(store, place, person, by=in_october(place.day.day, 8))
    there = room(store, in_october(11, 8).at).attendances
    sign_out(store, next(each.id for each in there if each.person == "p1"), by=in_october(11, 9))
    return store


def test_scenario_6_a_saturday_that_is_worked_counts_as_a_working_day_for_duty_and_overtime(
    october, window, page
):
    page.reload()
    page.go_to("rest")
    page.rest.ask.trigger()
    asked = form()
    asked.findChild(NameEdit).set_key("p8")
    starts, ends = asked.findChildren(QDateTimeEdit)
    starts.setDateTime(QDateTime(2026, 10, 10, 18, 0, 0))
    ends.setDateTime(QDateTime(2026, 10, 10, 22, 0, 0))
    asked.findChildren(QLineEdit)[-2].setText("国庆后会议材料")
    asked.try_it()
    choose(page.rest.list.view, 0)
    page.rest.record.trigger()
    next(each for each in form().findChildren(QLineEdit) if not each.text()).setText("完成")
    form().try_it()
    choose(page.rest.list.view, 0)
    page.rest.verify.trigger()
    left = {row[0]: row for row in shown(page.rest.left.view)}
    assert left["钱堃"][-5:-1] == [
        "0.5",
        "0",
        "0",
        "0.5",
    ]  # a working night; a rest day would earn a whole one
    assert left["冯志强"][-5:-1] == ["0.5", "0", "0", "0.5"]
    month = month_of(day("2026-10-10"))
    listed = statement(october, month)
    assert {each.legal for each, _ in listed if each.day == day("2026-10-10")} == {
        LegalClass.ADJUSTED_WORKDAY
    }

    window.go("statistics", "duties")
    shares = {row[0]: row for row in window.findChild(StatisticsPage).figure.rows}
    assert shares["钱堃"][2] == "2"  # that Saturday and a Friday in November, both working days
    assert shares["钱堃"][4] == "0"
