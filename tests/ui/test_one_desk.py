"""Two programs and one file, with real processes."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from tests.ui.kept import NOW, office_file
from ui.app import boot
from ui.i18n import ENGLISH
from ui.one_desk import OneDesk, call
from ui.session import InlineExecutor
from ui.settings import Preferences, Settings
from ui.window.main_window import MainWindow

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000
LONG = 60


@pytest.fixture
def path(qapp, tmp_path):
    return office_file(tmp_path)


@pytest.fixture
def desk(qapp, path, tmp_path):
    """The desk of this process on the file."""
    settings = Settings(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    settings.save(Preferences(language=ENGLISH))
    dress = (qapp.palette(), qapp.font())
    made = boot(qapp, path, settings=settings, now=lambda: NOW, executor=InlineExecutor)
    yield made
    made.close()
    qapp.setPalette(dress[0])
    qapp.setFont(dress[1])


@contextmanager
def program(tmp_path, *arguments):
    """The program itself, started on a file by somebody with settings of their own."""
    own = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "own"), "QT_QPA_PLATFORM": "offscreen"}
    path = {"PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    started = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", *map(str, arguments)],
        env=os.environ | own | path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    try:
        yield started
    finally:
        with suppress(ProcessLookupError):
            started.kill()
        started.wait()


def lock_of(path):
    return path.with_name(f".{path.name}.lock")


def wait_for(what):
    """Wait until something holds; a program takes its time to start."""
    end = time.monotonic() + LONG
    while not what():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_second_program_brings_the_first_to_the_front_and_ends(desk, path, tmp_path, qtbot):
    assert isinstance(desk.window, MainWindow)
    desk.window.showMinimized()
    with program(tmp_path, path) as second:
        qtbot.waitUntil(lambda: not desk.window.isMinimized(), timeout=PATIENCE)
        assert second.wait(LONG) == 0
    assert desk.session is not None


def test_another_file_has_a_window_of_its_own(desk, path, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    with program(tmp_path, office_file(other)) as second:
        wait_for(lock_of(other / path.name).exists)
        assert second.poll() is None
        assert lock_of(path).exists()


def test_the_file_of_a_killed_program_is_free(path, tmp_path):
    with program(tmp_path, path) as first:
        wait_for(lambda: call(path))
        place = OneDesk(path)
        assert not place.take()
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    assert lock_of(path).exists()
    assert not call(path)
    assert place.take()
    place.give_back()
    assert not lock_of(path).exists()


def test_a_program_that_does_not_answer_is_named(path, tmp_path, monkeypatch):
    holder = OneDesk(path)
    assert holder.take()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))  # nobody is called at this address
    other = OneDesk(path)
    assert not other.take()
    assert not call(path)
    refusal = other.refusal()
    assert (refusal.path, refusal.pid) == (str(path), os.getpid())
    holder.give_back()


def test_a_call_is_heard_and_answered(path, qtbot):
    holder = OneDesk(path)
    assert holder.take()
    answers = []
    with qtbot.waitSignal(holder.called, timeout=PATIENCE):
        threading.Thread(target=lambda: answers.append(call(path))).start()
    qtbot.waitUntil(lambda: answers == [True])
    holder.give_back()
    holder.give_back()
    assert not call(path)


def test_the_way_to_a_file_does_not_matter(path, tmp_path):
    link = tmp_path / "desktop" / "duty.dutydesk"
    link.parent.mkdir()
    link.symlink_to(path)
    holder = OneDesk(path)
    assert holder.take()
    assert not OneDesk(link).take()
    assert call(link)
    QApplication.processEvents()
    holder.give_back()
