from datetime import date

import pytest

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rules import Finding, Rule, Severity
from dutydesk.services import roster
from dutydesk.services.calendar import adopt_notice
from tests.invented import BY
from tests.ui.roster.conftest import NOVEMBER
from ui.roster.findings_panel import FindingsPanel

PLACE = PlaceKey(date(2026, 11, 9), "full_day", "officer", 1)
FINDINGS = [
    Finding(Rule.YEAR_WITHOUT_NOTICE, date(2026, 11, 1), facts=(("year", "2026"),)),
    Finding(Rule.ON_LEAVE, PLACE.day, PLACE, ("p5",)),
    Finding(Rule.EMPTY_PLACE, date(2026, 11, 2), PlaceKey(date(2026, 11, 2), "full_day", "driver", 0)),
]


@pytest.fixture
def panel(qtbot, planned):
    made = FindingsPanel()
    qtbot.addWidget(made)
    made.set_findings(roster.grid(planned, NOVEMBER), FINDINGS)
    return made


def test_the_worst_come_first_and_by_day(panel):
    assert panel.list.texts() == [
        "2 Nov: nobody stands 司机 (24小时班).",
        "9 Nov: 吴静 is on leave but stands 副班.",
        panel.list.texts()[-1],
    ]
    assert "2026" in panel.list.texts()[-1]


def test_each_severity_is_counted_and_can_be_left_out(panel):
    assert [button.text() for button in panel.levels.values()] == ["error 2", "warning 1", "note 0"]
    panel.levels[Severity.ERROR].click()
    assert len(panel.list.texts()) == 1


def test_words_narrow_the_list_down(panel):
    panel.filter.setText("leave 吴静")
    assert len(panel.list.texts()) == 1
    panel.filter.setText("nothing like this")
    assert panel.list.texts() == []


def test_following_a_line_names_its_finding(panel):
    followed = []
    panel.chosen.connect(followed.append)
    panel.list.clicked.emit(panel.list.links.index(1))
    assert followed == [FINDINGS[1]]


def test_a_line_stays_current_when_the_list_is_read_again(panel, planned):
    panel.list.setCurrentIndex(panel.list.links.index(1))
    panel.set_findings(roster.grid(planned, NOVEMBER), FINDINGS[:2])
    assert panel.list.currentIndex().row() == 0


def test_nothing_to_object_to_is_said(panel, planned):
    panel.show()
    panel.set_findings(roster.grid(planned, NOVEMBER), [])
    assert not panel.list.isVisible()


def test_the_links_are_a_list(panel, qtmodeltester):
    qtmodeltester.check(panel.list.links)


def test_days_without_any_plan_are_one_line(panel, planned):
    roster.clear(
        planned, [place for place in roster.grid(planned, NOVEMBER).needed if place.day.day > 20], by=BY
    )
    grid = roster.grid(planned, NOVEMBER)
    empty = [Finding(Rule.EMPTY_PLACE, place.day, place) for place in grid.needed if place.day.day > 20]
    panel.set_findings(grid, [*empty, FINDINGS[2]])
    assert panel.list.texts() == [
        "2 Nov: nobody stands 司机 (24小时班).",
        "21 Nov – 30 Nov: nothing is planned, 40 places are empty.",
    ]
    assert panel.levels[Severity.ERROR].text() == "error 2"


def test_one_day_without_a_plan_is_told_place_by_place(panel, planned):
    grid = roster.grid(planned, NOVEMBER)
    empty = [Finding(Rule.EMPTY_PLACE, place.day, place) for place in grid.needed if place.day.day == 20]
    panel.set_findings(grid, empty)
    assert len(panel.list.texts()) == 4


def test_scenario_8_a_holiday_roster_not_sent_up_in_time_is_a_warning(page, session):
    """Two days before the holiday, where three are wanted."""
    day = CalendarDay(date(2026, 11, 18), LegalClass.STATUTORY_HOLIDAY, "节日")
    session.perform(adopt_notice, 2026, [day], "通知", by=BY)
    late = "The holiday roster from 18 Nov to 18 Nov should have been published and sent up."
    assert late in page.side.findings.list.texts()
    session.perform(roster.publish, NOVEMBER, by=BY)
    assert late not in page.side.findings.list.texts()
