"""A chart on screen; put it into a scroll area."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import colours
from ui.widgets.chart_painter import ChartPainter
from ui.widgets.charts import Chart

_NARROWEST = 60  # characters


class ChartView(QWidget):
    """Paints a chart over its whole width; the words of it are its accessible description."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self.setAccessibleName(name)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_chart(self, chart: Chart) -> None:
        """Paint this one."""
        self._chart = chart
        self.setAccessibleDescription(chart.told())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.minimumSizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        wide = round(QFontMetricsF(self.font()).averageCharWidth() * _NARROWEST)
        painter = self._painter(float(max(self.width(), wide)))
        return QSize(wide, round(painter.height) if painter else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self._painter(float(self.width()))
        if painter is not None:
            seen = event.rect()
            painter.paint(QPainter(self), colours(self.palette()), seen.top(), seen.bottom())

    def _painter(self, width: float) -> ChartPainter | None:
        return ChartPainter(self._chart, self.font(), width) if self._chart else None
