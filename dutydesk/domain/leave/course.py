"""The course of a leave over the days: coming, active, due back, overdue (domain.md §5.2, §16.2)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from dutydesk.domain.calendar import Calendar, RotationClass
from dutydesk.domain.leave.request import Half, Leave, LeaveState


class Standing(StrEnum):
    """Where a leave stands on a day; one that was extended goes on in its extension."""

    DRAFT = "draft"
    PENDING = "pending"
    SENT_BACK = "sent_back"
    COMING = "coming"
    ACTIVE = "active"
    DUE_BACK = "due_back"
    OVERDUE = "overdue"
    EXTENDED = "extended"
    REPORTED_BACK = "reported_back"
    REFUSED = "refused"
    CANCELLED = "cancelled"


def standing(leave: Leave, today: date, due: date, *, extended: bool = False) -> Standing:
    """Where a leave stands; `due` is the last day on which to report back."""
    if leave.state is not LeaveState.APPROVED:
        return Standing(leave.state.value)
    if today < leave.period.first:
        return Standing.COMING
    if today <= leave.period.last:
        return Standing.ACTIVE
    if extended:
        return Standing.EXTENDED
    return Standing.DUE_BACK if today <= due else Standing.OVERDUE


def due_back(leave: Leave, calendar: Calendar, grace_days: int) -> date:
    """The last day on which to report back: so many working days after the end."""
    day = leave.period.last
    for _ in range(grace_days):
        day += timedelta(days=1)
        while calendar.day(day).rotation is not RotationClass.WORKDAY:
            day += timedelta(days=1)
    return day


def overdue_days(due: date, back: date, calendar: Calendar) -> int:
    """The working days that somebody stayed away after the day on which to report back."""
    days = (due + timedelta(days=number) for number in range(1, (back - due).days + 1))
    return sum(calendar.day(day).rotation is RotationClass.WORKDAY for day in days)


def following(leave: Leave) -> tuple[date, Half]:
    """The half day after the end of a leave: where an extension begins."""
    if leave.to_half is Half.MORNING:
        return leave.period.last, Half.AFTERNOON
    return leave.period.last + timedelta(days=1), Half.MORNING


def family(leaves: Iterable[Leave], leave: Leave) -> tuple[Leave, ...]:
    """A leave with those it was extended by and those it extends, refused and called off ones left out."""
    known = [each for each in leaves if each.is_asked or each.id == leave.id]
    by_id = {each.id: each for each in known} | {leave.id: leave}
    first = leave
    while first.extends in by_id:
        first = by_id[first.extends]
    found = [first]
    while following_one := next((each for each in by_id.values() if each.extends == found[-1].id), None):
        found.append(following_one)
    return tuple(found)
