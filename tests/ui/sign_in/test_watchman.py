"""The desk that locks itself."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.sign_in import SignInRules
from dutydesk.services.accounts import save_sign_in_rules
from dutydesk.services.sign_in import next_shift_change, sign_in
from tests.invented import NOW
from tests.services.doors import PHRASE


@pytest.fixture
def boss(window, session):
    session.enter(sign_in, "p0", PHRASE)
    return window.door.watchman


def test_an_idle_desk_locks_itself_and_says_so(boss, window, session, clock):
    clock.minutes = 9.9
    boss.look()
    assert not session.locked
    clock.minutes = 10
    boss.look()
    assert session.locked
    assert window.said == "The desk has locked itself."


def test_whoever_types_is_not_idle(qtbot, boss, window, session, clock):
    clock.minutes = 9
    qtbot.keyClick(window, Qt.Key.Key_Pause)
    clock.minutes = 18
    boss.look()
    assert not session.locked
    clock.minutes = 19
    boss.look()
    assert session.locked


def test_how_long_is_a_rule(boss, session, clock):
    session.perform(save_sign_in_rules, SignInRules(idle_minutes=0), NOW.date(), by=session.author())
    clock.minutes = 300
    boss.look()
    assert not session.locked


def test_the_desk_locks_itself_when_a_shift_ends_though_somebody_types(qtbot, boss, window, session, clock):
    change = session.read(next_shift_change, NOW)
    assert change is not None
    until = (change - NOW).total_seconds() / 60
    for minutes in (until - 1, until):
        assert not session.locked
        clock.minutes = minutes
        qtbot.keyClick(window, Qt.Key.Key_Pause)
        boss.look()
    assert session.locked


def test_nobody_is_locked_out_who_was_not_in(boss, window, session, clock):
    session.lock()
    window.note("")
    clock.minutes = 600
    boss.look()
    assert window.said == ""
