"""How somebody proves who they are: PIN, passphrase, or the printed code that breaks the glass."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SecretKind(StrEnum):
    """A PIN is quick, for a change of officers; a passphrase is for whoever approves or administers."""

    PIN = "pin"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Secret:
    """What a person's secret is known by; `encoded` is its argon2id hash with salt and parameters."""

    person: str
    kind: SecretKind
    encoded: str


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """A printed code that opens the room once; `seen` says that an administrator knows of its use."""

    id: str
    encoded: str
    used_at: datetime | None = None
    used_for: str = ""
    seen: bool = False
