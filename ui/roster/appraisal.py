"""What is wrong and what is fair about the roster as it stands, from one look at it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from dutydesk.domain.brief import brief
from dutydesk.domain.dates import Period
from dutydesk.domain.rostering import Outcome, outcomes
from dutydesk.domain.rules import Finding, check, holiday_rosters_due
from dutydesk.domain.shares import Share, shares
from dutydesk.domain.situation import Situation
from dutydesk.errors import StoreError
from dutydesk.services.rules import evened_out, is_unfair, reach_around
from ui.session import Session, Work


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Findings in order of days, everybody's shares, and how each queue comes out."""

    findings: tuple[Finding, ...] = ()
    shares: tuple[Share, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


def looked_at(situation: Situation, today: date) -> Appraisal:
    """Look at a situation; differences are not yet held against the days around it.

    Nothing is said where nobody or nothing is.
    """
    if not situation.shifts or not situation.people:
        return Appraisal()
    asked = brief(situation)
    found = (*check(asked), *holiday_rosters_due(situation, today))
    return Appraisal(
        findings=tuple(sorted(found, key=lambda each: each.day)),
        shares=shares(asked),
        outcomes=outcomes(asked, asked.before),
    )


class Appraiser(QObject):
    """Looks at the roster beside the window, so that nobody who types waits; `seen` carries the appraisal."""

    seen = Signal(object)

    def __init__(self, parent: QObject, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._work: Work | None = None

    def look(self, situation: Situation) -> None:
        """Look at a situation; what is still being looked at is of no interest any more."""
        self.drop()
        today = self._session.today()
        done = partial(self._on_looked, situation.period)
        self._work = self._session.compute(lambda _: looked_at(situation, today), done)

    def drop(self) -> None:
        """Look no more."""
        if self._work is not None:
            self._work.cancel()

    def _on_looked(self, period: Period, found: Appraisal) -> None:
        if not is_unfair(found.findings):
            self.seen.emit(found)
            return
        try:
            reach = self._session.read(reach_around, period)
        except StoreError as error:
            self._session.refused.emit(error)
            return

        def evened(_report: object) -> Appraisal:
            return replace(found, findings=evened_out(found.findings, period, reach))

        self._work = self._session.compute(evened, self.seen.emit)
