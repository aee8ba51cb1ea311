"""What is told by a colour is told by a mark and a number too, and every number can be read on its ground."""

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.ui.widgets.test_charts import BARS, HEAT
from ui.theme import DARK, LIGHT, READABLE, colours, contrast, palette_of
from ui.widgets.chart_painter import ChartPainter
from ui.widgets.charts import Bar, HeatChart, Panel, PanelChart


@pytest.fixture(params=[LIGHT, DARK])
def tones(request, qapp):
    return colours(palette_of(request.param))


def painted(chart, tones, width=600):
    layout = ChartPainter(chart, QFont(), width)
    image = QImage(width, round(layout.height), QImage.Format.Format_RGB32)
    image.fill(tones.workday)
    painter = QPainter(image)
    layout.paint(painter, tones)
    painter.end()
    return image


def seen(image):
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}


@pytest.mark.parametrize("chart", [BARS, HEAT])
def test_a_chart_fits_its_height_and_is_painted_in_both_palettes(chart, tones):
    image = painted(chart, tones)
    assert len(seen(image)) > 10
    last = {image.pixel(x, image.height() - 1) for x in range(image.width())}
    assert last == {QColor(tones.workday).rgb()}


def test_a_bar_that_is_too_long_has_another_colour(tones):
    def chart(over):
        return PanelChart(("a",), (Panel("p", (Bar(3, 2, "3 / 2", over),)),), "had", "due")

    assert QColor(tones.over).rgb() in seen(painted(chart(over=True), tones))
    assert QColor(tones.over).rgb() not in seen(painted(chart(over=False), tones))


def test_blue_and_orange_are_told_apart_by_lightness_or_hue_for_every_eye(tones):
    assert contrast(tones.over, tones.workday) > 2
    assert abs(tones.over.hue() - tones.accent.hue()) > 90


def test_the_more_the_farther_from_the_ground_and_the_number_stays_readable(tones):
    counts = tuple(range(1, 11))
    image = painted(HeatChart(("a",), tuple(map(str, counts)), (counts,), "n"), tones, 900)
    layout = ChartPainter(HeatChart(("a",), tuple(map(str, counts)), (counts,), "n"), QFont(), 900)
    y = round(layout.head + 3)
    grounds = [QColor(image.pixel(round(left + 5), y)) for left, _ in layout.columns()]
    steps = [contrast(each, tones.workday) for each in grounds]
    assert steps == sorted(steps)
    assert all(
        max(contrast(ink, each) for ink in (tones.text, tones.workday)) > READABLE - 1 for each in grounds
    )


def test_what_is_not_in_sight_is_not_painted(tones):
    layout = ChartPainter(BARS, QFont(), 600)
    image = QImage(600, round(layout.height), QImage.Format.Format_RGB32)
    image.fill(tones.workday)
    painter = QPainter(image)
    layout.paint(painter, tones, 0, layout.head - 1)
    painter.end()
    bottom = {image.pixel(x, round(layout.head + layout.line * 2)) for x in range(600)}
    assert bottom == {QColor(tones.workday).rgb()}
