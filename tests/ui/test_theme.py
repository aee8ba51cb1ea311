from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from ui import theme
from ui.widgets.tick_list import TickList

Role = QPalette.ColorRole
PALETTES = (theme.LIGHT, theme.DARK)
WRITTEN_ON = [
    (Role.WindowText, Role.Window),
    (Role.PlaceholderText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.PlaceholderText, Role.Base),
    (Role.PlaceholderText, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Link, Role.Base),
    (Role.Link, Role.Window),
    (Role.LinkVisited, Role.Base),
]


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("text", "ground"), WRITTEN_ON)
def test_every_text_of_the_palette_is_readable(qapp, name, text, ground):
    palette = theme.palette_of(name)
    assert theme.contrast(palette.color(text), palette.color(ground)) >= theme.READABLE


@pytest.mark.parametrize("name", PALETTES)
def test_every_ink_is_readable_on_every_ground(qapp, name):
    colours = theme.colours(theme.palette_of(name))
    poor = [
        (ink.name(), ground.name())
        for ink, ground in product(colours.inks(), colours.grounds())
        if theme.contrast(ink, ground) < theme.READABLE
    ]
    assert poor == []


@pytest.mark.parametrize("name", PALETTES)
def test_the_classes_of_days_can_be_told_apart(qapp, name):
    colours = theme.colours(theme.palette_of(name))
    assert len({c.name() for c in (colours.workday, colours.restday, colours.holiday, colours.today)}) == 4


@pytest.fixture
def dressed(qapp):
    """Dress the application, and let it be as it was afterwards."""
    style, palette, font = qapp.style().name(), qapp.palette(), qapp.font()
    yield lambda name: theme.dress(qapp, name, 100)
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, TickList])
def test_the_frame_of_an_empty_box_stands_out_from_what_is_around_it_and_in_it(dressed, qtbot, name, kind):
    dressed(name)
    sheet = QWidget()
    qtbot.addWidget(sheet)
    sheet.resize(120, 60)
    box = kind(parent=sheet)
    if isinstance(box, TickList):
        box.add_line("", None)
        height = box.visualItemRect(box.item(0)).center().y() + box.frameWidth()
        left = box.frameWidth()
    else:
        box.resize(box.sizeHint())
        height, left = box.height() // 2, 0
    seen = sheet.grab().toImage()
    inked = [seen.pixelColor(at, height) for at in range(left, left + 16)]
    grounds = [theme.palette_of(name).color(role) for role in (Role.Window, Role.Base)]
    assert max(min(theme.contrast(ink, ground) for ground in grounds) for ink in inked) >= 3


def test_contrast_is_that_of_wcag():
    black, white = QColor("black"), QColor("white")
    assert theme.contrast(black, white) == pytest.approx(21)
    assert theme.contrast(white, white) == pytest.approx(1)


def test_the_frame_of_a_line_is_lighter_than_a_dark_window(qapp):
    frame = theme.palette_of_lines(theme.DARK).color(Role.Window).darker(140)  # as Fusion takes it
    assert theme.contrast(frame, theme.palette_of(theme.DARK).color(Role.Window)) > 1.7


def test_a_colour_that_is_readable_stays_as_it_is():
    assert theme.legible(QColor("#000080"), QColor("black"), (QColor("white"),)) == QColor("#000080")
