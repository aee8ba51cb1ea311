"""What is wrong with the roster, worst first; each line leads to its cell."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from dutydesk.domain.dates import Period
from dutydesk.domain.rules import Finding, Rule, Severity
from dutydesk.services.roster import RosterGrid
from ui.i18n import tr
from ui.icons import icon
from ui.roster.describe import days_text, sentence
from ui.roster.link_list import Link, LinkList
from ui.theme import colours
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_line import FilterLine
from ui.words.planning import severity_text

_ORDER = list(Severity)


class FindingsPanel(QWidget):
    """Lists findings, narrowed down by severity and words; `chosen` carries the one clicked or entered."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._all: list[tuple[Finding, str]] = []
        self.list = LinkList(tr("Findings"))
        self.list.chosen.connect(self.chosen)
        self.filter = FilterLine(tr("Filter findings"))
        self.filter.textChanged.connect(self._show)
        self.filter.left.connect(self.list.setFocus)
        self.levels = {severity: self._level_button(severity) for severity in Severity}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        nothing = EmptyState("check", tr("Nothing to object to"), tr("No rule is broken here."))
        self._stack.addWidget(nothing)
        self._hidden = QLabel()
        self._hidden.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()

    def set_findings(self, grid: RosterGrid, findings: Sequence[Finding]) -> None:
        """Show the findings of a grid."""
        runs = _unplanned(grid, findings)
        within = {day for run in runs for day in run}
        single = [each for each in findings if each.rule is not Rule.EMPTY_PLACE or each.day not in within]
        lines = [(_empty_at(grid, run), _run_text(grid, run)) for run in runs]
        lines += [(each, sentence(grid, each)) for each in single]
        self._all = sorted(lines, key=lambda line: (_ORDER.index(line[0].severity), line[0].day))
        for severity, button in self.levels.items():
            count = sum(finding.severity is severity for finding, _ in self._all)
            button.setText(f"{severity_text(severity)} {count}")
            button.setEnabled(bool(count))
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self.levels.values():
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hidden)

    def _level_button(self, severity: Severity) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(True)
        button.setIcon(icon(severity.value, getattr(colours(self.palette()), severity.value)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(self._show)
        return button

    def _show(self) -> None:
        words = self.filter.text().casefold().split()
        shown = [
            Link(text, finding.severity.value, finding.severity.value, finding)
            for finding, text in self._all
            if self.levels[finding.severity].isChecked() and all(word in text.casefold() for word in words)
        ]
        self.list.set_links(shown)
        hidden = len(self._all) - len(shown)
        self._hidden.setText(tr("{count} more are filtered out", count=hidden))
        self._hidden.setVisible(bool(hidden))
        self._stack.setCurrentIndex(0 if self._all else 1)

    @property
    def count(self) -> int:
        """How many lines there are, those filtered out too."""
        return len(self._all)


def _unplanned(grid: RosterGrid, findings: Sequence[Finding]) -> list[Period]:
    """Runs of at least two days on which nothing at all is planned: one trouble, not one for each place."""
    empty = {each.place for each in findings if each.rule is Rule.EMPTY_PLACE}
    needed: dict[date, bool] = {}
    for place in grid.needed:
        needed[place.day] = needed.get(place.day, True) and place in empty
    runs: list[Period] = []
    for day in sorted(day for day, unplanned in needed.items() if unplanned):
        if runs and runs[-1].last + timedelta(days=1) == day:
            runs[-1] = Period(runs[-1].first, day)
        else:
            runs.append(Period(day, day))
    return [run for run in runs if len(run) > 1]


def _empty_at(grid: RosterGrid, run: Period) -> Finding:
    place = min(place for place in grid.needed if place.day == run.first)
    return Finding(Rule.EMPTY_PLACE, run.first, place)


def _run_text(grid: RosterGrid, run: Period) -> str:
    places = sum(place.day in run for place in grid.needed)
    return tr("{days}: nothing is planned, {places} places are empty.", days=days_text(run), places=places)
