"""Secrets as argon2id hashes: slow on purpose, so that a stolen file is not soon a list of PINs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dutydesk.domain.sign_in import as_typed

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@dataclass(frozen=True, slots=True)
class Cost:
    """What one hash costs: passes over `memory` KiB, in one lane."""

    passes: int
    memory: int


USUAL: Final = Cost(passes=2, memory=46 * 1024)
"""75 ms on a desk of two cores: nobody notices it at the door, and a million PINs take most of a day."""


def encoded(text: str, cost: Cost) -> str:
    """A new hash with a salt of its own; it tells its parameters."""
    return _hasher(cost).hash(as_typed(text))


def fits(text: str, hashed: str, cost: Cost) -> bool:
    """Whether the text is what was hashed, whatever parameters that was done with."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - see _hasher

    try:
        return _hasher(cost).verify(hashed, as_typed(text))
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(hashed: str, cost: Cost) -> bool:
    """Whether a hash was made with other parameters than are usual now."""
    return _hasher(cost).check_needs_rehash(hashed)


def _hasher(cost: Cost) -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - only whoever signs in waits for it

    return PasswordHasher(time_cost=cost.passes, memory_cost=cost.memory, parallelism=1)
