"""What nobody may miss: the title counts down, the bell rings, and it stands above every page."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from dutydesk.domain.discipline import ViolationKind
from dutydesk.services import incidents
from dutydesk.services.discipline import candidates
from dutydesk.services.roster import assign
from dutydesk.services.undo import undoable
from tests.services.nights import DEPUTY, DRIVER, LEADER, MAIN, a_room, arrive, by, seat
from tests.services.test_incidents import slide, told, written
from tests.ui.today.desks import Hands, a_session
from ui.widgets.banner import Banner
from ui.window import bell
from ui.window.alarm import Alarm
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages


@pytest.fixture
def clock():
    return Hands(by(0).at)


@pytest.fixture
def store():
    return a_room()


@pytest.fixture
def session(qapp, store, clock):
    opened = a_session(store, clock)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def window(qtbot, session):
    made = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def rung(monkeypatch):
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append(len(heard)))
    return heard


@pytest.fixture
def at(clock, window):
    """Set the clock and let the alarm look at it, as its timer would."""

    def go(hours):
        clock.now = by(hours).at
        window.findChild(Alarm).beat()

    return go


def banners(window):
    QApplication.processEvents()
    return [each.accessibleName() for each in window.findChildren(Banner) if each.isVisible()]


def said(window, words):
    return any(words in each for each in banners(window))


def test_the_title_counts_down_on_whatever_page_and_goes_when_it_is_reported(window, session, at, clock):
    window.go("people")
    at(6)
    session.perform(incidents.open_incident, slide(), by=by(6))
    assert window.windowTitle().startswith("30:00 left for report by phone: 北侧边坡塌方 (and 1 more) - ")
    at(6 + 1 / 3600)
    assert window.windowTitle().startswith("29:59 left")
    session.perform(incidents.tell, told(6.0), by=by(6.01))
    assert window.windowTitle().startswith("59:59 left for report in writing")
    session.perform(incidents.issue_report, written(hours=6.02), by=by(6.02))
    assert "left" not in window.windowTitle()


def test_it_rings_at_half_at_four_fifths_when_due_and_again_until_it_is_met(window, session, store, at, rung):
    arrive(store, 0)
    at(6)
    session.perform(incidents.open_incident, slide(), by=by(6))
    heard = []
    for minute in (14, 15, 16, 24, 29, 30, 31, 32, 35, 36):
        before = len(rung)
        at(6 + minute / 60)
        heard += [minute] * (len(rung) - before)
    assert heard == [15, 24, 30, 31, 35]  # 30 is half of the written one, 31 the first beat after it was due


def test_what_is_late_stands_above_every_page_and_leads_to_the_report(window, session, store, at):
    arrive(store, 0)
    session.perform(incidents.open_incident, slide(), by=by(6))
    window.go("people")
    at(6.25)
    assert said(window, "due at 14:30; half the time is over")
    at(6 + 31 / 60)
    assert said(window, "was due at 14:30. Report now.")
    banner = next(each for each in window.findChildren(Banner) if "Report now" in each.accessibleName())
    banner.findChild(QPushButton).click()
    assert window.place()[0] == "incidents"


def test_after_a_restart_the_clocks_go_on_and_what_is_late_by_then_rings(qtbot, session, store, clock, rung):
    arrive(store, 0)
    session.perform(incidents.open_incident, slide(), by=by(6))
    clock.now = by(6 + 40 / 60).at
    window = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(window)
    assert window.windowTitle().startswith("overdue by 10:00")
    assert len(rung) == 1


def test_a_clock_that_was_set_moves_no_deadline_and_accuses_nobody(window, session, store, at, rung):
    arrive(store, 0)
    session.perform(incidents.open_incident, slide(), by=by(6))
    session.lead = timedelta(hours=-2)  # the keeper noticed a leap two hours ahead
    at(8 + 10 / 60)
    assert window.windowTitle().startswith("20:00 left")
    assert session.read(candidates) == ()
    assert rung == []


def test_a_gap_of_the_roster_is_told_as_one_and_leads_to_the_roster(window, session, store, at, rung):
    arrive(store, 0, LEADER, DEPUTY, DRIVER)
    session.perform(assign, [(seat(), None)], by=by(0))
    at(23)
    assert not said(window, "Nobody has signed in")
    words = "The roster has nobody down for now: 24小时班 主班. Put somebody down."
    banner = next(each for each in window.findChildren(Banner) if each.accessibleName() == words)
    banner.findChild(QPushButton).click()
    assert window.place()[0] == "roster"
    assert (rung, session.read(candidates)) == ([], ())


def test_where_nobody_came_it_is_said_with_the_phones_and_noted_once(window, session, store, at, rung):
    arrive(store, 0, MAIN)
    at(29 / 60)
    assert not said(window, "Nobody has signed in")
    for hours in (0.5, 0.6):
        at(hours)
    assert said(window, "Nobody has signed in since 08:00: 带班领导 赵明远 13800000000; 副班")
    assert sorted(each.person for each in session.read(candidates)) == ["p0", "p2", "p6"]
    assert {each.kind for each in session.read(candidates)} == {ViolationKind.VACANT_POST}
    assert session.read(undoable).deed == "sign_in"
    assert len(rung) == 1
    arrive(store, 0, LEADER, DEPUTY, DRIVER, late=0.6)
    at(0.61 + 1 / 60)
    assert not said(window, "Nobody has signed in")


def test_an_office_that_never_signs_in_is_left_in_peace(window, session, at, rung):
    at(5)
    assert not said(window, "Nobody has signed in")
    assert session.read(candidates) == ()
    assert rung == []


def test_a_late_report_is_noted_against_who_sat_at_the_desk(window, session, store, at):
    arrive(store, 0)
    session.perform(incidents.open_incident, slide(), by=by(6))
    at(6 + 31 / 60)
    (late,) = session.read(candidates)
    assert (late.kind, late.person, late.minutes) == (ViolationKind.LATE_REPORT, "p1", 1)


def test_the_bell_is_a_wave_of_so_many_tones():
    one, three = bell.tones(1), bell.tones(3)
    assert one[:4] == b"RIFF"
    assert len(three) - 44 == 3 * (len(one) - 44)


def test_the_bell_is_played_by_what_the_desktop_has_and_needs_no_file_to_beep(rung, tmp_path, monkeypatch):
    played = []
    monkeypatch.setattr(QApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(bell.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "aplay" else None)
    monkeypatch.setattr(bell.QProcess, "startDetached", lambda *asked: played.append(asked))
    monkeypatch.setattr(bell, "own_folder", lambda: tmp_path / "own")
    bell.ring(2)
    ((player, (path,)),) = played
    assert player == "/usr/bin/aplay"
    assert (tmp_path / "own" / "bell-2.wav").read_bytes() == bell.tones(2)
    assert path == str(tmp_path / "own" / "bell-2.wav")
    monkeypatch.setattr(bell, "own_folder", lambda: tmp_path / "own" / "bell-2.wav")
    bell.ring(2)
    assert (len(played), len(rung)) == (1, 2)
