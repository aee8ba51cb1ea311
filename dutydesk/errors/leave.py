"""Why a leave is not asked for, not approved or not ended as somebody wished."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class ReversedHalvesError(DomainError):
    """The leave would end on the morning of the day on whose afternoon it begins."""

    day: str


@dataclass(eq=False)
class TooLongLeaveError(DomainError):
    """More days than one request, or this kind of leave, may have."""

    days: int
    limit: int


@dataclass(eq=False)
class NoDaysError(DomainError):
    """No day of the leave counts: rest days and holidays need none."""

    first: str
    last: str


@dataclass(eq=False)
class OverlappingLeaveError(DomainError):
    """The person has other leave in these days."""

    name: str
    first: str
    last: str


@dataclass(eq=False)
class StandInAwayError(DomainError):
    """Whoever is to stand in is away."""

    name: str
    first: str
    last: str


@dataclass(eq=False)
class StandsInError(DomainError):
    """The applicant stands in for somebody who is away in these days."""

    name: str
    other: str
    first: str
    last: str


@dataclass(eq=False)
class PairAwayError(DomainError):
    """The other one of an A/B pair is away in these days."""

    name: str
    other: str
    first: str
    last: str


@dataclass(eq=False)
class HeadsAwayError(DomainError):
    """The chief and the first deputy would both be away."""

    name: str
    other: str
    first: str
    last: str


@dataclass(eq=False)
class NotServingError(DomainError):
    """The person does not belong to the office on all of these days."""

    name: str


@dataclass(eq=False)
class NotEnoughLeaveError(DomainError):
    """The account has fewer days than are asked for."""

    kind: str
    asked: str
    left: str


@dataclass(eq=False)
class CertificateMissingError(DomainError):
    """Leave of this kind and length needs a certificate, and none is noted."""

    kind: str
    days: str


@dataclass(eq=False)
class NoApprovalRuleError(DomainError):
    """The table of approval says nothing of such a request."""

    name: str
    days: str


@dataclass(eq=False)
class LeaveStateError(DomainError):
    """What was to be done cannot be done with a leave that stands where this one does."""

    state: str


@dataclass(eq=False)
class NotEntitledError(DomainError):
    """Somebody else decides this step."""

    name: str
    others: str


@dataclass(eq=False)
class NotDutyLeaderError(DomainError):
    """Only a duty leader may waive a duty."""

    name: str


@dataclass(eq=False)
class UnsettledDutiesError(DomainError):
    """Duties lie inside the leave that nobody else took and no duty leader waived."""

    name: str
    count: int
    days: str


@dataclass(eq=False)
class LateExtensionError(DomainError):
    """An extension is asked for before the end; this leave is over."""

    last: str


@dataclass(eq=False)
class LeaveBegunError(DomainError):
    """A leave that has begun is not called off but ended by reporting back."""

    first: str


@dataclass(eq=False)
class LeaveNotBegunError(DomainError):
    """Nobody reports back from a leave that has not begun."""

    first: str
