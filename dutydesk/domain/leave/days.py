"""How many days a leave takes, in half days; rest days and holidays do not count unless its kind says so."""

from collections.abc import Iterator
from datetime import date

from dutydesk.domain.calendar import Calendar, RotationClass
from dutydesk.domain.leave.kinds import LeaveType
from dutydesk.domain.leave.request import Half, Leave


def half_days(leave: Leave, kind: LeaveType, calendar: Calendar) -> int:
    """The half days that a leave takes from first to last; 2 are a day."""
    return sum(halves for _, halves in taken_days(leave, kind, calendar))


def days_text(halves: int) -> str:
    """Half days as days: 5 are 2.5."""
    return f"{halves // 2}.5" if halves % 2 else str(halves // 2)


def taken_days(leave: Leave, kind: LeaveType, calendar: Calendar) -> Iterator[tuple[date, int]]:
    """The days that count with the half days taken of each: 1 or 2."""
    taken = leave.taken()
    for day in taken.period:
        late = day == taken.period.first and taken.from_half is Half.AFTERNOON
        early = day == taken.period.last and taken.to_half is Half.MORNING
        if kind.calendar_days or calendar.day(day).rotation is RotationClass.WORKDAY:
            yield day, max(0, 2 - late - early)
