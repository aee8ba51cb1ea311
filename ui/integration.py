"""Makes DutyDesk known to the system for one user: a line in the menu, and what opens a duty file.

Nothing needs an administrator, and all of it can be taken back.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template

from ui.resources import SUFFIX, resource

_KIND = "application/x-dutydesk"
_CLASS = "DutyDesk.File"
_PLACES = {
    "applications/dutydesk.desktop": "dutydesk.desktop",
    "mime/packages/dutydesk.xml": "dutydesk.xml",
    "icons/hicolor/scalable/apps/dutydesk.svg": "dutydesk.svg",
    "icons/hicolor/scalable/mimetypes/application-x-dutydesk.svg": "dutydesk.svg",
}
"""Where each file of resources/system lies below the user's own data."""
_QUOTED = str.maketrans({each: f"\\\\{each}" for each in '"`$'} | {"\\": "\\\\\\\\", "%": "%%"})
Run = Callable[[list[str]], object]


def program() -> Path:
    """The program as it was started: the packed one, or the command beside this Python."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable)
    return Path(sys.executable).with_name("dutydesk.exe" if sys.platform == "win32" else "dutydesk")


def data_home(environment: Mapping[str, str]) -> Path:
    """The folder of the user's own data on a Linux desktop."""
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def integrate(command: Path, home: Path, run: Run | None = None) -> list[Path]:
    """Write what a Linux desktop reads below `home`, and have it read again; the files written."""
    written = []
    for place, name in _PLACES.items():
        text = resource("system", name).read_text(encoding="utf-8")
        if name.endswith(".desktop"):
            text = Template(text).substitute(command=f'"{str(command).translate(_QUOTED)}"')
        target = home / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        written.append(target)
    _read_again(home, run or _run)
    (run or _run)(["xdg-mime", "default", "dutydesk.desktop", _KIND])
    return written


def forget(home: Path, run: Run | None = None) -> list[Path]:
    """Take back what `integrate` wrote; the files removed."""
    removed = [home / place for place in _PLACES if (home / place).exists()]
    for target in removed:
        target.unlink()
    if removed:
        _read_again(home, run or _run)
    return removed


def _read_again(home: Path, run: Run) -> None:
    """Bring the desktop's own lists up to date; a desktop without these tools looks for itself."""
    run(["update-mime-database", str(home / "mime")])
    run(["update-desktop-database", "-q", str(home / "applications")])
    run(["gtk-update-icon-cache", "-q", "-t", str(home / "icons" / "hicolor")])


def _run(words: list[str]) -> None:
    if shutil.which(words[0]):
        subprocess.run(words, capture_output=True, check=False)  # noqa: S603 - our own words


def registry(command: Path) -> dict[str, str]:
    """What Windows is told, by key below HKEY_CURRENT_USER: the default value of each."""
    classes = r"Software\Classes"
    return {
        rf"{classes}\{SUFFIX}": _CLASS,
        rf"{classes}\{_CLASS}": "DutyDesk",
        rf"{classes}\{_CLASS}\DefaultIcon": f'"{command}",0',
        rf"{classes}\{_CLASS}\shell\open\command": f'"{command}" "%1"',
    }


def integrate_here(*, remove: bool) -> list[str]:
    """Do it, or take it back, on the system that this is; the files or keys that it was."""
    if sys.platform == "win32":
        return _registered(registry(program()), remove=remove)
    home = data_home(os.environ)
    return [str(each) for each in (forget(home) if remove else integrate(program(), home))]


def _registered(keys: Mapping[str, str], *, remove: bool) -> list[str]:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows alone has it

        for key in sorted(keys, reverse=remove):
            if remove:
                for inner in (rf"{key}\shell\open", rf"{key}\shell", key):
                    try:
                        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, inner)
                    except FileNotFoundError:
                        continue
            else:
                winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, keys[key])
    return list(keys)
