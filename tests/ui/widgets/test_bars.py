from PySide6.QtWidgets import QApplication

from ui import theme
from ui.widgets.bars import Bar, Bars


def painted(bars):
    """The colours that are seen, by their names."""
    bars.resize(400, bars.sizeHint().height())
    picture = bars.grab().toImage()
    return {
        picture.pixelColor(x, y).name() for y in range(picture.height()) for x in range(0, picture.width(), 3)
    }


def test_the_bars_are_read_aloud(qtbot):
    bars = Bars("Fairness")
    qtbot.addWidget(bars)
    bars.set_bars([Bar("张建国", 4.666, 5), Bar("李四", 4, 3)])
    assert bars.accessibleName() == "Fairness"
    assert bars.accessibleDescription() == "张建国: due 4.7, had 5\n李四: due 4, had 3"


def test_whoever_had_too_much_stands_out(qtbot):
    bars = Bars("Fairness")
    qtbot.addWidget(bars)
    over = theme.colours(QApplication.palette()).over.name()
    bars.set_bars([Bar("张建国", 4.6, 5)])
    assert over not in painted(bars)
    bars.set_bars([Bar("张建国", 4.6, 6)])
    assert over in painted(bars)


def test_no_bars_take_no_room(qtbot):
    bars = Bars("Fairness")
    qtbot.addWidget(bars)
    bars.set_bars([])
    assert bars.sizeHint().height() < 10
    bars.grab()
