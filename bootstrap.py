"""Sets DutyDesk up in `.venv` and then runs, tests, checks, translates or builds it.

The standard library only, in words that Python 3.6 can still read: an older Python is told what it lacks.
"""

import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import wheelhouse as wheels
from system_libraries import QT_LIBRARIES, WINDOW_LIBRARIES

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)


def too_old(version: "tuple[int, ...]") -> str:
    """The sentence for a Python older than 3.11; empty for one that will do."""
    if version >= OLDEST:
        return ""
    return "DutyDesk needs Python {}.{} or newer; this is Python {}.{}.".format(*OLDEST, *version[:2])


if too_old(sys.version_info[:2]):  # before the first annotation that an older Python cannot evaluate
    sys.exit(too_old(sys.version_info[:2]))

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "dutydesk-setup.txt"
PINS = ("requirements.lock", "pyproject.toml")

GATES = (  # fast first
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("vulture",),
)


class SetUpError(Exception):
    """Why the set-up cannot go on, in one sentence for the person at the keyboard."""


def main(words: list[str]) -> int:
    """Do what the first word says; the rest are its arguments."""
    verb, rest = (words[0], words[1:]) if words else ("help", [])
    if verb not in VERBS:
        print(usage())
        return 0 if verb in {"help", "-h", "--help"} else 2
    try:
        folder, rest = wheels.taken(rest, ROOT)
        set_up(wheels.complaint(folder), wheels.source(folder))
        return VERBS[verb](rest)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted. What was not finished is done anew next time.", file=sys.stderr)
        return 130


def usage() -> str:
    """The verbs, with the first line of what each says of itself."""
    lines = [f"  {verb:<10} {str(deed.__doc__).splitlines()[0]}" for verb, deed in VERBS.items()]
    return "\n".join(["python3 bootstrap.py VERB [ARGUMENTS]", "", *lines])


def run(words: list[str]) -> int:
    """Open DutyDesk or do what its command line is asked; with no display, print the sample week."""
    if words or has_display(sys.platform, os.environ):
        return subprocess.run([script("dutydesk"), *words], check=False).returncode
    print("There is no display here for a window, so the sample office's week is printed as PDF instead.")
    return print_sample_week(ROOT / "build" / "sample", date.today())  # noqa: DTZ011 - the desk's day


def print_sample_week(folder: Path, today: date) -> int:
    """Make the sample office anew in `folder`, and the week of `today` as a PDF beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    office, sheet = folder / "office.dutydesk", folder / "week.pdf"
    export = ["export", str(office), "--week", iso_week(today), "--format", "pdf", "-o", str(sheet)]
    code = call([script("dutydesk"), "demo", str(office)]) or call([script("dutydesk"), *export])
    if code == 0:
        print(f"The sample office's week: {sheet}")
    return code


def iso_week(day: date) -> str:
    """The ISO week of a day, as the command line takes it: 2026-W47."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def test(words: list[str]) -> int:
    """Run the tests in random order on all cores; `--all` adds the slow proofs, `--watch` shows the month."""
    watched = [script("python"), "-m", "tests.month.watched", *words]
    return call(watched if "--watch" in words else pytest_command(words))


def pytest_command(words: list[str]) -> list[str]:
    """The call of pytest; `--all` undoes the marker filter of pyproject.toml."""
    chosen = [word for word in words if word != "--all"]
    return [script("pytest"), "-n", "auto", *(["-m", ""] if "--all" in words else []), *chosen]


def gates(_words: list[str]) -> int:
    """Check format, lint, types, layers and dead code; all of them, whatever the first ones say."""
    failed = [" ".join(gate) for gate in GATES if announced([script(gate[0]), *gate[1:]]) != 0]
    print("Gates: " + ("all passed" if not failed else "FAILED " + ", ".join(failed)))
    return 1 if failed else 0


def translate(_words: list[str]) -> int:
    """Bring the words in ui/ into the catalogue of translations, and compile it."""
    return call([script("python"), str(ROOT / "catalogue.py")])


def build(_words: list[str]) -> int:
    """Build the folder dist/dutydesk, and see that it starts."""
    built = ROOT / "dist" / "dutydesk" / ("dutydesk.exe" if os.name == "nt" else "dutydesk")
    packing = [script("pyinstaller"), "--noconfirm", "--log-level", "WARN", "build.spec"]
    return announced(packing) or announced([str(built), "selftest"])


def pictures(words: list[str]) -> int:
    """Draw every page, dialog and form in both languages and palettes into build/pictures."""
    return call([script("python"), "-m", "pictures", *words])


def wheelhouse(words: list[str]) -> int:
    """Collect in a folder all that `run` and `test` install, for machines without a network."""
    return call(wheels.collecting(script("python"), ROOT, words))


VERBS = {verb.__name__: verb for verb in (run, test, gates, translate, pictures, build, wheelhouse)}


def set_up(complaint: str = "", source: "tuple[str, ...]" = ()) -> None:
    """Make `.venv` hold what the lock says; a stamp, written last, says that it does.

    `source` is where pip takes the wheels from, nothing for its usual place.
    """
    if complaint:
        raise SetUpError(complaint)
    wanted = stamp(ROOT, platform.python_version())
    found = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    if found == wanted:
        return
    print("Setting DutyDesk up in .venv. This takes a minute or two, once.", flush=True)
    STAMP.unlink(missing_ok=True)
    install_system_packages(offline=bool(source))
    if is_stale(found, wanted):
        make_venv()
    pip(*source, "--require-hashes", "--only-binary", ":all:", "-r", "requirements.lock")
    pip(*source, "--no-deps", "--no-build-isolation", "-e", ".")
    STAMP.write_text(wanted, encoding="utf-8")


def stamp(root: Path, python: str) -> str:
    """What a set-up is made of: the Python and the place on the first line, the pins on the second."""
    pins = hashlib.sha256(b"".join((root / name).read_bytes() for name in PINS))
    return f"Python {python} in {root}\n{pins.hexdigest()}\n"


def is_stale(found: str, wanted: str) -> bool:
    """True where `.venv` must be made from nothing: interrupted, moved, or of another Python."""
    return found.partition("\n")[0] != wanted.partition("\n")[0]


def make_venv() -> None:
    """Make an empty `.venv` with pip, whatever was there."""
    if Path(sys.prefix) == VENV:
        raise SetUpError(
            "This is the Python inside .venv, which must be made anew: call the system's Python."
        )
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        install([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    finished(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], "The virtual environment could not be made."
    )


def pip(*words: str) -> None:
    """Have the pip of `.venv` install something."""
    command = [script("python"), "-m", "pip", "install", "--disable-pip-version-check", *words]
    finished(command, "pip could not install what DutyDesk needs; see above. " + wheels.ADVICE)


def install_system_packages(*, offline: bool = False) -> None:
    """On Linux, get the libraries Qt loads, and the PDF reader of the tests; offline, say what is missing."""
    if not sys.platform.startswith("linux"):
        return
    needed = missing_packages(QT_LIBRARIES, loads)
    for_window = missing_packages(WINDOW_LIBRARIES, loads)
    for_tests = [] if shutil.which("pdftotext") else ["poppler-utils"]
    if can_install() and not offline:
        install([*needed, *for_window, *for_tests])
        return
    must = needed + (for_window if has_display(sys.platform, os.environ) else [])
    if must:
        raise SetUpError(please_install(must))
    if for_tests:
        print("Some tests read PDF files and are skipped. " + please_install(for_tests))


def missing_packages(libraries: Mapping[str, str], has: Callable[[str], bool]) -> list[str]:
    """The packages of the libraries that this machine does not have."""
    return [package for library, package in libraries.items() if not has(library)]


def loads(library: str) -> bool:
    """True where the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_install() -> bool:
    """True for root on Debian or one of its children (Ubuntu, UOS, Kylin)."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> None:
    """Install system packages, or say which ones somebody has to install."""
    if not packages:
        return
    if not can_install():
        raise SetUpError(please_install(packages))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)  # a stale list may still do
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    finished(command, please_install(packages), quiet)


def please_install(packages: list[str]) -> str:
    """The sentence that asks for system packages."""
    return "Please have these installed first (names as on Debian): apt-get install " + " ".join(packages)


def finished(command: list[str], otherwise: str, env: "dict[str, str] | None" = None) -> None:
    """Run a step of the set-up; if it fails, `otherwise` is the sentence to end with."""
    if subprocess.run(command, cwd=ROOT, env=env, check=False).returncode:
        raise SetUpError(otherwise)


def announced(command: list[str]) -> int:
    """Run a command after saying its name."""
    print("$", Path(command[0]).stem, *command[1:], flush=True)
    return call(command)


def call(command: list[str]) -> int:
    """Run a command at the root of the project, with no screen needed, and return its exit code."""
    env = environment(sys.platform, os.environ)
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def script(name: str) -> str:
    """Path of a command installed in the virtual environment."""
    return str(BIN / (name + ".exe" if os.name == "nt" else name))


def environment(system: str, outside: Mapping[str, str]) -> dict[str, str]:
    """What a command inherits: UTF-8 throughout, and Qt drawing into memory where there is no display."""
    offscreen = {} if has_display(system, outside) else {"QT_QPA_PLATFORM": "offscreen"}
    return {**offscreen, **outside, "PYTHONUTF8": "1"}


def has_display(system: str, environ: Mapping[str, str]) -> bool:
    """True on Windows and macOS, and on a Linux with X11 or Wayland."""
    return not system.startswith("linux") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
