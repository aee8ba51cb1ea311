"""What is wrong and what is fair about the roster as it stands, from one look at it."""

from dataclasses import dataclass
from datetime import date

from dutydesk.domain.brief import brief
from dutydesk.domain.rostering import Outcome, outcomes
from dutydesk.domain.rules import Finding, check, holiday_rosters_due
from dutydesk.domain.shares import Share, shares
from dutydesk.domain.situation import Situation
from dutydesk.services.files import Store
from dutydesk.services.rules import lasting_findings


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Findings in order of days, everybody's shares, and how each queue comes out."""

    findings: tuple[Finding, ...] = ()
    shares: tuple[Share, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


def appraised(store: Store, situation: Situation, today: date) -> Appraisal:
    """Look at a situation: 20 ms for a month of 60 people, 80 ms inside a planned year.

    Nothing is said where nobody or nothing is.
    """
    if not situation.shifts or not situation.people:
        return Appraisal()
    asked = brief(situation)
    found = lasting_findings(store, situation.period, check(asked))
    return Appraisal(
        findings=tuple(sorted((*found, *holiday_rosters_due(situation, today)), key=lambda each: each.day)),
        shares=shares(asked),
        outcomes=outcomes(asked, asked.before),
    )
