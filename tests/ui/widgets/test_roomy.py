from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.roomy import Roomy


def test_a_window_may_be_smaller_than_what_it_shows(qtbot):
    held = QWidget()
    held.setMinimumSize(900, 500)
    room = Roomy(held)
    qtbot.addWidget(room)
    room.resize(400, 300)
    room.show()
    assert room.minimumSizeHint() == QSize(0, 0)
    assert held.size() == QSize(900, 500)
    assert room.horizontalScrollBar().maximum() > 0


def test_words_that_fit_beside_each_other_in_a_wide_window_need_no_height_for_a_narrow_one(qtbot):
    held = QWidget()
    column = QVBoxLayout(held)
    words = QLabel("值班室 " * 60)
    words.setWordWrap(True)
    column.addWidget(words)
    column.addWidget(Tall())
    room = Roomy(held)
    qtbot.addWidget(room)
    room.resize(1200, 300)
    room.show()
    assert room.verticalScrollBar().maximum() == 0
    room.resize(220, 300)
    assert room.verticalScrollBar().maximum() > 0
    room.resize(1200, 300)
    assert room.verticalScrollBar().maximum() == 0


class Tall(QWidget):
    """Leaves no room for a second paragraph."""

    @override
    def minimumSizeHint(self):
        return QSize(100, 200)


def test_a_large_window_is_filled(qtbot):
    room = Roomy(QWidget())
    qtbot.addWidget(room)
    room.resize(1200, 700)
    room.show()
    assert room.widget().size() == QSize(1200, 700)
