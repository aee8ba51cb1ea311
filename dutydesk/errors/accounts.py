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
class ForeignDeedError(DomainError):
    """Somebody was about to take back, or to repeat, what another one did; `name` is who did it."""

    deed: str
    name: str


@dataclass(eq=False)
class LastAdministratorError(DomainError):
    """Nobody would be left who could manage the accounts."""


@dataclass(eq=False)
class ShortSecretError(DomainError):
    """The PIN has too few digits, or the passphrase too few letters."""

    digits: int
    letters: int


@dataclass(eq=False)
class TrivialSecretError(DomainError):
    """The PIN or passphrase is one that is guessed first."""


@dataclass(eq=False)
class NeedsPhraseError(DomainError):
    """Whoever approves or administers signs in with a passphrase; a PIN is not enough."""

    name: str
    letters: int


@dataclass(eq=False)
class WrongSecretError(DomainError):
    """The PIN or passphrase is not the person's; the next one is looked at after some minutes."""

    name: str
    minutes: int


@dataclass(eq=False)
class TooSoonError(DomainError):
    """After a wrong entry the person must wait; what was entered was not looked at."""

    name: str
    minutes: int


@dataclass(eq=False)
class NoAccountError(DomainError):
    """The person has no account, or none with a PIN or passphrase, so they cannot sign in."""

    name: str


@dataclass(eq=False)
class WrongCodeError(DomainError):
    """The break-glass code is not the one that was printed last, or it was used already."""


@dataclass(eq=False)
class NotASupervisorError(DomainError):
    """Only a duty leader or an administrator lets somebody else try again."""

    name: str


@dataclass(eq=False)
class UnlikeSecretsError(DomainError):
    """A new PIN or passphrase was typed twice, and differently."""
