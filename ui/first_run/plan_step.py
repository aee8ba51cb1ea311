"""The first plan: which days, how far it is, and what came of it."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton
from typing_extensions import override

from dutydesk.domain.dates import Period
from dutydesk.domain.rostering import RosterPlan, make_plan
from dutydesk.domain.situation import Situation
from dutydesk.errors import DutyDeskError
from dutydesk.services import calendar, duties, people, roster
from dutydesk.services.fairness import why_empty
from ui.first_run.period_choice import PeriodChoice
from ui.first_run.plan_report import PlanReport
from ui.first_run.step import Step, remark
from ui.i18n import tr, tr_n
from ui.icons import icon
from ui.session import Report, Session, Work
from ui.widgets.banner import Notice

_PER_CENT = 100


class PlanStep(Step):
    """Plans and adopts at once: on a file without a roster there is nothing to weigh a proposal against."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            tr("The first roster"),
            tr("The program fills every place so that everybody stands as much as they owe, class by class."),
        )
        self._session = session
        self._work: Work | None = None
        self._busy = False
        self._planned: Period | None = None
        self.days = PeriodChoice(session.today())
        self.progress = QProgressBar()
        self.stop = QPushButton(tr("Cancel"))
        self.again = QPushButton(icon("redo"), tr("Plan again"))
        self.report: PlanReport | None = None
        self._ground = remark()
        self._lay_out()
        self._connect()
        self._show_state()

    def period(self) -> Period:
        """The days asked for."""
        return self.days.period()

    @override
    def enter(self) -> None:
        staff, pattern = self._session.read(people.staff), self._session.read(duties.pattern)
        n, posts = len(staff.people), tr(", ").join(each.name for each in pattern.posts)
        self._ground.setText(tr_n("{n} person for {posts}.", "{n} people for {posts}.", n, posts=posts))
        self._find_plan()
        self._show_notice()
        self._show_state()

    @override
    def forward_words(self) -> str:
        return tr("Look at the printed week") if self._planned == self.period() else tr("Plan")

    @override
    def skip_words(self) -> str:
        return "" if self._planned == self.period() else tr("Plan later")

    @override
    def can_go(self) -> bool:
        return not self._busy

    @override
    def go(self) -> bool:
        if self._planned == self.period():
            return True
        self.plan()
        return False

    @override
    def leave(self) -> None:
        self.cancel()

    def plan(self) -> None:
        """Plan the days asked for and adopt the plan; what was published stays."""
        self.pardon()
        try:
            situation = self._session.read(roster.situation_of, self.period())
        except DutyDeskError as error:
            self.refuse(error)
            return
        self._busy = True
        self._show_state()
        done = partial(self._adopt, situation)
        work = self._session.compute(partial(_made, situation), done, self._on_progress)
        self._work = work if self._busy else None  # an inline executor has ended it already

    def cancel(self) -> None:
        """End planning with nothing changed."""
        if self._work is not None and self._busy:
            self._work.cancel()
            self._end()

    def _adopt(self, situation: Situation, made: RosterPlan) -> None:
        self._end()
        by = self._session.author()
        if self._session.perform(roster.adopt_plan, situation, made, by=by) is None:
            return
        self._planned = situation.period
        self._show_report(PlanReport(made, situation.posts, self._session.read(why_empty, made.unfilled)))
        self._show_state()

    def _end(self) -> None:
        self._work, self._busy = None, False
        self._show_state()

    def _find_plan(self) -> None:
        """Know of a plan that was made before the wizard was left."""
        planned = (at for at, each in enumerate(self.days.usual) if is_planned(self._session, each.period))
        at = next(planned, None) if self._planned is None else None
        if at is not None:
            self._planned = self.days.usual[at].period
            self.days.choose(at)

    def _on_refused(self) -> None:
        if self._busy:
            self._end()

    def _on_progress(self, share: object) -> None:
        if isinstance(share, float):
            self.progress.setValue(round(share * _PER_CENT))

    def _show_report(self, report: PlanReport | None) -> None:
        if self.report is not None:
            self.report.hide()
            self.report.deleteLater()
        self.report = report
        if report is not None:
            self.body.insertWidget(self.body.count() - 1, report)

    def _show_state(self) -> None:
        for widget in (self.progress, self.stop):
            widget.setVisible(self._busy)
        if self._busy:
            self.progress.setValue(0)
            self.stop.setFocus()
        self.again.setVisible(not self._busy and self._planned == self.period())
        self.changed.emit()

    def _show_notice(self) -> None:
        """Say of which years nobody knows the holidays yet."""
        years = self._session.read(calendar.calendar).unnoticed_years(self.period())
        self.notices.show_only(
            {
                f"year_{year}": Notice(
                    "warning",
                    tr(
                        "The official holiday notice of {year} is not entered yet; "
                        "{year} is planned by weekends only. Import it when it is out.",
                        year=year,
                    ),
                )
                for year in years
            }
        )

    def _on_days(self) -> None:
        """Take a result away that is not theirs."""
        if self.report is not None:
            self.report.setVisible(self._planned == self.period())
        self._show_notice()
        self._show_state()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.days, 1)
        row.addWidget(self.again)
        working = QHBoxLayout()
        working.addWidget(self.progress, 1)
        working.addWidget(self.stop)
        self.progress.setAccessibleName(tr("Planning"))
        self.body.addLayout(row)
        self.body.addWidget(self._ground)
        self.body.addLayout(working)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.days.changed.connect(self._on_days)
        for button, do in ((self.stop, self.cancel), (self.again, self.plan)):
            button.setAutoDefault(False)
            button.clicked.connect(do)
        self._session.refused.connect(self._on_refused)


def is_planned(session: Session, period: Period) -> bool:
    """Whether anybody stands anything in a period."""
    return any(duty.actual for duty in session.read(roster.grid, period).duties.values())


def _made(situation: Situation, report: Report) -> RosterPlan:
    return make_plan(situation, progress=report)
