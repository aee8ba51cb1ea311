"""The page of this moment, with the clock set by hand."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from dutydesk.domain.calendar import SensitivePeriod
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.followups import FollowUp
from dutydesk.domain.incidents import REPORTS
from dutydesk.domain.watch import WATCH
from dutydesk.errors import NotANumberError, NotRelievedError
from dutydesk.services import followups, incidents
from dutydesk.services.backups import Good
from dutydesk.services.calendar import save_sensitive_periods
from dutydesk.services.discipline import candidates
from dutydesk.services.people import save_people
from dutydesk.services.roster import assign
from dutydesk.services.rulebook import in_force
from dutydesk.services.watch import unnoted_vacancies
from dutydesk.storage.people import PEOPLE
from tests.builders import days
from tests.services.nights import DEPUTY, DRIVER, LEADER, MAIN, arrive, by, seat
from tests.services.test_incidents import slide, written
from ui.editing.facts_dialog import FactsDialog
from ui.i18n import CHINESE, set_language
from ui.today import page as today_page
from ui.today.arrival_dialog import ArrivalDialog
from ui.today.board import Board
from ui.today.page import TodayPage
from ui.widgets.banner import Banner
from ui.widgets.roomy import Roomy
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages

OFFICER = 1


def states(page):
    return [card[3] for card in page.texts()]


def dialog(page):
    found = page.findChildren(ArrivalDialog)
    return next(each for each in found if each.isVisible())


def test_everybody_signs_in_by_a_button_and_is_seen_in_large_letters_with_the_phone(page, at):
    assert states(page)[OFFICER] == "not signed in, 0 min"
    page.cards[OFFICER].come.click()
    dialog(page).go.click()
    assert page.texts()[OFFICER][1:] == ["钱堃", "13800000001", "on post"]
    assert page.following.texts()[1] == "11-21 08:00 主班: 李雅琴 13800000003"


def test_somebody_else_needs_a_leaders_word_or_is_recorded(page, store):
    page.cards[OFFICER].come.click()
    asked = dialog(page)
    asked.name.set_key("p8")
    assert not asked.go.isEnabled()
    asked.unauthorised.setChecked(True)
    assert asked.go.isEnabled()
    asked.unauthorised.setChecked(False)
    asked.leader.setText("赵明远")
    asked.go.click()
    assert states(page)[OFFICER] == "on post"
    assert candidates(store) == ()


def test_scenario_5_nobody_leaves_before_the_relief_and_the_minutes_are_counted(page, at, store, session):
    arrive(store, 0, LEADER, MAIN, DEPUTY, DRIVER)
    at(24 + 20 / 60)
    assert page.relief.text().startswith("20 minutes without relief")
    page.cards[OFFICER].go.click()
    assert isinstance(session.told[-1], NotRelievedError)
    arrive(store, 1, MAIN, late=25 / 60)
    at(24 + 25 / 60)
    page.cards[OFFICER].go.click()
    assert [each[1] for each in page.texts()].count("钱堃") == 0
    assert (ViolationKind.LATE, 25) in [(each.kind, each.minutes) for each in candidates(store)]


def test_around_the_turn_of_shifts_and_at_midnight_it_is_right_to_the_second(page, at, store):
    arrive(store, 0)
    at(24 - 1 / 3600)
    assert "without relief" not in " ".join(states(page))
    assert page.head.text() == "21 Nov 2026 Sat　07:59"
    assert page.pulse.waits <= 1000
    at(24)
    assert states(page)[0] == "without relief for 0 min"
    assert page.head.text().endswith("08:00")
    at(16 - 1 / 3600)
    assert page.head.text() == "20 Nov 2026 Fri　23:59"
    at(16)
    assert page.head.text() == "21 Nov 2026 Sat　00:00"


def test_before_the_end_the_reason_is_asked_for(page, store, at, monkeypatch):
    arrive(store, 0, MAIN)
    at(22)
    monkeypatch.setattr(today_page, "ask_text", lambda *asked: asked[-1]("家中急事"))
    page.cards[OFFICER].go.click()
    assert candidates(store)[-1].kind is ViolationKind.EARLY_LEAVE


def test_a_place_that_stays_empty_says_since_when(page, store, at):
    arrive(store, 0, MAIN)
    at(0.6)
    assert states(page)[0] == "nobody signed in for 36 min"


def test_the_five_places_of_a_sensitive_night_fit_a_small_screen_below_banners(qtbot, store, session, clock):
    more = SensitivePeriod("s", days("2026-11-20", "2026-11-21"), "两会", (("officer", 1),))
    save_sensitive_periods(store, [more], by=by(-1))
    assign(store, [(seat(after, "officer", 2), "p9") for after in (0, 1)], by=by(-1))
    incidents.open_incident(store, slide(), by=by(6))
    clock.now = by(7.5).at
    window = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.go("today")
    QApplication.processEvents()
    page = window.findChild(TodayPage)
    assert (len(page.cards), len(page.following.texts())) == (5, 5)
    assert len([each for each in window.findChildren(Banner) if each.isVisible()]) == 3
    room = next(each for each in window.findChildren(Roomy) if each.widget() is page)
    assert room.verticalScrollBar().maximum() == 0


def test_a_place_for_which_nobody_is_down_is_a_gap_and_accuses_nobody(page, store, at):
    arrive(store, 0, LEADER, DEPUTY, DRIVER)
    assign(store, [(seat(), None)], by=by(0))
    at(23)
    assert states(page)[OFFICER] == "nobody is rostered"
    page.show_board()
    assert any(line.endswith("nobody is rostered") for line in page.findChild(Board).texts())
    assert unnoted_vacancies(store, by(23).at) == ()


def test_report_clocks_count_down(page, store, at, session):
    arrive(store, 0)
    at(6)
    session.perform(incidents.open_incident, slide(), by=by(6))
    assert page.clocks.texts()[0] == "北侧边坡塌方: report by phone, 30:00 left"
    assert page.pulse.waits <= 1000
    at(6 + 32 / 60)
    assert page.clocks.texts()[0] == "北侧边坡塌方: report by phone, overdue by 02:00"
    session.perform(incidents.issue_report, written(hours=6.6), by=by(6.6))
    assert len(page.clocks.texts()) == 1


def test_a_leap_of_the_clock_does_not_move_what_is_left(page, session, at):
    session.perform(incidents.open_incident, slide(learned_at=by(0).at, received_at=by(0).at), by=by(0))
    session.lead = timedelta(hours=1)  # the keeper noticed that the clock was set back by an hour
    at(-50 / 60)
    assert page.clocks.texts()[0] == "北侧边坡塌方: report by phone, 20:00 left"


def test_who_bears_another_ones_name_is_told_with_the_section(page, store, session):
    person = store.get(PEOPLE, "p8")
    session.perform(save_people, [replace(person, name="钱堃")], by=by(0))
    assert page.texts()[OFFICER][1] == "钱堃（秘书科）"


def test_a_backup_is_told_as_soon_as_it_is_made(page, session):
    session.backed_up.emit(Good(Path("x"), datetime(2026, 11, 20, 11, 2)))  # noqa: DTZ001 - the office's clock
    assert page.backup.texts() == ["2026-11-20 11:02"]


def test_follow_ups_gaps_and_what_is_not_there_are_told(page, session):
    item = FollowUp(id="f", content="修复路灯", registered_at=by(0).at, due=by(9).at, unit="城管局")
    session.perform(followups.register, item, by=by(0))
    (line,) = page.follow_ups.texts()
    assert line == "No. 1 修复路灯 (城管局) due 11-20 17:00, blue, talk　due soon"
    assert page.gaps.texts() == ["23 Nov to 3 Dec: 4 empty places a day"]
    assert page.away.texts() == ["Nobody is away."]
    assert page.backup.texts() == ["No backup yet"]


def test_the_board_fills_the_screen_and_goes_with_escape(page, qtbot, store):
    arrive(store, 0)
    page.reload()
    page.show_board()
    (board,) = page.findChildren(Board)
    assert board.texts()[2] == "主班 钱堃 13800000001 on post"
    assert not board.grab().isNull()
    qtbot.keyClick(board, "\x1b")
    assert not board.isVisible()


def test_the_board_counts_the_clocks_down_too(page, session, at):
    at(6)
    session.perform(incidents.open_incident, slide(), by=by(6))
    page.show_board()
    (board,) = page.findChildren(Board)
    assert board.texts()[-2:] == [
        "北侧边坡塌方: report by phone, 30:00 left",
        "北侧边坡塌方: report in writing, 1:00:00 left",
    ]
    board.close()


def test_in_chinese_the_cards_speak_chinese(page):
    set_language(CHINESE)
    page.reload()
    assert page.texts()[OFFICER][1] == "钱堃"
    assert not page.findChildren(QDialog)


def test_the_relief_signs_in_before_its_shift_begins(page, at, store):
    arrive(store, 0)
    at(21)
    assert page.relieving.isHidden()
    at(23.8)
    page.relieving.menu().aboutToShow.emit()
    names = [each.text() for each in page.relieving.menu().actions()]
    assert names[1] == "11-21 08:00 主班: 李雅琴 13800000003"
    page.relieving.menu().actions()[1].trigger()
    dialog(page).go.click()
    assert ["李雅琴", "on post"] in [[each[1], each[3]] for each in page.texts()]


def test_the_numbers_of_the_duty_room_are_rules_of_the_office(page, session):
    page.more.show_rules()
    asked = next(each for each in page.window().findChildren(FactsDialog) if each.isVisible())
    asked.put(**{"major.phone": "abc"})
    asked.go.click()
    assert isinstance(session.told[-1], NotANumberError)
    asked.put(**{"major.phone": "15", "major.phone.base": "occurred", "vacant": "10", "warn": "40、70、90"})
    asked.go.click()
    today = session.today()
    rules = session.read(in_force, REPORTS, today)
    assert ("major", "phone", 15, "occurred") in rules.deadlines
    assert ("major", "written", 60, "learned") in rules.deadlines
    assert asked.fields["major.phone.base"].accessibleName() == "Ⅱ grave by phone (minutes): the clock runs"
    assert rules.warn_percents == (40, 70, 90)
    assert session.read(in_force, WATCH, today).vacant_minutes == 10
