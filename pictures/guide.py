"""Pictures for the user's guide: the sample office at work, in both languages.

    python3 bootstrap.py pictures --guide

They are put where the guide looks for them, small, and the same each time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pictures.looks import AT, ROOT
from pictures.office import CLERK, paperwork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.desk import Desk
    from ui.window.main_window import MainWindow

LANGUAGES = ("zh_CN", "en")
WIDTH, WIDE, HEIGHT = 1160, 1366, 740
_VIVID = 12
"""How much more often than a grey one a vivid colour counts: few dots of red say that somebody is missing."""
PAPER = 1000
"""How wide a printed page is in the guide."""


def main() -> int:
    """Draw the guide's pictures in each language, by a process of its own."""
    chosen = os.environ.get("DUTYDESK_GUIDE")
    if chosen:
        draw(chosen)
        return 0
    for language in LANGUAGES:
        print(language, flush=True)
        environment = {**os.environ, "DUTYDESK_GUIDE": language, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([sys.executable, "-m", "pictures.guide"], cwd=ROOT, env=environment, check=True)
    folder = ROOT / "resources" / "guide"
    weight = sum(path.stat().st_size for path in folder.rglob("*.png"))
    print(f"The pictures are in {folder}: {weight / 1024:.0f} KiB")
    return 0


def draw(language: str) -> None:
    """Draw all pictures in one language."""
    from PySide6.QtCore import QSettings

    from dutydesk.domain.accounts import Author
    from dutydesk.services.files import open_file
    from ui.app import application, boot
    from ui.i18n import set_language
    from ui.session import InlineExecutor
    from ui.settings import Settings
    from ui.window.founding import sample_file

    folder = ROOT / "resources" / "guide" / language / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.fromisoformat(AT)
    with tempfile.TemporaryDirectory() as place:
        set_language(language)
        path = Path(place, "office.dutydesk")
        sample_file(path, by=Author(CLERK, now))
        store = open_file(path)
        paperwork(store, now)
        store.close()
        app = application()
        settings = Settings(QSettings(str(Path(place, "settings.ini")), QSettings.Format.IniFormat))
        settings.save(replace(settings.now, language=language, palette="light", actor=CLERK))
        desk = boot(app, path, settings=settings, now=lambda: now, executor=InlineExecutor)
        keep(staff_read(app, window_of(desk), Path(place)), folder / "first_run_staff.png")
        window_of(desk).resize(WIDTH, HEIGHT)
        for name, picture in shots(app, desk):
            keep(picture, folder / f"{name}.png")
        desk.close()


def window_of(desk: Desk) -> MainWindow:
    """The window with the file in it."""
    from ui.window.main_window import MainWindow

    if not isinstance(desk.window, MainWindow):
        message = "the sample office did not open"
        raise SystemExit(message)
    return desk.window


def keep(picture: QImage, path: Path) -> None:
    """Write a picture in 256 of its own colours, the frequent and the vivid ones: that makes it small."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QImage

    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    often = Counter(memoryview(whole.constBits()).cast("I"))
    table = sorted(often, key=lambda colour: -often[colour] * (1 + _VIVID * QColor(colour).saturationF()))
    few = whole.convertToFormat(
        QImage.Format.Format_Indexed8, table[:256], Qt.ImageConversionFlag.ThresholdDither
    )
    few.save(str(path), quality=0)


def shots(app: QApplication, desk: Desk) -> Iterator[tuple[str, QImage]]:
    """Every picture of the sample office by its name."""
    from PySide6.QtWidgets import QStackedWidget, QTabWidget

    from pictures.scene import choose_first
    from ui.today.page import TodayPage

    window = window_of(desk)
    rooms: QWidget = window.findChildren(QStackedWidget)[0]

    def turn(page: str, tab: int = 0, width: int = WIDTH) -> QWidget:
        window.resize(width, HEIGHT)
        window.go(page)
        for tabs in [each for each in window.findChildren(QTabWidget) if each.isVisible()]:
            tabs.setCurrentIndex(min(tab, tabs.count() - 1))
        app.processEvents()
        choose_first(rooms)
        app.processEvents()
        return rooms

    turn("log")
    window.findChildren(TodayPage)[0].reload()
    for name in ("today", "incidents", "followups", "swaps", "audit", "accounts"):
        yield name, turn(name).grab().toImage()
    for name in ("log", "people", "calendar", "shifts", "statistics"):
        yield name, turn(name, width=WIDE).grab().toImage()
    for name, page, tab in (
        ("leave", "leave", 1), ("fairness", "roster", 1), ("publish", "roster", 3),
        ("violations", "discipline", 1), ("year", "discipline", 2), ("checks", "discipline", 3),
        ("overtime", "discipline", 4),
    ):  # fmt: skip
        yield name, turn(page, tab, WIDE).grab().toImage()
    turn("roster", width=WIDE)
    yield "roster", window.grab().toImage()
    yield from dialogs(app, desk)


_SETTLED = 4
"""So often layouts within layouts ask each other for room before a dialog lies as it will."""


def dialogs(app: QApplication, desk: Desk) -> Iterator[tuple[str, QImage]]:
    """The handover, the backups, the first steps, and the printed week."""
    from dutydesk.domain.dates import week_of
    from dutydesk.services import watch
    from dutydesk.services.roster import grid
    from ui.paper.printing import picture
    from ui.sheets.parts import letterhead
    from ui.sheets.weekly import weekly_sheet
    from ui.swapping.dialog import ask_swap
    from ui.today.page import TodayPage

    window, now = window_of(desk), datetime.fromisoformat(AT)
    window.go("today")
    page = window.findChildren(TodayPage)[0]
    for name, opened in (("handover", page.hand_over), ("backups", lambda: window.do("backups"))):
        opened()
        yield name, shown(app, window)
    window.do("first_run")
    yield "first_run_week", shown(app, window)
    if desk.session is not None:
        on_duty = desk.session.read(watch.stints, now.date(), now.date())
        main = next(each for each in on_duty if each.person and not each.leads)
        ask_swap(window, desk.session, main.place, str(main.person))
        yield "takeover", shown(app, window)
        head, week = desk.session.read(letterhead, now), desk.session.read(grid, week_of(now.date()))
        yield "form_week", picture(weekly_sheet(week, head), PAPER)


def shown(app: QApplication, window: QWidget) -> QImage:
    """The dialog that is open; it is closed afterwards. A folder of this machine is nobody's business."""
    from PySide6.QtWidgets import QApplication, QTableView

    from pictures.scene import open_dialogs

    app.processEvents()
    dialog = open_dialogs(QApplication.topLevelWidgets(), window)[0]
    for table in dialog.findChildren(QTableView):
        if dialog.objectName() == "backups":
            table.hideColumn(table.model().columnCount() - 1)
    for _ in range(_SETTLED):
        app.processEvents()
    image = dialog.grab().toImage()
    dialog.close()
    app.processEvents()
    return image


def staff_read(app: QApplication, window: QWidget, place: Path) -> QImage:
    """The first steps with a staff list that was just read."""
    from dutydesk.domain.accounts import Author
    from dutydesk.domain.presets import PresetKind
    from dutydesk.services.files import open_file
    from ui.first_run.staff_step import StaffStep
    from ui.first_run.wizard import FirstRun
    from ui.i18n import tr
    from ui.session import InlineExecutor, Session
    from ui.window.founding import SAMPLES, new_file

    path, now = place / "new.dutydesk", datetime.fromisoformat(AT)
    new_file(path, tr("Qingshi County Government Office"), PresetKind.FULL_DAY, by=Author(CLERK, now))
    session = Session(open_file(path), actor=CLERK, now=lambda: now, executor=InlineExecutor())
    wizard = FirstRun(None, session.author, session)
    wizard.show()
    step = wizard.step
    if isinstance(step, StaffStep):
        step.source.take(SAMPLES / "staff.csv")
    picture = shown(app, window)
    session.close()
    return picture


if __name__ == "__main__":
    raise SystemExit(main())
