"""How long the window takes until it is usable with a ten-year file, beside a bare QMainWindow: the ratio.

python -m benchmarks.start [runs] [--built]

The two are started in turns, so that a busy machine disturbs both alike. With --built both are packed first,
each by itself, and the folders are started instead of the sources.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.ten_years import ROOT, ten_years

RUNS = 15
CHILD = ROOT / "benchmarks" / "first_paint.py"


def took(command: list[str], env: dict[str, str]) -> float:
    """Milliseconds from the start of a program until its window waits for the user."""
    begun = time.monotonic_ns()
    answer = subprocess.run(command, env=env, capture_output=True, text=True, check=True)  # noqa: S603 -- ours
    return (int(answer.stdout.splitlines()[-1]) - begun) / 1e6


def packed() -> list[str]:
    """Pack the watched window as build.spec packs the program; the path of its starter."""
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    spec = spec.replace("ui/cli/__main__.py", "benchmarks/first_paint.py").replace(
        'name="dutydesk"', 'name="watched"'
    )
    draft = ROOT / "watched.spec"
    try:
        draft.write_text(spec, encoding="utf-8")
        pyinstaller(str(draft))
    finally:
        draft.unlink()
    return [str(ROOT / "dist" / "watched" / "watched")]


def packed_bare() -> list[str]:
    """Pack a bare window as PyInstaller does by itself; the path of its starter."""
    pyinstaller("--name", "bare_window", "--exclude-module", "ui", "--specpath", "build", str(CHILD))
    return [str(ROOT / "dist" / "bare_window" / "bare_window")]


def pyinstaller(*words: str) -> None:
    """Have PyInstaller make a folder in dist/."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *words]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 -- ours


def main(words: list[str]) -> None:
    """Start both in turns and print medians and ratio."""
    runs = next((int(word) for word in words if word.isdigit()), RUNS)
    built = "--built" in words
    source = [sys.executable, str(CHILD)]
    bare, whole = (packed_bare(), packed()) if built else (source, source)
    file = ten_years()
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as home:
        copy = Path(home, file.name)
        copy.write_bytes(file.read_bytes())
        env = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        env.setdefault("LANG", "zh_CN.UTF-8")
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # a program is compiled once, not at every start
        taken: dict[str, list[float]] = {"bare": [], "dutydesk": []}
        for run in range(runs + 1):
            both = {
                "bare": took([*bare, "bare"], env),
                "dutydesk": took([*whole, "dutydesk", str(copy)], env),
            }
            if run:  # the first of each only warms the disk
                for name, each in both.items():
                    taken[name].append(each)
    for name, times in taken.items():
        print(f"{name:10}{median(times):8.0f} ms   {min(times):.0f} to {max(times):.0f}")
    print(f"ratio     {median(taken['dutydesk']) / median(taken['bare']):8.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
