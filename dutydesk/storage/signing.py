"""Signing with Ed25519 and checking what was signed."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SEED_BYTES = 32
_ID_DIGITS = 16


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key; `seed` is the secret half and is never shown."""

    seed: bytes

    @property
    def public(self) -> str:
        """The public half in hex."""
        return self._private().public_key().public_bytes_raw().hex()

    @property
    def id(self) -> str:
        """The name of the key."""
        return hashlib.sha256(bytes.fromhex(self.public)).hexdigest()[:_ID_DIGITS]

    def sign(self, message: bytes) -> str:
        """The signature in hex; the same message always has the same."""
        return self._private().sign(message).hex()

    def _private(self) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - slow to load

        return ed25519.Ed25519PrivateKey.from_private_bytes(self.seed)


def is_genuine(public: str, signature: str, message: bytes) -> bool:
    """Whether a signature was made with the key whose public half is given; what is no key made nothing."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - slow to load
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - the same

    try:
        ed25519.Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(
            bytes.fromhex(signature), message
        )
    except (InvalidSignature, ValueError):
        return False
    return True
