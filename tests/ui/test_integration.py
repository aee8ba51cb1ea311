"""The system knows what opens a duty file, for this user alone, until it is told to forget."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.builders import BY
from ui import integration
from ui.resources import SUFFIX, resource
from ui.window.founding import sample_file

COMMAND = Path("/opt/duty desk/$new/dutydesk")


def nothing(words):
    """What a desktop without tools does with them."""


def entry(home):
    head, *lines = (home / "applications" / "dutydesk.desktop").read_text(encoding="utf-8").splitlines()
    assert head == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines)


def test_the_menu_starts_the_program_wherever_it_lies(tmp_path):
    integration.integrate(COMMAND, tmp_path, nothing)
    shown = entry(tmp_path)
    assert shown["Name[zh_CN]"] == "值班台"
    told = shown["Exec"].replace("\\\\", "\\")  # the entry's own escapes come first, then those of the quotes
    assert re.sub(r"\\(.)", r"\1", told) == f'"{COMMAND}" %f'


def test_the_kind_of_file_is_known_by_its_name_and_its_mark(tmp_path):
    integration.integrate(COMMAND, tmp_path, nothing)
    kind = ET.fromstring((tmp_path / "mime" / "packages" / "dutydesk.xml").read_text("utf-8"))[0]  # noqa: S314 - ours
    names = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    assert kind.get("type") in entry(tmp_path)["MimeType"]
    assert kind.find("m:glob", names).get("pattern") == f"*{SUFFIX}"
    assert kind.find("m:magic/m:match/m:match", names).get("value") == "Duty"


def test_the_desktop_is_asked_to_look_again_and_to_open_them_with_it(tmp_path):
    asked = []
    integration.integrate(COMMAND, tmp_path, asked.append)
    assert [words[0] for words in asked] == [
        "update-mime-database", "update-desktop-database", "gtk-update-icon-cache", "xdg-mime",
    ]  # fmt: skip


def test_it_is_taken_back_whole(tmp_path):
    written = integration.integrate(COMMAND, tmp_path, nothing)
    assert integration.forget(tmp_path, nothing) == written
    assert not [each for each in tmp_path.rglob("*") if each.is_file()]
    assert integration.forget(tmp_path, nothing) == []


def test_the_users_own_data_lie_where_the_desktop_says(tmp_path):
    assert integration.data_home({"XDG_DATA_HOME": str(tmp_path)}) == tmp_path
    assert integration.data_home({"XDG_DATA_HOME": "relative"}).parts[-2:] == (".local", "share")


def test_windows_is_told_the_same():
    told = integration.registry(Path("C:/Program Files/DutyDesk/dutydesk.exe"))
    assert told[rf"Software\Classes\{SUFFIX}"] == "DutyDesk.File"
    opens = told[r"Software\Classes\DutyDesk.File\shell\open\command"]
    assert opens.endswith('dutydesk.exe" "%1"')


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="no desktop tools here")
def test_the_desktops_own_tools_take_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    integration.integrate(COMMAND, tmp_path)
    assert "x-dutydesk" in (tmp_path / "mime" / "globs2").read_text(encoding="utf-8")


def test_the_mark_is_in_every_file(tmp_path):
    path = tmp_path / f"sample{SUFFIX}"
    sample_file(path, by=BY)
    assert path.read_bytes()[68:72] == b"Duty"
    assert resource("system", "dutydesk.svg").exists()
