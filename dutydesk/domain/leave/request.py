"""A leave: who is away from when to when, and what its slip says (请假条, domain.md §5.2-5.3)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dutydesk.domain.dates import Period


class Half(StrEnum):
    """The half of a day at which a leave starts or ends."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


NOON = time(12)


class LeaveState(StrEnum):
    """Where a request stands; that it is active or overdue follows from the day (`course`)."""

    DRAFT = "draft"
    PENDING = "pending"
    SENT_BACK = "sent_back"
    APPROVED = "approved"
    REFUSED = "refused"
    REPORTED_BACK = "reported_back"
    CANCELLED = "cancelled"


_AWAY = frozenset({LeaveState.APPROVED, LeaveState.REPORTED_BACK})
_ASKED = _AWAY | {LeaveState.PENDING}


@dataclass(frozen=True, slots=True)
class Leave:
    """One absence of one person, from a half day to a half day.

    `stand_in` minds the work (B岗) and `acting` is in charge meanwhile (主持工作); both are person ids.
    `certificate` says what was seen. `extends` is the id of the leave that this one goes on from (续假).
    `back` is when the person was at work again: a day and its half.
    """

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
    destination: str = ""
    phone: str = ""
    acting: str = ""
    handed_over: str = ""
    certificate: str = ""
    extends: str = ""
    back: tuple[date, Half] | None = None

    def span(self) -> tuple[datetime, datetime]:
        """From when to when the person is away, in local time (naive); ends when they were back early."""
        begins = _starts(self.period.first, self.from_half)
        ends = _ends(self.period.last, self.to_half)
        return begins, min(ends, _starts(*self.back)) if self.back else ends

    @property
    def is_away(self) -> bool:
        """Whether the person is away by it: it was approved and not called off."""
        return self.state in _AWAY

    @property
    def is_asked(self) -> bool:
        """Whether it keeps others from the same days: approved, or waiting to be."""
        return self.state in _ASKED

    def meets(self, other: "Leave") -> bool:
        """Whether the two share half a day."""
        (begins, ends), (starts, stops) = self.span(), other.span()
        return begins < stops and starts < ends

    def taken(self) -> "Leave":
        """The leave as it was taken: until the half day before the person came back."""
        if self.back is None or self.span()[1] == _ends(self.period.last, self.to_half):
            return self
        day, half = self.back
        last = day if half is Half.AFTERNOON else day - timedelta(days=1)
        to_half = Half.MORNING if half is Half.AFTERNOON else Half.AFTERNOON
        return replace(self, period=Period(self.period.first, last), to_half=to_half)


def _starts(day: date, half: Half) -> datetime:
    return datetime.combine(day, time.min if half is Half.MORNING else NOON)


def _ends(day: date, half: Half) -> datetime:
    if half is Half.MORNING:
        return datetime.combine(day, NOON)
    return datetime.combine(day + timedelta(days=1), time.min)
