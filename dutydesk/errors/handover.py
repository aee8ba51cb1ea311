"""What keeps a shift from being handed over."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class AlreadyHandedOverError(DomainError):
    """The shift was handed over and is sealed."""

    shift: str


@dataclass(eq=False)
class NotOfferedError(DomainError):
    """The outgoing officer has not signed the sheet yet."""

    shift: str


@dataclass(eq=False)
class UnseenItemsError(DomainError):
    """Some open items, or standing orders, were not looked at by the incoming officer."""

    count: int


@dataclass(eq=False)
class UncheckedEquipmentError(DomainError):
    """Some equipment was not checked, or is not in order and nobody wrote what is wrong; codes in a row."""

    equipment: str


@dataclass(eq=False)
class NoReliefError(DomainError):
    """The incoming officer has not signed in at a place that relieves this shift."""

    name: str


@dataclass(eq=False)
class AlreadyReviewedError(DomainError):
    """A leader has signed the handover before."""

    leader: str
