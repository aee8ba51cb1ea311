"""The page of statistics: the figures of a year, one at a time, each read when it is looked at."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QTabWidget, QToolButton, QVBoxLayout
from typing_extensions import override

from dutydesk.domain.dates import EARLIEST, LATEST
from dutydesk.domain.seals import Occasion
from dutydesk.errors import DutyDeskError
from dutydesk.exports import xlsx
from dutydesk.services.changes import Topic
from dutydesk.services.files import Store, write_file
from dutydesk.services.people import staff
from ui.clock import local
from ui.dialogs import ask_save
from ui.figures import accounts, discipline, duties, response
from ui.figures.figure import Asked, Figure
from ui.i18n import tr, tr_in
from ui.keeping.sealing import seal
from ui.page import Page
from ui.paper.chart_printing import chart_pages
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.parts import Letterhead, letterhead
from ui.sheets.statistics import figure_sheet, figure_title
from ui.statistics.figure_view import FigureView
from ui.window.page_actions import action

Builder = Callable[[Store, Asked], Figure]
TABS: Mapping[str, Builder] = {
    "duties": duties.duties,
    "months": duties.months,
    "days": duties.days,
    "calls": response.calls,
    "reports": response.reports,
    "late": discipline.late_reliefs,
    "violations": discipline.violations,
    "balances": accounts.balances,
}


class StatisticsPage(Page):
    """A year, a section or all, and eight figures; each goes to paper and to a spreadsheet."""

    SHOWS: ClassVar[Topic] = (
        Topic.ROSTER | Topic.PEOPLE | Topic.CALENDAR | Topic.SHIFTS | Topic.LEAVE | Topic.WATCH
        | Topic.DISCIPLINE | Topic.LOG | Topic.INCIDENTS | Topic.OFFICE
    )  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.year = QSpinBox()
        self.year.setRange(EARLIEST.year, LATEST.year)
        self.year.setValue(session.today().year)
        self.year.setAccessibleName(tr("Year"))
        self.section = QComboBox()
        self.section.setAccessibleName(tr("Section"))
        self.section.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.section.addItem(tr("All sections"), "")
        self.export = action(self, "export", tr("Table as Excel…"), "Ctrl+Shift+E", self.ask_export)
        self.paper = action(self, "print", tr("Print…"), "", self.print_figure)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.views = [FigureView(word) for word in _words()]
        for view, word in zip(self.views, _words(), strict=True):
            self.tabs.addTab(view, word)
        self._lay_out()
        self.year.valueChanged.connect(self._show)
        self.section.currentIndexChanged.connect(self._show)
        self.tabs.currentChanged.connect(self._show)

    @override
    def reload(self) -> None:
        known = [(each.name, each.id) for each in self._session.read(staff).sections]
        chosen = self.section.currentData()
        with QSignalBlocker(self.section):
            self.section.clear()
            for name, key in [(tr("All sections"), ""), *known]:
                self.section.addItem(name, key)
            self.section.setCurrentIndex(max(self.section.findData(chosen), 0))
        self._show()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"print": self.print_figure, "export": self.ask_export, "find": self._find}

    @override
    def place(self) -> str:
        return list(TABS)[self.tabs.currentIndex()]

    @override
    def go_to(self, place: str) -> None:
        """Show a figure by its name."""
        if place in TABS:
            self.tabs.setCurrentIndex(list(TABS).index(place))

    @property
    def figure(self) -> Figure:
        """What is shown."""
        asked = Asked(
            self.year.value(), self._session.today(), self._session.person, self._session.read(staff),
            self.section.currentData() or "",
        )  # fmt: skip
        return self._session.read(TABS[self.place()], asked)

    def ask_export(self) -> None:
        """Ask where the table is to be written as a workbook."""
        kinds = [(tr("Excel workbook"), "*.xlsx")]
        name = tr("{figure} {year}", figure=self.figure.title, year=self.year.value())
        ask_save(self, tr("Table as Excel"), kinds, self._export, f"{name}.xlsx")

    def print_figure(self) -> None:
        """Open the preview of chart and table."""
        figure, head = self.figure, self._head()
        year = self.year.value()
        pictures = (
            chart_pages(figure_title(figure, year, head), figure.chart, head.stamp) if figure.rows else []
        )
        preview(figure_sheet(figure, year, head), self, pictures=pictures)

    def _export(self, path: Path) -> None:
        try:
            write_file(path, xlsx.render(figure_sheet(self.figure, self.year.value(), self._head())))
        except DutyDeskError as error:
            self._session.refused.emit(error)
            return
        seal(self._session, Occasion.EXPORT)

    def _head(self) -> Letterhead:
        return self._session.read(letterhead, local(self._session.now()))

    def _show(self) -> None:
        self.views[self.tabs.currentIndex()].show_figure(self.figure)

    def _find(self) -> None:
        table = self.views[self.tabs.currentIndex()].table
        if table is not None:
            table.filter.start()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        for word, field in ((tr("Year"), self.year), (tr("Section"), self.section)):
            bar.addWidget(QLabel(word))
            bar.addWidget(field)
        bar.addStretch(1)
        for each in (self.export, self.paper):
            button = QToolButton()
            button.setDefaultAction(each)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addLayout(bar)
        column.addWidget(self.tabs, 1)


def _words() -> tuple[str, ...]:
    """The words of the tabs, in their order."""
    return (
        tr("Duties"), tr("Year by person"), tr("Year by day"), tr("Answering calls"), tr("Report times"),
        tr("Late reliefs"), tr_in("statistics", "Violations"), tr("Leave and rest"),
    )  # fmt: skip
