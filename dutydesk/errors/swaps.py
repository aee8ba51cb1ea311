"""Why a duty may not change hands, or not so."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class ShiftBegunError(DomainError):
    """The shift has begun: it can only be taken over now."""

    day: str


@dataclass(eq=False)
class ShiftNotOnError(DomainError):
    """The shift is not of today, or over: there is nothing to take over now."""

    day: str


@dataclass(eq=False)
class ForeignDutyError(DomainError):
    """The person does not stand that duty, or no longer."""

    name: str
    day: str


@dataclass(eq=False)
class ShortNoticeError(DomainError):
    """A holiday duty is to change hands later than the rule allows, and no reason says why."""

    day: str
    notice: int


@dataclass(eq=False)
class SwapBreaksRuleError(DomainError):
    """The duty cannot change hands so; `rule` is the code of the first rule that would be broken."""

    name: str
    day: str
    rule: str


@dataclass(eq=False)
class DutyInSwapError(DomainError):
    """Another request for the same duty is still open."""

    name: str
    day: str


@dataclass(eq=False)
class SwapClosedError(DomainError):
    """The request stands where this step is no longer, or not yet, possible; `state` is its code."""

    state: str


@dataclass(eq=False)
class PaperMissingError(DomainError):
    """Somebody's word is entered by another and no paper is named."""

    name: str


@dataclass(eq=False)
class NotALeaderError(DomainError):
    """Only a duty leader approves."""

    name: str


@dataclass(eq=False)
class MonthNotPlannedError(DomainError):
    """The month in which a duty is to be returned has none of that person's yet that could be."""

    name: str
    month: str
