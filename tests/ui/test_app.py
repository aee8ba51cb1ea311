import logging
import sys
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QPushButton

from dutydesk.domain.accounts import Author
from dutydesk.domain.presets import PresetKind
from dutydesk.errors import NotADayError
from tests.conftest import drain
from ui import app as starting
from ui import dialogs
from ui.app import boot
from ui.first_run.wizard import FirstRun
from ui.guide.window import GuideWindow
from ui.i18n import CHINESE, ENGLISH, language
from ui.keeping.crash import CrashHook
from ui.session import InlineExecutor
from ui.settings import Preferences, Settings
from ui.widgets.banner import BannerArea
from ui.window.founding import new_file
from ui.window.main_window import MainWindow
from ui.window.start import StartWindow

NOW = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path):
    made = Settings(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    made.save(Preferences(language=ENGLISH, actor="王秘书"))
    return made


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "binjiang.dutydesk"
    new_file(path, "滨江区政府办公室", PresetKind.FULL_DAY, by=Author("王秘书", NOW))
    return path


@pytest.fixture
def start(qapp, settings):
    """Boot the desk as the program does; closes whatever was booted."""
    dress = (qapp.palette(), qapp.font(), qapp.style().name())
    booted = []

    def begin(path=None):
        booted.append(boot(qapp, path, settings=settings, now=lambda: NOW, executor=InlineExecutor))
        return booted[-1]

    yield begin
    for desk in booted:
        desk.close()
    qapp.setPalette(dress[0])
    qapp.setFont(dress[1])


def test_without_a_file_the_ways_in_are_offered(start):
    desk = start()
    assert isinstance(desk.window, StartWindow)
    usable = {name for name, action in desk.window.actions_by_id.items() if action.isEnabled()}
    assert {"new", "open", "sample", "quit"} < usable
    assert not {"backup", "plan", "undo"} & usable


def test_a_file_is_opened_and_remembered(start, file, settings):
    desk = start(file)
    assert desk.window.windowTitle() == "滨江区政府办公室 - DutyDesk"
    assert settings.now.recent == (str(file),)
    assert desk.session.actor == "王秘书"


def test_the_next_start_opens_what_was_open_last(start, file):
    start(file).close()
    assert start().session.path == file


def test_a_recent_file_that_is_gone_is_no_obstacle(start, settings):
    settings.remember_file("/gone.dutydesk")
    assert isinstance(start().window, StartWindow)


@pytest.fixture
def told(monkeypatch):
    heard = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, *_, **__: heard.append(text))
    return heard


def test_a_file_that_is_not_ours_is_refused_in_a_sentence(start, tmp_path, told):
    (tmp_path / "letter.dutydesk").write_text("Dear Sir")
    desk = start(tmp_path / "letter.dutydesk")
    assert isinstance(desk.window, StartWindow)
    assert len(told) == 1
    assert "letter.dutydesk" in told[0]


def test_a_second_desk_on_the_same_file_leaves_it_to_the_first(start, file, told):
    first, second = start(file), start(file)
    assert first.session is not None
    assert (second.session, second.window, second.is_elsewhere) == (None, None, True)
    assert told == []


def test_a_closed_file_may_be_opened_again(start, file):
    start(file).window.close()
    assert start(file).session is not None
    assert not list(file.parent.glob("*.bak"))


def test_a_refused_file_leaves_the_present_one_open(start, file, tmp_path):
    desk = start(file)
    assert not desk.open(tmp_path / "none.dutydesk")
    assert "none.dutydesk" in desk.window.said
    assert desk.session.path == file


@pytest.mark.parametrize(
    ("command", "preference", "value"),
    [
        ("dark", "palette", "dark"),
        ("chinese", "language", CHINESE),
        ("larger", "text_size", 110),
        ("smaller", "text_size", 90),
    ],
)
def test_what_is_chosen_is_seen_at_once_and_kept(start, file, settings, command, preference, value):
    desk = start(file)
    before, session = desk.window, desk.session
    desk.window.do(command)
    assert getattr(settings.now, preference) == value
    assert desk.window is not before
    assert desk.session is session


def test_the_language_changes_while_running(start, file):
    desk = start(file)
    desk.window.do("chinese")
    assert language() == CHINESE
    desk.window.do("english")
    assert language() == ENGLISH


def test_text_has_a_largest_size(start, file, settings):
    desk = start(file)
    for _ in range(12):
        desk.window.do("larger")
    assert settings.now.text_size == 175


def test_a_new_file_is_founded_and_the_first_steps_go_on_in_it(start, tmp_path):
    path = tmp_path / "new.dutydesk"
    desk = start()
    desk.window.actions_by_id["new"].trigger()
    begun = desk.window.findChild(FirstRun)
    begun.office.lines["name"].setText("青石县政府办公室")
    begun.office.file.choose(path)
    begun.go_on()
    assert desk.session.path == path
    assert desk.window.windowTitle() == "青石县政府办公室 - DutyDesk"
    further = desk.window.findChild(FirstRun)
    assert further.step.accessibleName() == "The staff list"
    further.reject()


def test_the_first_steps_can_be_left_and_taken_up_again(start, file):
    desk = start(file)
    desk.window.do("first_run")
    desk.window.findChild(FirstRun).later.click()
    drain()
    assert "First steps" in desk.window.said
    desk.window.do("first_run")
    assert desk.window.findChild(FirstRun).isVisible()


def test_the_first_steps_outlive_new_colours(start, file):
    desk = start(file)
    desk.window.do("first_run")
    desk.window.do("dark")
    assert desk.window.findChild(FirstRun).isVisible()


def test_a_file_that_is_there_already_is_opened_rather_than_overwritten(start, file):
    desk = start()
    desk.window.actions_by_id["new"].trigger()
    wizard = desk.window.findChild(FirstRun)
    wizard.office.lines["name"].setText("滨江区政府办公室")
    wizard.office.file.choose(file)
    wizard.go_on()
    assert "exists already" in wizard.step.refusals()
    assert desk.session is None
    next(each for each in wizard.step.findChildren(QPushButton) if each.text() == "Open that file").click()
    assert desk.session.path == file


def test_the_sample_office_opens(start):
    desk = start()
    desk.window.actions_by_id["sample"].trigger()
    assert isinstance(desk.window, MainWindow)
    assert desk.window.windowTitle().endswith("- DutyDesk")


def test_a_backup_says_where_it_is(start, file, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_folder", lambda _parent, _title, chosen: chosen(tmp_path / "safe"))
    desk = start(file)
    desk.window.do("backup")
    assert "safe" in desk.window.said


def test_another_person_signs_in(start, file, settings, monkeypatch):
    def answer(_parent, _title, _question, entered, _old):
        entered("李科长")

    monkeypatch.setattr(dialogs, "ask_text", answer)
    desk = start(file)
    desk.window.do("sign_in")
    assert (desk.session.actor, settings.now.actor) == ("李科长", "李科长")


@pytest.mark.parametrize("command", ["notices", "about"])
def test_help_is_shown(start, file, command):
    desk = start(file)
    desk.window.do(command)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def test_the_guide_opens_beside_the_window_at_the_page_in_sight_and_closes_with_it(start, file):
    desk = start(file)
    desk.window.go("leave")
    desk.window.do("guide")
    guide = next(each for each in QApplication.topLevelWidgets() if isinstance(each, GuideWindow))
    assert QApplication.activeModalWidget() is None
    assert guide.browser.name == "leave"
    desk.close()
    assert not guide.isVisible()


def test_a_bug_is_logged_and_told_once(tmp_path, told, monkeypatch, caplog):
    refused = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = CrashHook(tmp_path / "logs" / "dutydesk.log", refused.append)
    hook.install()
    root, handler = logging.getLogger(), logging.getLogger().handlers[-1]
    for _ in range(2):
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("by zero"), None)
    root.removeHandler(handler)
    handler.close()
    assert len(told) == 1
    assert "by zero" in (tmp_path / "logs" / "dutydesk.log").read_text()
    assert refused == []
    caplog.clear()


def test_a_refusal_that_nobody_caught_is_no_bug(tmp_path, told):
    refused = []
    error = NotADayError("x")
    CrashHook(tmp_path / "log", refused.append)(NotADayError, error, None)
    assert (refused, told) == ([error], [])


@pytest.mark.parametrize(
    ("environment", "module"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "xim"}, "xim"),
    ],
)
def test_fcitx_is_reached_through_ibus(monkeypatch, environment, module):
    for name in ("QT_IM_MODULE", "XMODIFIERS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    starting.prepare_input_method()
    assert starting.os.environ["QT_IM_MODULE"] == module


def test_an_older_copy_in_the_place_of_the_file_is_told_above_every_page(start, file, tmp_path, monkeypatch):
    for name in ("LOCALAPPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "own"))
    monkeypatch.setattr(dialogs, "ask_folder", lambda _parent, _title, chosen: chosen(tmp_path / "safe"))
    old = file.read_bytes()
    desk = start(file)
    desk.window.do("backup")
    desk.close()
    file.write_bytes(old)
    told = start(file).window.findChild(BannerArea).texts()
    assert any("is not in the file" in text for text in told)
