"""A real file of an office with its session and keeper, clocks that are set by hand, disks of its own, and
what a user sees and does in the windows about them."""

import subprocess
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from dutydesk.domain.accounts import Author
from dutydesk.domain.office import Office
from dutydesk.domain.presets import PresetKind
from dutydesk.services import files, office
from dutydesk.storage import file
from tests.conftest import drain
from ui.keeping.safekeeping import Safekeeping
from ui.session import InlineExecutor, Session
from ui.widgets.banner import Banner
from ui.window.founding import new_file

NOW = datetime(2026, 11, 21, 1, 30, tzinfo=UTC)  # a Saturday, half past nine in the office
BY = Author("王敏", NOW)
PAGE = 4096


@dataclass
class Clocks:
    """The clock that people set, and the steady one."""

    at: datetime = NOW
    seconds: float = field(default=1000.0)

    def now(self):
        return self.at

    def steady(self):
        return self.seconds

    def go_on(self, **time):
        """Let time pass on both."""
        self.at += timedelta(**time)
        self.seconds += timedelta(**time).total_seconds()

    def set_by(self, **time):
        """Set the clock, while no time passes."""
        self.at += timedelta(**time)


def office_file(folder):
    path = folder / "binjiang.dutydesk"
    new_file(path, "滨江区政府办公室", PresetKind.FULL_DAY, by=BY)
    return path


@contextmanager
def kept_open(path, clocks):
    """The session on a file and its keeper, begun."""
    session = Session(files.open_file(path), actor="王敏", now=clocks.now, executor=InlineExecutor())
    keeper = Safekeeping(session, clocks.steady)
    keeper.begin()
    try:
        yield session, keeper
    finally:
        keeper.stop()
        session.close()
        session.deleteLater()


@contextmanager
def mounted(place, size):
    """A disk of its own; `say` has it mounted otherwise."""

    def say(options):
        subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)  # noqa: S607

    place.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    try:
        if subprocess.run(made, check=False, capture_output=True).returncode:
            pytest.skip("nobody but the administrator may mount a disk")
    except FileNotFoundError:
        pytest.skip("disks are mounted in another way here")
    try:
        yield say
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)  # noqa: S607


def dialog(desk, name):
    found = [each for each in desk.window.findChildren(QDialog, name) if each.isVisible()]
    return found[-1] if found else None


def press(widget, words):
    next(each for each in widget.findChildren(QPushButton) if each.text().startswith(words)).click()
    settle()


def settle():
    """Deliver what waits for the event loop."""
    QApplication.processEvents()
    drain()


def buttons(widget):
    return {each.text(): each.isEnabled() for each in widget.findChildren(QPushButton)}


def labels(widget):
    return " ".join(each.text() for each in widget.findChildren(QLabel))


def banners(desk):
    return [each.accessibleName() for each in desk.window.findChildren(Banner) if each.isVisible()]


def rename(desk, name):
    desk.session.perform(office.save_office, Office(name=name), by=desk.session.author())
    settle()


def scrawl(path, table):
    """Write nonsense over the first page of a table."""
    with closing(file.open_store(path)) as store:
        page = next(store.ask("select rootpage from sqlite_master where name = ?", (table,)))[0]
    with path.open("r+b") as opened:
        opened.seek((page - 1) * PAGE)
        opened.write(b"\xa5" * PAGE)
