"""What a page needs is there before somebody looks at it."""

from __future__ import annotations

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
