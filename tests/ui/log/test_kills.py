"""A program that is killed while somebody types loses at most what was typed in the last second."""

import os
import random
import sys
import time

import pytest

from dutydesk.services import drafts
from dutydesk.services.files import open_file
from dutydesk.storage import file
from tests.services.nights import by
from tests.storage.killed import kill_after

_A_SECOND = 1.0
_BETWEEN = 25  # milliseconds from key to key: nobody types faster


def type_on(tell, path):
    """Type into the page of the log without a pause, and tell after each key how much is typed, and when."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtTest import QTest  # noqa: PLC0415 - in the process that is killed

    from ui.app import application  # noqa: PLC0415
    from ui.log.page import LogPage  # noqa: PLC0415
    from ui.session import InlineExecutor, Session  # noqa: PLC0415

    sys.argv = ["typist"]
    app = application()
    session = Session(open_file(path), actor="钱堃", now=lambda: by(3).at, executor=InlineExecutor())
    page = LogPage(session)
    page.show()
    page.form.content.setFocus()
    app.processEvents()
    tell("ready")
    number = 0
    while True:
        number += 1
        QTest.keyClick(page.form.content, "x")
        tell((number, time.monotonic()))
        QTest.qWait(_BETWEEN)


def lost(path, seconds):
    """Of how much that was typed a second and more before the kill nothing is left."""
    told = kill_after(seconds, type_on, path)
    killed_at = told[-1][1]
    typed = max((number for number, at in told if at <= killed_at - _A_SECOND), default=0)
    kept = len(drafts.kept_draft(path).get("content", ""))
    return typed, max(0, typed - kept)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_whoever_is_killed_while_typing_loses_at_most_the_last_second(tmp_path, seed):
    path = tmp_path / "office.dutydesk"
    file.create(path, "desk")
    typed, missing = lost(path, random.Random(seed).uniform(1.4, 3.4))  # noqa: S311 - chance that can be repeated
    assert typed > 0
    assert missing == 0
