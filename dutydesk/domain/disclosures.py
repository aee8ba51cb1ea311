"""What was taken out of the file for other eyes: it is written down, so that one can ask later."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Disclosed(StrEnum):
    """What was taken out."""

    AUDIT = "audit"
    CONTACTS = "contacts"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """So many rows left the file at an instant; `about` says what was asked for, in words."""

    id: str
    kind: Disclosed
    at: datetime
    about: str
    rows: int
