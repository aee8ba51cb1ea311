"""What the course of a violation refuses."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class JudgedAlreadyError(DomainError):
    """Somebody has judged the candidate meanwhile."""


@dataclass(eq=False)
class SameIncidentError(DomainError):
    """For the same incident a violation was brought already, and nobody said that this one counts apart."""

    number: str


@dataclass(eq=False)
class WrongStepError(DomainError):
    """The step is not the next one of this violation."""

    number: str
    stage: str


@dataclass(eq=False)
class AccuserError(DomainError):
    """Whoever reported a violation was about to verify, confirm or decide it."""

    actor: str


@dataclass(eq=False)
class OnlyTheAccusedError(DomainError):
    """Somebody spoke for the accused without a paper of theirs."""

    name: str


@dataclass(eq=False)
class StoodInError(DomainError):
    """Somebody else stood in at the place and is the one accountable."""

    name: str
    actual: str


@dataclass(eq=False)
class NotHeardError(DomainError):
    """The accused may still answer."""

    number: str
    until: str


@dataclass(eq=False)
class DoubtfulTimeError(DomainError):
    """A record was made while the clock was in doubt, and nobody gave their word for the time."""

    number: str


@dataclass(eq=False)
class AppealOverError(DomainError):
    """The window for an appeal is over."""

    number: str
    until: str


@dataclass(eq=False)
class PointsError(DomainError):
    """A change after an appeal must lie between nothing and what the rule takes."""

    most: str


@dataclass(eq=False)
class YearClosedError(DomainError):
    """The year's sheets are closed and sealed."""

    year: int


@dataclass(eq=False)
class OpenMattersError(DomainError):
    """The year cannot be closed: violations are not decided, or may still be appealed."""

    year: int
    count: int


@dataclass(eq=False)
class YearNotOverError(DomainError):
    """The sheets of a year can be made final only when it is over."""

    year: int


@dataclass(eq=False)
class PeriodNotOverError(DomainError):
    """A circular is issued only when its period is over."""

    last: str


@dataclass(eq=False)
class OvertimeHoursError(DomainError):
    """The overtime ends before it starts, or lasts longer than a day."""


@dataclass(eq=False)
class OvertimeStateError(DomainError):
    """The step does not follow where the overtime stands."""

    overtime: str
