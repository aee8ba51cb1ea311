"""One figure on screen: its chart above, the table behind it below."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.figures.figure import Figure
from ui.i18n import tr
from ui.widgets.chart_view import ChartView
from ui.widgets.empty_state import EmptyState
from ui.widgets.filtered_table import FilteredTable
from ui.widgets.table_model import LEFT, RIGHT, Column, TableModel

Row = tuple[str, ...]
_SHARES = [6000, 4000]
"""Of the height: the picture first, the table for whoever wants the numbers."""


class FigureView(QWidget):
    """Shows one kind of figure; what is narrowed in the table stays in the chart."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.figure: Figure | None = None
        self._name = name
        self.note = QLabel()
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.chart = ChartView(name)
        self.table: FilteredTable[Row] | None = None
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.chart)
        self._halves.addWidget(area)
        empty = EmptyState("statistics", tr("Nothing to count"), tr("There is nothing of this year on file."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._halves)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.note)
        column.addWidget(self._stack, 1)

    def show_figure(self, figure: Figure) -> None:
        """Show this one."""
        self.figure = figure
        self.note.setText(figure.note)
        self.chart.show_chart(figure.chart)
        table = self.table or self._make_table(figure)
        table.model.set_rows(figure.rows)
        self._stack.setCurrentIndex(0 if figure.rows else 1)

    def _make_table(self, figure: Figure) -> FilteredTable[Row]:
        columns = [
            Column(
                str(at),
                each.title,
                partial(_text, at),
                partial(_number if each.number else _text, at),
                align=RIGHT if each.number else LEFT,
            )
            for at, each in enumerate(figure.columns)
        ]
        self.table = FilteredTable(self._name, TableModel(columns, key=lambda row: row), whole_rows=True)
        self._halves.addWidget(self.table)
        self.table.view.horizontalHeader().setStretchLastSection(False)
        self._halves.setSizes(_SHARES)
        return self.table


def _text(at: int, row: Row) -> str:
    return row[at]


def _number(at: int, row: Row) -> float:
    """The number of a cell, by which it sorts; what is not known comes first."""
    return float(row[at].replace("−", "-")) if row[at] else float("-inf")
