"""What the desk refuses of whoever comes and goes."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class NotOnRosterError(DomainError):
    """Somebody else is down for the place; it needs an approved cover, or is recorded as unauthorised."""

    name: str
    rostered: str


@dataclass(eq=False)
class TooEarlyError(DomainError):
    """The shift does not start yet."""

    starts: str
    minutes: int


@dataclass(eq=False)
class ShiftOverError(DomainError):
    """The shift is over, so nobody can sign in for it."""

    ends: str


@dataclass(eq=False)
class AlreadySignedInError(DomainError):
    """The person sits at that place already."""

    name: str


@dataclass(eq=False)
class NotRelievedError(DomainError):
    """The relief has not signed in, so whoever is on post stays."""

    name: str
    minutes: int


@dataclass(eq=False)
class EarlyLeaveError(DomainError):
    """The shift lasts on; leaving before its end needs a reason."""

    name: str
    ends: str


@dataclass(eq=False)
class NotSignedInError(DomainError):
    """The person has signed out already."""

    name: str


@dataclass(eq=False)
class NoSuchPlaceError(DomainError):
    """The roster has no such place on that day."""

    day: str
