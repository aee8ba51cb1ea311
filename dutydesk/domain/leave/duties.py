"""The duties that lie inside a leave: none may be left when it is approved (domain.md §5.5)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dutydesk.domain.duties import PlaceKey, ShiftType
from dutydesk.domain.leave.request import Leave
from dutydesk.domain.roster import Duty
from dutydesk.domain.situation import is_away


@dataclass(frozen=True, slots=True)
class Waiver:
    """The duty leader lets a duty stand in spite of a leave; `waived_by` is a person id."""

    id: str
    leave: str
    place: PlaceKey
    reason: str
    waived_by: str


def duties_inside(duties: Iterable[Duty], shifts: Mapping[str, ShiftType], leave: Leave) -> tuple[Duty, ...]:
    """Every duty that its person would miss, the night shift that ends on its first morning too."""
    own = (each for each in duties if each.actual == leave.person and each.place.shift in shifts)
    inside = (each for each in own if is_away(leave, shifts[each.place.shift], each.place.day))
    return tuple(sorted(inside, key=lambda each: each.place))


def unsettled(inside: Iterable[Duty], waivers: Collection[Waiver]) -> tuple[Duty, ...]:
    """Those of the duties inside a leave that are neither moved to somebody else nor waived."""
    waived = {each.place for each in waivers}
    return tuple(each for each in inside if each.place not in waived)
