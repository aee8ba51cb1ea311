"""How long the window lets somebody wait: the longest block of the event loop for each thing done.

python -m benchmarks.responding [year | ten_years] [page]

Goes to every page and tab, scrolls every table, types into every line, and prints what took longest: by the
clock, and of the processor's time, which is what it takes where nobody else computes.
"""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QTabWidget,
    QWidget,
)

from benchmarks.ten_years import ten_years, year_file
from ui.app import application, boot
from ui.settings import Settings
from ui.window.forerunner import Forerunner
from ui.window.main_window import MainWindow
from ui.window.pages import all_pages

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 100
"""Milliseconds that nobody may have to wait."""
TYPED = "wang"
W = TypeVar("W", bound=QWidget)


class Stopwatch:
    """Does things, and keeps how long the event loop stood still at most for each."""

    def __init__(self) -> None:
        self.took: dict[str, tuple[float, float]] = {}

    def time(self, name: str, deed: Callable[[], object]) -> None:
        """Do it, and whatever comes of it, until nothing is left to do."""
        for step in (deed, *(QApplication.processEvents for _ in range(20))):
            clock, own = self._step(step)
            longest, most = self.took.get(name, (0.0, 0.0))
            self.took[name] = max(clock, longest), max(own, most)

    def _step(self, deed: Callable[[], object]) -> tuple[float, float]:
        begun, used = perf_counter(), thread_time()
        deed()
        return (perf_counter() - begun) * 1000, (thread_time() - used) * 1000


def visit(watch: Stopwatch, window: MainWindow, page: str) -> None:
    """Go to a page, through its tabs, scroll and type."""
    watch.time(f"{page}: first visit", lambda: window.go(page))
    watch.time(f"{page}: away", lambda: window.go("today" if page != "today" else "log"))
    watch.time(f"{page}: again", lambda: window.go(page))
    shown = window.centralWidget()
    use(watch, page, shown)
    for tabs in seen(shown, QTabWidget):
        for at in range(tabs.count()):
            name = f"{page}/{tabs.tabText(at)}"
            watch.time(f"{name}: first visit", lambda tabs=tabs, at=at: tabs.setCurrentIndex(at))
            use(watch, name, tabs.widget(at))


def use(watch: Stopwatch, name: str, shown: QWidget) -> None:
    """Scroll what can be scrolled, and type where one looks for something."""
    for area in seen(shown, QAbstractScrollArea):
        scroll(watch, name, area)
        if isinstance(area, QAbstractItemView) and area.model() and area.model().rowCount() > 1:
            area.setFocus()
            area.setCurrentIndex(area.model().index(0, 0))
            for _ in range(3):
                watch.time(f"{name}: arrow down", partial(QTest.keyClick, area, Qt.Key.Key_Down))
    for line in seen(shown, QLineEdit):
        if line.isEnabled() and not line.isReadOnly():
            field = line.accessibleName() or line.placeholderText() or type(line).__name__
            for letter in TYPED:
                watch.time(f"{name}: type into {field}", partial(QTest.keyClicks, line, letter))
            watch.time(f"{name}: empty {field}", line.clear)


def scroll(watch: Stopwatch, name: str, area: QAbstractScrollArea) -> None:
    """Jump down in three steps."""
    bar = area.verticalScrollBar()
    for part in (1, 2, 3):
        watch.time(f"{name}: scroll {type(area).__name__}", partial(bar.setValue, bar.maximum() * part // 3))


def seen(shown: QWidget, kind: type[W]) -> list[W]:
    """The widgets of a kind that are in sight."""
    return [each for each in shown.findChildren(kind) if each.isVisible()]


def main(words: list[str]) -> None:
    """Do everything once, and print what took longest."""
    source = ten_years() if "ten_years" in words else year_file()
    wanted = [page.id for page in all_pages() if page.id in words] or [page.id for page in all_pages()]
    with tempfile.TemporaryDirectory(dir=source.parent) as home:
        os.environ["XDG_CONFIG_HOME"] = os.environ["HOME"] = home
        copy = Path(home, source.name)
        copy.write_bytes(source.read_bytes())
        app = application()
        settings = Settings(QSettings(str(Path(home, "settings.ini")), QSettings.Format.IniFormat))
        desk = boot(app, copy, settings=settings)
        window = desk.window
        if not isinstance(window, MainWindow):
            raise SystemExit("the file was not opened")
        watch = Stopwatch()
        Forerunner(app).begin(0)
        for _ in range(250):  # until the pages are loaded and the check at the start is over
            QTest.qWait(20)
        for page in wanted:
            visit(watch, window, page)
        line = window.findChild(QLineEdit)
        for letter in TYPED if line else "":
            watch.time("search box", lambda letter=letter: QTest.keyClicks(line, letter))
        desk.close()
    for name, (clock, own) in sorted(watch.took.items(), key=lambda one: one[1][::-1], reverse=True):
        if max(clock, own) > LIMIT / 4:
            print(f"{clock:6.0f} ms  {own:6.0f} ms of the processor {'!' if own > LIMIT else ' '} {name}")
    late, slow = (sum(took[at] > LIMIT for took in watch.took.values()) for at in (0, 1))
    print(f"of {len(watch.took)}, {late} took more than {LIMIT} ms by the clock, {slow} of the processor")


if __name__ == "__main__":
    main(sys.argv[1:])
