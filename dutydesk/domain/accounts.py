"""Who does a deed, and for whom."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Author:
    """The person at the keyboard and the instant (UTC, aware) of a deed.

    `on_behalf_of` names whoever decided it on paper; `reason` says why, where a rule asks for it.
    """

    actor: str
    at: datetime
    on_behalf_of: str = ""
    reason: str = ""
