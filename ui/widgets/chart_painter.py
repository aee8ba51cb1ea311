"""How a chart is painted, with whatever font and colours: on screen and on paper alike."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.theme import Colours, contrast, mixed
from ui.widgets.charts import Bar, Chart, HeatChart, Panel, PanelChart

_LINE = 1.6  # of a line of text
_THICK = 0.5  # of a line is bar
_WIDEST = 4  # lines of text that a column of numbers takes at most
_CALM, _PALE, _DARK = 0.75, 0.10, 0.85  # of the ink, the rest is ground
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter


class ChartPainter:
    """Lays a chart out over a width, in the units of its font; `height` is what it all needs."""

    def __init__(self, chart: Chart, font: QFont, width: float) -> None:
        self.chart, self._font = chart, font
        self._metrics = QFontMetricsF(font)
        self.line = self._metrics.height() * _LINE
        self._gap = self._metrics.averageCharWidth()
        names = [self._metrics.horizontalAdvance(each) for each in chart.names]
        self._names = min(max(names, default=0.0) + 2 * self._gap, width / 3)
        self._width = width

    @property
    def head(self) -> float:
        """The height of legend and headings."""
        return 2 * self.line

    @property
    def height(self) -> float:
        """What the whole chart needs."""
        return self.head + self.line * len(self.chart.names) + self._gap

    def paint(self, painter: QPainter, tones: Colours, top: float = 0.0, bottom: float = 1e9) -> None:
        """Paint the lines that meet what lies between two heights."""
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self.columns()
        self._paint_head(painter, tones, columns)
        for at, name in enumerate(self.chart.names):
            y = self.head + at * self.line
            if y + self.line < top or y > bottom:
                continue
            painter.setPen(tones.text)
            room = QRectF(self._gap / 2, y, self._names - self._gap, self.line)
            painter.drawText(room, _LEFT, self._cut(name, room.width()))
            for number, (left, width) in enumerate(columns):
                self._paint_cell(painter, tones, QRectF(left, y, width, self.line), (number, at))

    def columns(self) -> list[tuple[float, float]]:
        """Left edge and width of each panel or column."""
        chart = self.chart
        count = len(chart.panels) if isinstance(chart, PanelChart) else len(chart.titles)
        air = self._gap * 2 if isinstance(chart, PanelChart) else 0.0
        each = (self._width - self._names - self._gap) / max(count, 1)
        if isinstance(chart, HeatChart):
            each = min(each, self.line * _WIDEST)
        return [(self._names + number * each, each - air) for number in range(count)]

    def _paint_head(self, painter: QPainter, tones: Colours, columns: list[tuple[float, float]]) -> None:
        self._paint_legend(painter, tones)
        chart = self.chart
        heat = isinstance(chart, HeatChart)
        titles = chart.titles if isinstance(chart, HeatChart) else [each.title for each in chart.panels]
        painter.setPen(tones.dim)
        for title, (left, width) in zip(titles, columns, strict=True):
            room = QRectF(left, self.line, width, self.line)
            painter.drawText(room, _CENTRE if heat else _LEFT, self._cut(title, width))

    def _paint_legend(self, painter: QPainter, tones: Colours) -> None:
        """What the bars and marks stand for, or from where to where the ground darkens."""
        chart, x, middle = self.chart, self._names, self.line / 2
        box = QRectF(x, middle - self.line * _THICK / 2, self._gap * 3, self.line * _THICK)
        painter.setPen(Qt.PenStyle.NoPen)
        if isinstance(chart, HeatChart):
            steps = 5
            for step in range(steps):
                tone = _heat(tones, (step + 1) / steps)
                painter.fillRect(box.translated(step * box.width(), 0), tone)
            x += box.width() * steps + self._gap
            self._say(painter, tones, x, f"{chart.value} 1–{chart.scale}")
            return
        painter.fillRect(box, _calm(tones))
        x = self._say(painter, tones, x + box.width() + self._gap / 2, chart.value)
        if chart.mark:
            painter.setPen(QPen(tones.text, self._gap / 4))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            self._say(painter, tones, x + self._gap, chart.mark)

    def _say(self, painter: QPainter, tones: Colours, x: float, text: str) -> float:
        painter.setPen(tones.dim)
        painter.drawText(QRectF(x, 0, self._width - x, self.line), _LEFT, text)
        return x + self._metrics.horizontalAdvance(text) + self._gap * 3

    def _paint_cell(self, painter: QPainter, tones: Colours, place: QRectF, at: tuple[int, int]) -> None:
        column, line = at
        if isinstance(self.chart, HeatChart):
            self._paint_number(painter, tones, place, self.chart.cells[line][column])
            return
        panel = self.chart.panels[column]
        bar = panel.bars[line]
        if bar is not None:
            self._paint_bar(painter, tones, place, panel, bar)

    def _paint_bar(self, painter: QPainter, tones: Colours, place: QRectF, panel: Panel, bar: Bar) -> None:
        texts = max(self._metrics.horizontalAdvance(each.text) for each in panel.bars if each)
        room = max(place.width() - texts - self._gap, self._gap)
        thick = self.line * _THICK
        top = place.center().y() - thick / 2
        body = QRectF(place.left(), top, room * bar.value / panel.scale, thick)
        painter.setPen(QPen(tones.grid, 0))
        painter.drawLine(QPointF(place.left(), place.top()), QPointF(place.left(), place.bottom()))
        painter.fillRect(body, tones.over if bar.over else _calm(tones))
        if bar.mark is not None:
            x, over = place.left() + room * bar.mark / panel.scale, self.line * 0.1
            painter.setPen(QPen(tones.text, self._gap / 4))
            painter.drawLine(QPointF(x, top - over), QPointF(x, top + thick + over))
        painter.setPen(tones.text if bar.over else tones.dim)
        painter.drawText(
            QRectF(place.left() + room + self._gap / 2, place.top(), texts + 1, self.line), _LEFT, bar.text
        )

    def _paint_number(self, painter: QPainter, tones: Colours, place: QRectF, number: int | None) -> None:
        if number is None:
            return
        edge = self._gap / 12
        box = place.adjusted(edge, edge, -edge, -edge)
        ground = (
            _heat(tones, number / self.chart.scale)
            if number and isinstance(self.chart, HeatChart)
            else tones.grid
        )
        painter.fillRect(box, ground if number else mixed(tones.grid, tones.workday, 0.35))
        text = str(number) if number else ""
        if text and self._metrics.horizontalAdvance(text) < box.width():
            inks = (tones.text, tones.workday)
            painter.setPen(max(inks, key=lambda ink: contrast(ink, ground)))
            painter.drawText(box, _CENTRE, text)

    def _cut(self, text: str, width: float) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _calm(tones: Colours) -> QColor:
    return mixed(tones.accent, tones.workday, _CALM)


def _heat(tones: Colours, share: float) -> QColor:
    """One hue from pale to full: read by its lightness, so that nobody needs to tell colours apart."""
    return mixed(tones.accent, tones.workday, _PALE + (_DARK - _PALE) * min(share, 1.0))
