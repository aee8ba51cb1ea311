"""Pictures of every page, dialog and form, for the eye: Chinese and English, light and dark, usual screens.

    python3 bootstrap.py pictures [FOLDER] [--only LANGUAGE-PALETTE-WIDTHxHEIGHT-PERCENT]
    python3 bootstrap.py pictures --guide       those of the user's guide instead, into resources/guide

Each look is drawn by a process of its own, and Qt imported within functions: the scale of a screen is chosen
before Qt starts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pictures.scene import Scene
    from ui.desk import Desk

ROOT = Path(__file__).parents[1]
LANGUAGES, PALETTES, PERCENTS = ("zh_CN", "en"), ("light", "dark"), (100, 150)
SCREENS = ((1366, 768), (1920, 1080))
AT = "2026-11-21T09:30:00+08:00"
"""The moment that every picture shows."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks: its language and palette, the screen in dots and its scale in percent."""

    language: str
    palette: str
    width: int
    height: int
    percent: int

    @property
    def wide(self) -> int:
        """The width of the screen in the dots of the program."""
        return round(100 * self.width / self.percent)

    @property
    def high(self) -> int:
        """The height of the screen in the dots of the program."""
        return round(100 * self.height / self.percent)

    @property
    def has_forms(self) -> bool:
        """Whether the forms are printed in it: once a language, as paper is always the same."""
        return self.palette == PALETTES[0] and self.percent == PERCENTS[0] and self.width == SCREENS[0][0]

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
        return subprocess.run([sys.executable, "-m", "pictures.guide"], cwd=ROOT, check=False).returncode
    if asked.here:
        draw(asked.only, asked.folder)
        return 0
    for look in looks():
        if asked.only in {None, look}:
            print(look, flush=True)
            take_look(look, asked.folder / str(look))
    print(f"The pictures are in {asked.folder}")
    return 0


def take_look(look: Look, folder: Path) -> None:
    """Draw one look by a process of its own, on a screen of its size."""
    with tempfile.TemporaryDirectory() as place:
        screen = {"name": "screen", "x": 0, "y": 0, "width": look.width, "height": look.height}
        dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        screens = Path(place, "screens.json")
        screens.write_text(json.dumps({"screens": [{**screen, **dots}]}), encoding="utf-8")
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
            "QT_SCALE_FACTOR": str(look.percent / 100),
        }
        itself = [sys.executable, "-m", "pictures", str(folder), "--only", str(look), "--here"]
        subprocess.run(itself, cwd=ROOT, env=environment, check=True)


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
    from dutydesk.services.files import open_file
    from pictures.faults import MISSING, told
    from pictures.office import CLERK, paperwork
    from pictures.scene import Scene
    from ui.app import application, boot
    from ui.i18n import set_language
    from ui.session import InlineExecutor
    from ui.settings import Settings
    from ui.window.founding import sample_file

    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.fromisoformat(AT)
    with tempfile.TemporaryDirectory() as place:
        set_language(look.language)
        path = Path(place, f"{CLERK}.dutydesk" if look.language == LANGUAGES[0] else "office.dutydesk")
        sample_file(path, by=Author(CLERK, now))
        app = application()
        settings = Settings(QSettings(str(Path(place, "settings.ini")), QSettings.Format.IniFormat))
        settings.save(replace(settings.now, language=look.language, palette=look.palette, actor=CLERK))
        desk = boot(app, path, settings=settings, now=lambda: now, executor=InlineExecutor)
        scene = Scene(desk, folder, Path(place), now)
        scene.window.resize(look.wide, look.high)
        take_pages(scene, "bare")
        close_file(desk)
        with closing(open_file(path)) as store:
            paperwork(store, now)
        desk.open(path)
        scene.window.resize(look.wide, look.high)
        take_everything(scene, with_forms=look.has_forms)
        desk.close()
    print(f"  {len(scene.taken)} taken, {len(scene.found)} found", told(scene.found), sep="\n")
    if any(each.sort == MISSING for _, each in scene.found):
        raise SystemExit(1)


def close_file(desk: Desk) -> None:
    """Close the file with all that still looks at it: no loop is running here that would let go of it."""
    from PySide6.QtCore import QCoreApplication, QEvent

    desk.close_file()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def take_everything(scene: Scene, *, with_forms: bool) -> None:
    """The pages with what waits on the desks, the dialogs, the forms, and last what closes the file."""
    from pictures.dialogs import discipline, planning, room
    from pictures.forms import forms
    from pictures.windows import doors, give_accounts, take_menus, take_start, windows

    take_pages(scene, "page")
    take_menus(scene)
    for shot in (*room(), *planning(), *discipline(), *windows()):
        shot.take(scene)
    for form in forms() if with_forms else ():
        form.take(scene)
    give_accounts(scene)
    for shot in doors():
        shot.take(scene)
    take_start(scene)


def take_pages(scene: Scene, name: str) -> None:
    """Every page with each of its tabs."""
    from pictures.scene import choose_first, tabs_turned
    from ui.window.pages import all_pages

    for page in all_pages():
        scene.window.go(page.id)
        for number, _ in enumerate(tabs_turned(scene.window)):
            choose_first(scene.window)
            scene.keep(f"{name}-{page.id}-{number}", scene.window)
