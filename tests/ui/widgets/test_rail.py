import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from ui.widgets.rail import Rail, Stop

STOPS = (Stop("roster", "Roster", "roster", "Ctrl+1"), Stop("people", "People", "people", ground=True))


@pytest.fixture
def rail(qtbot):
    made = Rail("Pages", STOPS)
    qtbot.addWidget(made)
    made.show()
    return made


def button(rail, name):
    return next(each for each in rail.findChildren(QAbstractButton) if each.accessibleName() == name)


def test_a_click_chooses_a_page(qtbot, rail):
    with qtbot.waitSignal(rail.chosen, timeout=0) as chosen:
        button(rail, "People").click()
    assert chosen.args == ["people"]


def test_the_arrow_keys_walk_along_the_rail(qtbot, rail):
    rail.mark("roster")
    with qtbot.waitSignal(rail.chosen, timeout=0) as chosen:
        qtbot.keyClick(button(rail, "Roster"), Qt.Key.Key_Down)
    assert chosen.args == ["people"]
    with qtbot.assertNotEmitted(rail.chosen):
        qtbot.keyClick(button(rail, "People"), Qt.Key.Key_Down)


def test_marking_a_page_says_nothing(qtbot, rail):
    with qtbot.assertNotEmitted(rail.chosen):
        rail.mark("people")
    assert button(rail, "People").isChecked()


def test_the_keyboard_comes_to_the_present_page(qtbot, rail):
    rail.mark("people")
    rail.take_keyboard()
    qtbot.waitUntil(rail.has_keyboard)
    assert button(rail, "People").hasFocus()


def test_folded_it_is_narrower_and_still_names_its_pages(rail):
    wide = rail.width()
    rail.turn()
    assert rail.folded
    assert rail.maximumWidth() < wide
    assert button(rail, "Roster").toolTip() == "Roster (Ctrl+1)"
    assert not rail.grab().isNull()


def test_in_a_narrow_window_it_folds_until_there_is_room_again(rail):
    wide = rail.width()
    rail.fit(600)
    assert rail.maximumWidth() < wide
    rail.turn()
    assert rail.maximumWidth() == wide
    rail.fit(1300)
    assert not rail.folded
    assert rail.maximumWidth() == wide


def test_in_a_low_window_the_lines_move_together(rail):
    high = button(rail, "Roster").height()
    rail.setFixedHeight(rail.minimumSizeHint().height())
    assert button(rail, "Roster").height() < high
    assert not rail.grab().isNull()
