"""What somebody may not do, or not yet."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class NotAllowedError(DomainError):
    """None of the actor's roles may do the deed; `roles` lists those that may."""

    deed: str
    actor: str
    roles: str


@dataclass(eq=False)
class NobodySignedInError(DomainError):
    """Nobody is signed in, and the office has accounts."""

    deed: str


@dataclass(eq=False)
class OwnMatterError(DomainError):
    """Somebody was about to approve, verify or close what is their own."""

    actor: str


@dataclass(eq=False)
class LastAdministratorError(DomainError):
    """Nobody would be left who could manage the accounts."""
