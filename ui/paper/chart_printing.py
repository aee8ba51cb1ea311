"""Charts on paper: pages of their own before the table that they show, in ink that a copier keeps."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from dutydesk.exports.fonts import Face
from dutydesk.exports.paper import IMPRINT_SIZE
from ui.paper.printing import Page
from ui.paper.typefaces import UNITS_PER_MM, font
from ui.theme import LIGHT, Colours, colours, palette_of
from ui.widgets.chart_painter import ChartPainter
from ui.widgets.charts import Chart, pages

_WIDTH, _HEIGHT = 297.0, 210.0
_EDGE, _TITLE_ROOM, _FOOT_ROOM = 18.0, 14.0, 6.0
_TITLE_POINTS, _CHART_POINTS = 16.0, 9.0
_INNER: Final = (_WIDTH - 2 * _EDGE) * UNITS_PER_MM
_ROOM: Final = (_HEIGHT - 2 * _EDGE - _TITLE_ROOM - _FOOT_ROOM) * UNITS_PER_MM


def chart_pages(title: str, chart: Chart, imprint: str) -> list[Page]:
    """The pages of a chart on A4 across, as many lines on each as go on it; every page has its headings."""
    whole = ChartPainter(chart, font(Face.BODY, _CHART_POINTS), _INNER)
    fit = max(1, int((_ROOM - whole.head) / whole.line))
    return [
        partial(_paint, title, chart.lines(first, last), imprint)
        for first, last in pages(len(chart.names), fit)
    ]


def _paint(title: str, chart: Chart, imprint: str, painter: QPainter) -> None:
    painter.save()
    painter.translate(_EDGE * UNITS_PER_MM, _EDGE * UNITS_PER_MM)
    painter.setPen(Qt.GlobalColor.black)
    painter.setFont(font(Face.TITLE, _TITLE_POINTS))
    head = QRectF(0, 0, _INNER, _TITLE_ROOM * UNITS_PER_MM)
    painter.drawText(head, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, title)
    painter.translate(0, head.height())
    ChartPainter(chart, font(Face.BODY, _CHART_POINTS), _INNER).paint(painter, _ink())
    painter.setFont(font(Face.BODY, IMPRINT_SIZE))
    painter.setPen(Qt.GlobalColor.black)
    foot = QRectF(0, _ROOM, _INNER, _FOOT_ROOM * UNITS_PER_MM)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, imprint)
    painter.restore()


def _ink() -> Colours:
    """The colours of the light palette, whatever is on screen."""
    return colours(palette_of(LIGHT))
