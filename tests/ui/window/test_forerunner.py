"""What a page needs is there before somebody looks at it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

from ui.window.forerunner import Forerunner
from ui.window.pages import all_pages


def test_every_page_lies_in_the_folder_of_its_name():
    assert [page.id for page in all_pages() if find_spec(f"ui.{page.id}.page") is None] == []


def test_the_pages_are_loaded_one_after_the_other(qtbot, qapp):
    names = [f"ui.{page.id}.page" for page in all_pages()]
    runner = Forerunner(qapp)
    runner.begin(0)
    qtbot.waitUntil(lambda: all(name in sys.modules for name in names))
    runner.deleteLater()


LATE = (
    "docx", "icalendar", "openpyxl", "pypinyin", "argon2", "dutydesk.domain.planner.repair",
    "dutydesk.exports",
    "dutydesk.services.intake", "ui.paper", "ui.roster.page", "ui.sheets", "ui.words.refusals",
)  # fmt: skip


def test_the_window_starts_without_what_it_does_not_show_yet():
    code = "import sys, ui.cli, ui.app, ui.today.page; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert sorted(set(LATE) & set(loaded.split())) == []
