from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

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


def test_a_large_window_is_filled(qtbot):
    room = Roomy(QWidget())
    qtbot.addWidget(room)
    room.resize(1200, 700)
    room.show()
    assert room.widget().size() == QSize(1200, 700)
