"""What stands beside the grid: findings, fairness, planning and publishing, one tab each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from dutydesk.services.roster import RosterGrid
from ui.i18n import tr
from ui.icons import icon
from ui.roster.appraisal import Appraisal
from ui.roster.fairness_panel import FairnessPanel
from ui.roster.findings_panel import FindingsPanel
from ui.roster.plan_panel import PlanPanel
from ui.roster.planning import Planning
from ui.roster.publish_panel import PublishPanel

_WIDTH = 20  # lines of text; the average character of a Chinese font says little


class Side(QTabWidget):
    """`chosen` carries the finding or the place that a line of any tab is about."""

    chosen = Signal(object)

    def __init__(self, planning: Planning) -> None:
        super().__init__()
        self.findings = FindingsPanel()
        self.fairness = FairnessPanel()
        self.plan = PlanPanel(planning)
        self.publish = PublishPanel()
        self.setDocumentMode(True)
        for panel, picture, word in (
            (self.findings, "check", tr("Findings")),
            (self.fairness, "statistics", tr("Fairness")),
            (self.plan, "plan", tr("Plan")),
            (self.publish, "publish", tr("Publish")),
        ):
            self.addTab(panel, icon(picture), word)
        for part in (self.findings, self.plan, self.publish):
            part.chosen.connect(self.chosen)
        self.setMinimumWidth(self.fontMetrics().height() * _WIDTH)

    def show_roster(self, grid: RosterGrid, appraisal: Appraisal) -> None:
        """Show another state of the roster."""
        self.findings.set_findings(grid, appraisal.findings)
        self.fairness.set_appraisal(grid, appraisal)
        self.publish.show_grid(grid, appraisal.findings)
        count = self.findings.count
        self.setTabText(0, tr("Findings {count}", count=count) if count else tr("Findings"))
