"""A plan under way: made beside the window, looked at as a proposal, then adopted or dropped."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from dutydesk.domain.brief import Keep
from dutydesk.domain.candidates import Obstacle, obstacles
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.roster import Duty
from dutydesk.domain.rostering import RosterPlan, make_plan, think_longer
from dutydesk.domain.situation import Situation
from dutydesk.services import roster
from dutydesk.services.roster import RosterGrid
from ui.session import Report, Session, Work

_EXPLAINED = 60  # empty places whose reasons are counted; more are one trouble, not sixty


@dataclass(frozen=True)
class Proposal:
    """A plan nobody adopted yet, and for its empty places how many people each obstacle keeps away."""

    plan: RosterPlan
    reasons: Mapping[PlaceKey, Mapping[Obstacle, int]]

    @property
    def situation(self) -> Situation:
        """The situation that the plan was made for."""
        return self.plan.asked.situation

    def on(self, grid: RosterGrid) -> tuple[RosterGrid, frozenset[PlaceKey]]:
        """The grid as it would be, and which of its cells the plan fills anew."""
        duties = dict(grid.duties)
        anew = set()
        for place, person in self.plan.cells:
            duty = duties.get(place)
            if place not in grid.needed or (duty.actual if duty else None) == person:
                continue
            anew.add(place)
            known = duty is not None and place in grid.published
            before = duty or Duty("", place)
            duties[place] = replace(before, actual=person, planned=before.planned if known else person)
        return replace(grid, duties=duties), frozenset(anew)


def proposed(plan: RosterPlan) -> Proposal:
    """Count why places stay empty."""
    stood = replace(plan.asked, before=plan.chosen.chosen)
    empty = plan.unfilled[:_EXPLAINED]
    return Proposal(plan, {place: Counter(obstacles(stood, place).values()) for place in empty})


class Planning(QObject):
    """Holds at most one proposal; `changed` says that it, or the work on it, is another.

    `busy` while a plan is being made or improved, `thinking` while it is being improved. `improved` carries
    the best plan so far.
    """

    changed = Signal()
    progressed = Signal(float)
    improved = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._work: Work | None = None
        self.busy = False
        self.thinking = False
        self._enough = False
        self.proposal: Proposal | None = None
        session.refused.connect(self._on_refused)

    def start(self, period: Period, keep: Keep) -> None:
        """Plan a period; what was proposed before is dropped. Refuses a period that is too long."""
        self.drop()
        situation = self._session.read(roster.situation_of, period)
        self._run(partial(_planned, situation, keep), thinking=False)

    def think_longer(self) -> None:
        """Improve the proposal until nothing can be better, or until `stop`."""
        if self.proposal is not None and not self.busy:
            self._run(partial(_improved, self.proposal.plan, self._goes_on), thinking=True)

    def stop(self) -> None:
        """End thinking with the best found by now; end planning with nothing."""
        if self.thinking:
            self._enough = True
        else:
            self.drop()

    def adopt(self) -> None:
        """Take the proposal over as one deed; refused when the roster is no longer what it was made for."""
        if self.proposal is None or self.busy:
            return
        proposal = self.proposal
        self._end(None)
        self._session.perform(roster.adopt_plan, proposal.situation, proposal.plan, by=self._session.author())

    def drop(self) -> None:
        """Forget the proposal and the work on it."""
        if self._work is not None:
            self._work.cancel()
        if self.busy or self.proposal is not None:
            self._end(None)

    def _run(self, job: "partial[Proposal]", *, thinking: bool) -> None:
        self.busy, self.thinking, self._enough = True, thinking, False
        self.changed.emit()
        work = self._session.compute(job, self._end, self._on_progressed)
        self._work = work if self.busy else None  # an inline executor has ended it already

    def _goes_on(self) -> bool:
        """Whether nobody has said that it is good enough; asked from the executor's thread."""
        return not self._enough

    def _on_progressed(self, progress: object) -> None:
        if isinstance(progress, RosterPlan):
            self.improved.emit(progress)
        else:
            self.progressed.emit(progress)

    def _end(self, proposal: Proposal | None) -> None:
        self._work, self.busy, self.thinking = None, False, False
        self.proposal = proposal
        self.changed.emit()

    def _on_refused(self) -> None:
        if self.busy:
            self._end(None)


def _planned(situation: Situation, keep: Keep, report: Report) -> Proposal:
    return proposed(make_plan(situation, keep=keep, progress=report))


def _improved(plan: RosterPlan, goes_on: Callable[[], bool], report: Report) -> Proposal:
    best = plan
    for better in think_longer(plan):
        best = better
        if not (report(best) and goes_on()):
            break
    return proposed(best)
