"""What keeps an open matter open."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class ClosedFollowUpError(DomainError):
    """The matter was closed before."""

    number: int


@dataclass(eq=False)
class LateExtensionAskedError(DomainError):
    """More time was asked for after the deadline; the matter is judged by that deadline."""

    number: int


@dataclass(eq=False)
class NotOverdueError(DomainError):
    """The next stage comes only after the deadline has passed."""

    number: int


@dataclass(eq=False)
class LastStageError(DomainError):
    """The matter has reached the circular, beyond which there is no stage."""

    number: int


@dataclass(eq=False)
class PastDueError(DomainError):
    """A deadline that has passed already, or is no later than the present one."""
