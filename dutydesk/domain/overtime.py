"""Overtime: asked for, recorded, verified by the personnel section (domain.md §2 D7, §10)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_LONGEST_HOURS = 24


class OvertimeState(StrEnum):
    """How far a request has come."""

    REQUESTED = "requested"
    RECORDED = "recorded"
    VERIFIED = "verified"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtime:
    """Hours beyond the working day; instants are UTC.

    `starts` and `ends` are those asked for until it is recorded, then those that were worked. `approved_by`
    is who approved the request, by name; `done` what was done; `word` that of whoever verified or refused it.
    """

    id: str
    person: str
    starts: datetime
    ends: datetime
    reason: str
    approved_by: str = ""
    done: str = ""
    word: str = ""
    note: str = ""
    state: OvertimeState = OvertimeState.REQUESTED

    @property
    def minutes(self) -> int:
        """The whole minutes from start to end."""
        return int((self.ends - self.starts).total_seconds()) // 60

    @property
    def is_plausible(self) -> bool:
        """Whether it ends after it starts, within a day."""
        return 0 < self.minutes <= _LONGEST_HOURS * 60
