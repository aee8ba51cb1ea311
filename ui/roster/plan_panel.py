"""Let the program fill the places: which days, what to keep, how far it is, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.brief import Keep
from dutydesk.domain.dates import Period
from dutydesk.services.roster import RosterGrid
from ui.i18n import tr
from ui.icons import icon
from ui.roster.day_edit import DayEdit
from ui.roster.plan_result import PlanResult
from ui.roster.planning import Planning

_PER_CENT = 100


class PlanPanel(QWidget):
    """Asks, shows and adopts; `chosen` carries a place that a line of the result is about."""

    chosen = Signal(object)

    def __init__(self, planning: Planning) -> None:
        super().__init__()
        self._planning = planning
        self.first, self.last = DayEdit(tr("From")), DayEdit(tr("To"))
        self.keep_published = QRadioButton(tr("Keep what is published, plan the rest afresh"))
        self.keep_entered = QRadioButton(tr("Keep everything entered, fill the empty places"))
        self.go = QPushButton(icon("plan"), tr("Plan"))
        self.progress = QProgressBar()
        self.stop = QPushButton(tr("Cancel"))
        self.result = PlanResult()
        self.adopt = QPushButton(icon("check"), tr("Adopt the plan"))
        self.think = QPushButton(tr("Think longer"))
        self.drop = QPushButton(tr("Drop it"))
        self._lay_out()
        self._connect()
        self.show_state()

    def set_period(self, period: Period) -> None:
        """Offer to plan this period."""
        self.first.set_day(period.first)
        self.last.set_day(period.last)

    def plan(self) -> None:
        """Plan the days asked for; the answer comes as a proposal."""
        ends = sorted((self.first.day(), self.last.day()))
        keep = Keep.ENTERED if self.keep_entered.isChecked() else Keep.PUBLISHED
        self._planning.start(Period(*ends), keep)

    def show_grid(self, grid: RosterGrid) -> None:
        """Word the result by the people and posts of a grid."""
        self.result.show_proposal(self._planning.proposal, grid)

    def show_state(self) -> None:
        """Offer what can be done now."""
        busy, there = self._planning.busy, self._planning.proposal is not None
        self.go.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.progress.setRange(0, 0 if self._planning.thinking else _PER_CENT)
        self.progress.setValue(0)
        self.stop.setVisible(busy)
        self.stop.setText(tr("That is good enough") if self._planning.thinking else tr("Cancel"))
        self.result.setVisible(there)
        for button in (self.adopt, self.think, self.drop):
            button.setVisible(there)
            button.setEnabled(not busy)
        if there and not busy and self.isVisible():
            self.adopt.setFocus()

    def _lay_out(self) -> None:
        self.keep_published.setChecked(True)
        form = QFormLayout()
        for edit in (self.first, self.last):
            form.addRow(edit.accessibleName(), edit)
        working = QHBoxLayout()
        working.addWidget(self.progress, 1)
        working.addWidget(self.stop)
        ways = QHBoxLayout()
        for button in (self.adopt, self.think, self.drop):
            ways.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(form)
        for part in (self.keep_published, self.keep_entered, self.go):
            column.addWidget(part)
        column.addLayout(working)
        column.addWidget(self.result, 1)
        column.addLayout(ways)
        column.addStretch()

    def _connect(self) -> None:
        self.go.clicked.connect(self.plan)
        self.stop.clicked.connect(self._planning.stop)
        self.adopt.clicked.connect(self._planning.adopt)
        self.think.clicked.connect(self._planning.think_longer)
        self.drop.clicked.connect(self._planning.drop)
        self.result.chosen.connect(self.chosen)
        self._planning.changed.connect(self.show_state)
        self._planning.progressed.connect(self._on_progressed)
        self._planning.improved.connect(self.result.show_plan)

    def _on_progressed(self, share: float) -> None:
        self.progress.setValue(round(share * _PER_CENT))
