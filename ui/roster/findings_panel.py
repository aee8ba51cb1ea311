"""What is wrong with the roster, worst first; each line leads to its cell."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from dutydesk.domain.rules import Finding, Severity
from dutydesk.services.roster import RosterGrid
from ui.i18n import tr
from ui.icons import icon
from ui.roster.describe import sentence
from ui.roster.link_list import Link, LinkList
from ui.texts import severity_text
from ui.theme import colours
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_line import FilterLine

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
        for label in nothing.findChildren(QLabel):
            label.setMinimumWidth(0)  # the panel is narrower than a page
        self._stack.addWidget(nothing)
        self._hidden = QLabel()
        self._hidden.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()

    def set_findings(self, grid: RosterGrid, findings: Sequence[Finding]) -> None:
        """Show the findings of a grid."""
        ranked = sorted(findings, key=lambda each: (_ORDER.index(each.severity), each.day))
        self._all = [(each, sentence(grid, each)) for each in ranked]
        for severity, button in self.levels.items():
            count = sum(each.severity is severity for each in findings)
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
