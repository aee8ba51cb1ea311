from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.editing.cell_editors import WordsEdit

POSTS = ["leader", "officer", "night-officer", "driver"]


def typed(qtbot, before, text):
    edit = WordsEdit(POSTS)
    qtbot.addWidget(edit)
    edit.setText(before)
    edit.show()
    QTest.keyClicks(edit, text)
    return edit


def test_only_the_word_under_the_cursor_is_completed(qtbot):
    edit = typed(qtbot, "leader、", "dr")
    assert edit.offered() == ["driver"]
    edit.complete("driver")
    assert edit.text() == "leader、driver"


def test_a_word_in_the_middle_leaves_the_rest(qtbot):
    edit = typed(qtbot, "、driver", "")
    edit.setCursorPosition(0)
    QTest.keyClicks(edit, "off")
    assert edit.offered() == ["officer", "night-officer"]
    edit.complete("officer")
    assert edit.text() == "officer、driver"


def test_a_word_nobody_knows_is_left_alone(qtbot):
    edit = typed(qtbot, "", "cook")
    assert edit.offered() == []
    QTest.keyClick(edit, Qt.Key.Key_End)
    assert edit.text() == "cook"
