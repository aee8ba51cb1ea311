from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.room import give_room, give_width, give_words_room, room_for


def test_a_window_gets_what_it_wants_as_far_as_the_screen_goes(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    give_room(window, 300, 200)
    assert (window.width(), window.height()) == (300, 200)
    give_room(window, 30000, 20000)
    assert window.size() == room_for(window)
    give_width(window, 4000)
    assert window.minimumWidth() == room_for(window).width()


def test_words_that_wrap_have_their_lines(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    words = QLabel("a sentence that goes on and on " * 20)
    words.setWordWrap(True)
    QVBoxLayout(window).addWidget(words)
    give_width(window, 30)
    give_words_room(window)
    window.show()
    assert words.height() >= words.heightForWidth(words.width())
