"""Plays the month in a window at a speed that can be followed.

    python3 bootstrap.py test --watch [--lang zh_CN] [--dark] [--pause SECONDS] [--photos FOLDER]

Where there is no display there is nothing to follow, so every step becomes a picture instead.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.month.conftest import LANGUAGE, PALETTE
from tests.month.player import PAUSE, PHOTOS
from ui.i18n import system_language

ROOT = Path(__file__).parents[2]
MONTH = ("tests/month", "-k", "the_month_is_played", "-o", "addopts=--import-mode=importlib", "-q", "-s")
SECONDS = "1.5"


def main(words: Sequence[str]) -> int:
    """Play it; the answer is that of the test."""
    seen = os.environ.get("QT_QPA_PLATFORM") != "offscreen"
    told = watching(words, seen=seen)
    if PHOTOS in told:
        Path(told[PHOTOS]).mkdir(parents=True, exist_ok=True)
        words_on_it = "" if seen else "There is no display here for a window. "
        sys.stdout.write(f"{words_on_it}Every step becomes a picture in {told[PHOTOS]}\n")
        sys.stdout.flush()
    command = [sys.executable, "-m", "pytest", *MONTH]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **told}, check=False).returncode


def watching(words: Sequence[str], *, seen: bool) -> Mapping[str, str]:
    """What the test is told by the environment; it pauses only where somebody can see the window."""
    photos = after(words, "--photos") or ("" if seen else str(ROOT / "build" / "month"))
    told = {
        "DUTYDESK_WATCH": "1",
        PAUSE: (after(words, "--pause") or SECONDS) if seen else "",
        PHOTOS: str(Path(photos).resolve()) if photos else "",
        LANGUAGE: after(words, "--lang") or system_language(),
        PALETTE: "dark" if "--dark" in words else "",
    }
    return {name: value for name, value in told.items() if value}


def after(words: Sequence[str], option: str) -> str:
    """The word behind an option; empty without it."""
    return words[words.index(option) + 1] if option in words[:-1] else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
