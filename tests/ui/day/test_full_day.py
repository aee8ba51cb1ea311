"""A full day at the desk, played by the keyboard alone, from signing in to the handover.

With DUTYDESK_PHOTOS=FOLDER (and DUTYDESK_LOOK="zh_CN dark") each step is photographed.
"""

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox

from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.log import LogKind, LogSearch
from dutydesk.services import followups, handover, incidents, log
from dutydesk.services.discipline import candidates
from tests.services.nights import a_room, by
from tests.ui.day.keyboard import LOOK, Keyboard
from tests.ui.today.desks import Hands, a_session
from ui.i18n import set_language, tr
from ui.theme import dress
from ui.today import handover_dialog
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages

SHIFT = "2026-11-20/full_day"
UNKNOWN = "正在核实"


@pytest.fixture
def clock():
    return Hands(by(-0.2).at)


@pytest.fixture
def session(qapp, clock):
    opened = a_session(a_room(), clock)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def sheets(monkeypatch):
    """The handover sheets that were printed."""
    printed = []
    monkeypatch.setattr(handover_dialog, "preview", lambda sheet, _parent: printed.append(sheet))
    return printed


@pytest.fixture
def keys(qapp, qtbot, session, clock):
    before = qapp.palette(), qapp.font()
    set_language(LOOK[0])
    dress(qapp, LOOK[1], 100)
    window = MainWindow(session, all_pages(), {}, chosen={})
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    yield Keyboard(window, clock)
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


@pytest.mark.slow
def test_a_day_from_signing_in_to_the_handover_by_keyboard_alone(keys, session, sheets):
    the_officers_sign_in(keys, session)
    nine_entries_are_written(keys, session)
    an_urgent_report_goes_out_in_time(keys, session)
    another_one_is_an_hour_late(keys, session)
    two_matters_are_pursued(keys, session)
    the_relief_is_late(keys, session)
    the_shift_is_handed_over(keys, session, sheets)


def the_officers_sign_in(keys, session):
    keys.at(-0.2, "before eight")
    keys.press("Ctrl+1")
    keys.tab_to(tr("Relief signs in"))
    keys.press("Space", "Down", "Down")
    keys.photograph("who comes")
    keys.press("Return")
    keys.photograph("signing in")
    keys.press("Return")
    keys.at(0.0, "eight o'clock")
    for post in ("带班领导", "副班"):
        keys.tab_to(tr("Sign in: {post}", post=post))
        keys.press("Space", "Return")
    keys.at(0.5, "the driver is missing")
    assert [each.kind for each in session.read(candidates)] == [ViolationKind.VACANT_POST]
    keys.tab_to(tr("Sign in: {post}", post="司机"))
    keys.press("Space", "Return")
    keys.photograph("all are there")


ENTRIES = (
    ("F5", LogKind.CALL_IN, ("市总值班室", "韩静", "副主任", "0571-85110000"), "询问今日降雨情况"),
    ("F6", LogKind.CALL_OUT, ("水利局", "曾堃", "科长", "0571-85120001"), "核实水库水位"),
    ("F7", LogKind.VISITOR, ("阳光社区", "吴秀英", "", "13600000021"), "反映小区停水"),
    ("F8", LogKind.DOCUMENT, ("市政府办公室", "", "", ""), "关于做好寒潮防范工作的通知"),
    ("F5", LogKind.CALL_IN, ("气象局", "周志强", "台长", "0571-85130002"), "寒潮蓝色预警"),
    ("F5", LogKind.CALL_IN, ("交通运输局", "郑喆", "", "0571-85140003"), "省道 207 线积水，正在抢排"),
    ("F6", LogKind.CALL_OUT, ("滨江街道", "冯国栋", "", "0571-85150004"), "通知到村排查"),
    ("F5", LogKind.CALL_IN, ("城管局", "陈思源", "", "0571-85160005"), "中山路路灯不亮"),
)


def nine_entries_are_written(keys, session):
    for number, (key, kind, side, content) in enumerate(ENTRIES):
        keys.at(1 + number / 4)
        keys.press(key)
        keys.write(*side)
        keys.tab_to(tr("Content"))
        keys.write(content)
        if number in {0, 3, 7}:
            keys.photograph(f"entry {number + 1}")
        keys.press("Ctrl+Return")
        newest = session.read(log.search, LogSearch(limit=1))[0]
        assert (newest.kind, newest.unit, newest.phone, newest.content) == (kind, side[0], side[3], content)
    keys.photograph("the log")
    keys.press("Ctrl+F")
    keys.write("积水")
    keys.photograph("searched")
    keys.press("Ctrl+A", "Delete")


def urgent(keys, content, grade_steps):
    """An urgent entry that is reported up, of the grade so many steps below the first."""
    keys.press("F9")
    keys.write("应急管理局", "孙建国")
    keys.tab_to(tr("Content"))
    keys.write(content)
    keys.press("Ctrl+Return", "Ctrl+F9")
    keys.tab_to(tr("Grade (preliminary)"))
    keys.press(*["Down"] * grade_steps)
    keys.photograph("reported up")
    keys.press("Return")


def tell_by_phone(keys):
    keys.press("Ctrl+3", "Ctrl+Shift+T")
    keys.write("省政府总值班室", "韩静")
    keys.photograph("told")
    keys.press("Return")


def report_in_writing(keys):
    keys.press("Ctrl+Shift+P")
    keys.write(*[UNKNOWN] * 12, "省政府总值班室", "赵明远", "赵明远")
    keys.photograph("the report")
    keys.press("Return")


def an_urgent_report_goes_out_in_time(keys, session):
    keys.at(4)
    urgent(keys, "城南化工园区储罐泄漏", 1)
    assert tr("{time} left", time="30:00") in keys.title
    keys.at(4.2, "the clocks run")
    tell_by_phone(keys)
    keys.at(4.5)
    report_in_writing(keys)
    (found,) = session.read(incidents.incident_files)
    assert found.late(by(4.5).at) == ()
    keys.photograph("in time")


def another_one_is_an_hour_late(keys, session):
    keys.at(6)
    keys.press("Ctrl+2")
    urgent(keys, "北侧边坡塌方", 1)
    keys.press("Ctrl+1")
    for hours, words in ((6.26, "half"), (6.41, "four fifths"), (6.6, "overdue")):
        keys.at(hours, words)
    tell_by_phone(keys)
    keys.at(8)
    report_in_writing(keys)
    keys.photograph("an hour late")
    assert not [each for each in session.read(incidents.incident_files) if not each.reports]
    late = [each for each in session.read(candidates) if each.kind is ViolationKind.LATE_REPORT]
    assert sorted((each.minutes, each.person) for each in late) == [(6, "p1"), (60, "p1")]


def two_matters_are_pursued(keys, session):
    keys.at(9)
    keys.press("Ctrl+2", "F5")
    keys.write("城管局", "陈思源")
    keys.tab_to(tr("Content"))
    keys.write("窨井盖缺失")
    keys.press("Ctrl+Return", "F4")
    keys.photograph("follow up")
    keys.tab_to(tr("Unit"))
    keys.press("Return")
    keys.press("Ctrl+4", "Ctrl+Shift+N")
    keys.write("报送防火值班安排", "林业局")
    keys.press("Return")
    keys.photograph("follow-ups")
    assert [each.content for each in session.read(followups.open_follow_ups)] == [
        "窨井盖缺失",
        "报送防火值班安排",
    ]


def the_relief_is_late(keys, session):
    keys.press("Ctrl+1")
    keys.at(24 + 20 / 60, "without relief")
    keys.press("Ctrl+Shift+H")
    keys.tab_to(tr("Weather"))
    keys.write("多云", "寒潮蓝色预警", "接报 2 起突发事件，均已报送", "关注边坡")
    keys.tab_to(tr("All in order"))
    keys.press("Space")
    keys.tab_to(tr("Sign as outgoing officer"))
    keys.press("Space")
    keys.photograph("nobody is there to take over")
    keys.press("Escape")
    assert session.read(handover.sheet, SHIFT).handover is None
    keys.at(24 + 25 / 60)
    for _ in range(2):
        keys.tab_to(tr("Sign in: {post}", post="主班"))
    keys.press("Space", "Return")
    keys.photograph("the relief is there")
    assert (ViolationKind.LATE, "p3", 25) in [
        (each.kind, each.person, each.minutes) for each in session.read(candidates)
    ]


def the_shift_is_handed_over(keys, session, sheets):
    keys.at(24.5)
    keys.press("Ctrl+Shift+H")
    keys.photograph("the sheet")
    keys.tab_to(tr("All in order"))
    keys.press("Space")
    keys.tab_to(tr("Sign as outgoing officer"))
    keys.press("Space")
    keys.photograph("one has signed")
    seen_by_tab(keys)
    keys.photograph("all was seen")
    keys.tab_to(tr("Sign as incoming officer"))
    keys.press("Space")
    signed = session.read(handover.sheet, SHIFT)
    assert signed.takeover.incoming == "p3"
    assert signed.note.summary == "接报 2 起突发事件，均已报送"
    assert len(sheets) == 1
    keys.press("Ctrl+1")
    keys.photograph("the new shift")


def seen_by_tab(keys):
    """Tick every open matter on the sheet, each by its own."""
    first = keys.there()
    for _ in range(60):
        there = keys.there()
        if isinstance(there, QCheckBox) and not there.isChecked() and there.text()[0] == "[":
            keys.press("Space")
        keys.press("Tab")
        if keys.there() is first:
            return
