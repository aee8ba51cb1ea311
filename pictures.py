"""Pictures of every page, dialog and form, for the eye: Chinese and English, light and dark, usual screens.

    python3 bootstrap.py pictures [FOLDER] [--only LANGUAGE-PALETTE-WIDTHxHEIGHT-PERCENT]
    python3 bootstrap.py pictures --guide       those of the user's guide instead, into resources/guide

Each look is drawn by a process of its own, and Qt imported within functions: the scale of a screen is chosen
before Qt starts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from ui.desk import Desk
    from ui.window.main_window import MainWindow

ROOT = Path(__file__).parent
LANGUAGES, PALETTES, PERCENTS = ("zh_CN", "en"), ("light", "dark"), (100, 150)
SCREENS = ((1366, 768), (1920, 1080))
AT = "2026-11-21T09:30:00+08:00"
"""The moment that every picture shows."""
PAPER_WIDTH = 1400


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks: its language and palette, the screen in dots and its scale in percent."""

    language: str
    palette: str
    width: int
    height: int
    percent: int

    @override
    def __str__(self) -> str:
        return f"{self.language}-{self.palette}-{self.width}x{self.height}-{self.percent}"


def looks() -> Iterator[Look]:
    """Every look there is a picture of."""
    for language, palette, (width, height), percent in product(LANGUAGES, PALETTES, SCREENS, PERCENTS):
        yield Look(language, palette, width, height, percent)


def main(words: list[str]) -> int:
    """Draw all looks, or the one that is named, each in a process of its own; or the guide's pictures."""
    asked = options().parse_args(words)
    if asked.guide:
        return subprocess.run([sys.executable, str(ROOT / "guide_pictures.py")], check=False).returncode
    if asked.here:
        draw(asked.only, asked.folder)
        return 0
    for look in looks():
        if asked.only in {None, look}:
            print(look, flush=True)
            environment = {
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(look.percent / 100),
            }
            itself = [sys.executable, __file__, str(asked.folder / str(look)), "--only", str(look), "--here"]
            subprocess.run(itself, env=environment, check=True)
    print(f"The pictures are in {asked.folder}")
    return 0


def options() -> ArgumentParser:
    """What may stand behind the command."""
    parser = ArgumentParser("bootstrap.py pictures", description="Pictures of every page, dialog and form.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "pictures")
    parser.add_argument("--only", type=look_named, metavar="LANGUAGE-PALETTE-WIDTHxHEIGHT-PERCENT")
    parser.add_argument(
        "--guide", action="store_true", help="those of the user's guide, into resources/guide"
    )
    parser.add_argument("--here", action="store_true", help=SUPPRESS)
    return parser


def look_named(name: str) -> Look:
    """The look of a name such as zh_CN-light-1366x768-100."""
    for look in looks():
        if str(look) == name:
            return look
    message = f"there is no such look; one of them is {next(looks())}"
    raise ArgumentTypeError(message)


def draw(look: Look, folder: Path) -> None:
    """Draw every page and dialog of the sample office in one look, and its forms once a language."""
    from PySide6.QtCore import QSettings

    from dutydesk.domain.accounts import Author
    from ui.app import application, boot
    from ui.i18n import set_language
    from ui.session import InlineExecutor
    from ui.settings import Settings
    from ui.window.founding import sample_file

    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.fromisoformat(AT)
    with tempfile.TemporaryDirectory() as place:
        set_language(look.language)
        path = Path(place, "青石县政府办.dutydesk")
        sample_file(path, by=Author("李敏", now))
        app = application()
        settings = Settings(QSettings(str(Path(place, "settings.ini")), QSettings.Format.IniFormat))
        settings.save(replace(settings.now, language=look.language, palette=look.palette, actor="李敏"))
        desk = boot(app, path, settings=settings, now=lambda: now, executor=InlineExecutor)
        scale = look.percent / 100
        main_window(desk).resize(round(look.width / scale), round(look.height / scale))
        take_pages(app, desk, folder)
        take_dialogs(app, desk, folder)
        if look.palette == "light" and look.percent == PERCENTS[0] and look.width == SCREENS[0][0]:
            take_forms(desk, folder)
        desk.close()


def take_pages(app: QApplication, desk: Desk, folder: Path) -> None:
    """Every page with each of its tabs."""
    from ui.window.main_window import MainWindow
    from ui.window.pages import all_pages

    window = desk.window
    if not isinstance(window, MainWindow):
        message = "the sample office did not open"
        raise SystemExit(message)
    for page in all_pages():
        window.go(page.id)
        for number, _ in enumerate(tabs_turned(window)):
            app.processEvents()
            window.grab().save(str(folder / f"page-{page.id}-{number}.png"))


def tabs_turned(window: QWidget) -> Iterator[None]:
    """Turn to every tab that is to be seen, one after the other; a page without tabs is one."""
    from PySide6.QtWidgets import QTabWidget

    shown = [each for each in window.findChildren(QTabWidget) if each.isVisible()]
    for tabs in shown:
        for at in range(tabs.count()):
            tabs.setCurrentIndex(at)
            yield
    if not shown:
        yield


def take_dialogs(app: QApplication, desk: Desk, folder: Path) -> None:
    """What each command opens, as long as it is ours and not the system's."""
    from PySide6.QtWidgets import QApplication, QFileDialog

    from ui.window.actions import all_commands

    window = main_window(desk)
    for command in all_commands():
        action = window.actions_by_id[command.id]
        if not action.isEnabled() or not command.text.rstrip().endswith(("…", "...")):
            continue
        action.trigger()
        app.processEvents()
        for number, dialog in enumerate(open_dialogs(QApplication.topLevelWidgets(), window)):
            if not isinstance(dialog, QFileDialog):
                dialog.grab().save(str(folder / f"dialog-{command.id}-{number}.png"))
            dialog.close()
        app.processEvents()


def main_window(desk: Desk) -> MainWindow:
    """The window with the file in it."""
    from ui.window.main_window import MainWindow

    if not isinstance(desk.window, MainWindow):
        message = "the sample office did not open"
        raise SystemExit(message)
    return desk.window


def open_dialogs(widgets: list[QWidget], window: QWidget) -> list[QWidget]:
    """The windows beside the main one."""
    return [each for each in widgets if each.isVisible() and each is not window and each.isWindow()]


def take_forms(desk: Desk, folder: Path) -> None:
    """The printed week, month and holiday block."""
    from datetime import date

    from dutydesk.domain.dates import Period, month_of, week_of
    from dutydesk.services.roster import grid
    from ui.paper.printing import picture
    from ui.sheets.choice import sheet_for
    from ui.sheets.parts import letterhead

    session, day = desk.session, date.fromisoformat(AT[:10])
    if session is None:
        return
    head = session.read(letterhead, datetime.fromisoformat(AT))
    for name, period in (("week", week_of(day)), ("month", month_of(day)), ("day", Period(day, day))):
        picture(sheet_for(session.read(grid, period), head), PAPER_WIDTH).save(
            str(folder / f"form-{name}.png")
        )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
