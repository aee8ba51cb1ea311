"""Leave as the planner sees it: who is away from when to when (domain.md §5)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from dutydesk.domain.dates import Period


class Half(StrEnum):
    """The half of a day at which a leave starts or ends."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


NOON = time(12)


@dataclass(frozen=True, slots=True)
class LeaveType:
    """One kind of leave; `repaid` says whether turns skipped meanwhile are made up (补值, domain.md §1)."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    repaid: bool = True
    sort: int = 0


class LeaveState(StrEnum):
    """Where a request stands."""

    PENDING = "pending"
    APPROVED = "approved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Leave:
    """One absence of one person, from a half day to a half day."""

    id: str
    person: str
    type: str
    period: Period
    from_half: Half = Half.MORNING
    to_half: Half = Half.AFTERNOON
    reason: str = ""
    leaves_city: bool = False
    stand_in: str = ""
    approved_by: str = ""
    state: LeaveState = LeaveState.APPROVED

    def span(self) -> tuple[datetime, datetime]:
        """From when to when the person is away, in local time (naive)."""
        start = time.min if self.from_half is Half.MORNING else NOON
        begins = datetime.combine(self.period.first, start)
        if self.to_half is Half.MORNING:
            return begins, datetime.combine(self.period.last, NOON)
        return begins, datetime.combine(self.period.last + timedelta(days=1), time.min)
