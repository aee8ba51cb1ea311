"""The search box finds pages of the guide, after everything that can be done."""

import pytest
from PySide6.QtGui import QAction

from ui.guide.guide import Guide
from ui.window.find_actions import action_finder


@pytest.fixture
def guide(qapp):
    made = Guide(qapp)
    yield made
    made.close()
    made.deleteLater()


def test_what_can_be_done_comes_before_what_is_written_of_it(guide):
    backup = QAction("Back up", guide)
    answers = list(action_finder({"backup": backup})("back up"))
    assert [answer.label for answer in answers[:2]] == ["Back up", "Backups and restoring"]
    assert answers[1].detail == "Guide"


def test_nothing_typed_finds_no_page(guide):
    assert list(action_finder({})("")) == []


def test_a_page_that_was_found_opens(guide, qapp):
    next(iter(action_finder({})("spread"))).value()
    titles = [each.windowTitle() for each in qapp.topLevelWidgets() if each.isVisible()]
    assert titles == ["Guide"]
