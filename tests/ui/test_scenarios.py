"""What a duty room is judged by (domain.md §16.4), each played in the window on the pages it happens on."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from dutydesk.domain.dates import Period
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.followups import Stage
from dutydesk.domain.incidents import NEEDED, ReportKind
from dutydesk.domain.log import Level, LogKind, LogSearch
from dutydesk.errors import NotRelievedError, OwnMatterError, UnseenItemsError
from dutydesk.exports.letter import Heading, Paragraph
from dutydesk.services import circulars, followups, handover, log
from dutydesk.services.discipline import candidates
from dutydesk.services.people import staff
from dutydesk.services.violations import confirm, hear, inform, of_year, verify
from tests.services.nights import DEPUTY, LEADER, MAIN, a_room, arrive, by
from tests.ui.seen import choose
from tests.ui.today.desks import Hands, a_session
from ui.clock import local
from ui.discipline.form_dialog import FormDialog
from ui.discipline.page import DisciplinePage
from ui.editing.facts_dialog import FactsDialog
from ui.followups.page import FollowUpsPage
from ui.incidents.page import IncidentsPage
from ui.log.page import LogPage
from ui.sheets.circular import circular_letter
from ui.sheets.parts import letterhead
from ui.today import handover_dialog
from ui.today.handover_dialog import HandoverDialog
from ui.today.page import TodayPage
from ui.window.alarm import Alarm

SHIFT = "2026-11-20/full_day"
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
OFFICER = 1


@pytest.fixture
def store():
    return a_room()


@pytest.fixture
def clock():
    return Hands(by(0).at)


@pytest.fixture
def session(qapp, store, clock):
    opened = a_session(store, clock)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def at(clock, window):
    """It is so many hours after Friday's 8:00; the timers beat as they would."""

    def go(hours):
        clock.now = by(hours).at
        window.findChild(Alarm).beat()
        window.findChild(TodayPage).beat()

    return go


@pytest.fixture
def printed(monkeypatch):
    """The handover sheets that were printed."""
    sheets = []
    monkeypatch.setattr(handover_dialog, "preview", lambda sheet, _parent: sheets.append(sheet))
    return sheets


def page(window, name, kind):
    window.go(name)
    return window.findChild(kind)


def enter(**facts):
    """Fill the dialog that is open, and press OK."""
    asked = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, FactsDialog) and each.isVisible()
    )
    asked.put(**facts)
    asked.go.click()
    return asked


def circular(session):
    """What the circular of the week says, line by line."""
    made = session.read(circulars.compose, WEEK, named=True, by=by(100))
    letter = circular_letter(made, session.read(staff), session.read(letterhead, local(by(100).at)))
    return [each.text for each in letter.parts if isinstance(each, Heading | Paragraph)]


def test_scenario_1_a_report_one_hour_late_is_one_entry_and_stands_in_the_circular(
    window, session, store, at
):
    arrive(store, 0)
    at(6)
    reports = page(window, "incidents", IncidentsPage)
    reports.begin()
    enter(name="北侧边坡塌方", grade="major", source="应急管理局")
    at(6 + 20 / 60)
    reports.tell()
    enter(unit="省政府总值班室", whom="韩静")
    at(8)
    reports.report()
    enter(**dict.fromkeys(NEEDED[ReportKind.INITIAL], "正在核实"), signed_by="赵明远")
    (late,) = session.read(candidates)
    assert (late.kind, late.person, late.minutes) == (ViolationKind.LATE_REPORT, "p1", 60)
    discipline = page(window, "discipline", DisciplinePage)
    choose(discipline.candidates.list.view, 0)
    discipline.candidates.report.trigger()
    form = next(each for each in QApplication.topLevelWidgets() if isinstance(each, FormDialog))
    form.try_it()
    (case,) = session.read(of_year, 2026)
    session.perform(inform, case.id, by=by(9))
    session.perform(hear, case.id, "忙于接听电话", by=by(10))
    session.perform(verify, case.id, by=by(11))
    session.perform(confirm, case.id, by=by(12))
    assert any("钱堃" in each and "late report" in each for each in circular(session))


def test_scenario_5_with_three_open_matters_nobody_leaves_before_the_relief_came_25_minutes_late(
    window, session, store, at, printed
):
    arrive(store, 0, LEADER, MAIN, DEPUTY)
    matters = page(window, "followups", FollowUpsPage)
    for number in range(3):
        matters.begin()
        enter(content=f"事项{number}", unit="水利局", due=by(90).at)
    today = page(window, "today", TodayPage)
    at(24 + 10 / 60)
    today.cards[OFFICER].go.click()
    assert isinstance(session.told[-1], NotRelievedError)
    at(24 + 25 / 60)
    relief = next(each for each in today.cards if "李雅琴" in each.texts())
    relief.come.click()
    arrival = next(each for each in QApplication.topLevelWidgets() if each.objectName() == "arrival")
    arrival.go.click()
    today.handing.click()
    sheet = today.findChild(HandoverDialog)
    sheet.all_well.click()
    sheet.give.click()
    sheet.take.click()
    assert isinstance(session.told[-1], UnseenItemsError)
    for tick in sheet.items.values():
        tick.setChecked(True)
    sheet.take.click()
    signed = session.read(handover.sheet, SHIFT)
    assert (len(signed.takeover.items), signed.takeover.signed_at) == (3, by(24 + 25 / 60).at)
    late = [each for each in session.read(candidates) if each.kind is ViolationKind.LATE]
    assert [(each.person, each.minutes) for each in late] == [("p3", 25)]
    assert len(printed) == 1


def test_scenario_10_overdue_twice_is_red_stands_in_the_circular_and_only_a_leader_closes_it(
    window, session, at
):
    matters = page(window, "followups", FollowUpsPage)
    matters.begin()
    enter(content="修复边坡", handler="p0", due=by(10).at)
    choose(matters.list.view, "修复边坡")
    for hours, due in ((11, 20), (21, 30)):
        assert not any("修复边坡" in each for each in circular(session))
        at(hours)
        matters.escalate()
        enter(due=by(due).at)
    (item,) = session.read(followups.open_follow_ups)
    assert item.stage is Stage.CIRCULAR
    assert any("修复边坡" in each for each in circular(session))
    choose(matters.list.view, "修复边坡")
    matters.close_matter()
    asked = enter(answer="已修复", leader="p0")
    assert isinstance(session.told[-1], OwnMatterError)
    other = next(each.id for each in session.read(followups.leaders) if each.id != "p0")
    asked.put(leader=other)
    asked.go.click()
    assert session.read(followups.open_follow_ups) == ()
    assert not any("修复边坡" in each for each in circular(session))


def test_scenario_11_a_quiet_night_is_printed_with_nothing_unusual_and_both_signatures(
    window, session, store, at, printed
):
    arrive(store, 0)
    arrive(store, 1)
    at(24)
    today = page(window, "today", TodayPage)
    today.handing.click()
    sheet = today.findChild(HandoverDialog)
    sheet.all_well.click()
    sheet.give.click()
    sheet.take.click()
    words = " ".join(cell.text for line in printed[-1].rows for cell in line)
    assert "Nothing unusual in this shift." in words
    assert "钱堃" in words
    assert "李雅琴" in words


def test_scenario_12_a_classified_telegram_is_kept_with_number_and_receiver_only(window, session):
    book = page(window, "log", LogPage)
    book.begin(LogKind.DOCUMENT)
    book.form.content.setPlainText("电文内容")
    book.form.level.setCurrentIndex(book.form.level.findData(Level.SECRET.value))
    assert not book.form.content.isEnabled()
    book.form.details["document_number"].setText("密电〔2026〕7号")
    book.form.details["delivered_to"].setText("机要室 李静")
    book.keep()
    (cable,) = session.read(log.search, LogSearch("密电"))
    assert (cable.content, cable.detail("document_number"), cable.detail("delivered_to")) == (
        "", "密电〔2026〕7号", "机要室 李静",
    )  # fmt: skip
    assert session.read(log.search, LogSearch("电文内容")) == ()
