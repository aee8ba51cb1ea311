"""What is wrong and what is fair about the roster as it stands, from one look at it."""

from dataclasses import dataclass
from datetime import date

from dutydesk.domain.brief import brief
from dutydesk.domain.rostering import Outcome, outcomes
from dutydesk.domain.rules import Finding, Rule, check, holiday_rosters_due
from dutydesk.domain.shares import Share, shares
from dutydesk.domain.situation import Situation

A_MONTH = 28  # days


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Findings in order of days, everybody's shares, and how each queue comes out."""

    findings: tuple[Finding, ...] = ()
    shares: tuple[Share, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


def appraised(situation: Situation, today: date) -> Appraisal:
    """Look at a situation: 20 ms for a month of 60 people.

    Nothing is said where nobody or nothing is. A week or a holiday block is too short to be fair by itself.
    """
    if not situation.shifts or not situation.people:
        return Appraisal()
    asked = brief(situation)
    found = [*check(asked), *holiday_rosters_due(situation, today)]
    if len(situation.period) < A_MONTH:
        found = [each for each in found if each.rule is not Rule.UNFAIR]
    return Appraisal(
        findings=tuple(sorted(found, key=lambda each: each.day)),
        shares=shares(asked),
        outcomes=outcomes(asked, asked.before),
    )
