"""The duties that a leave would make its person miss, and those the duty leader lets stand."""

from datetime import timedelta

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.duties import Waiver, duties_inside, unsettled
from dutydesk.domain.roster import Duty
from dutydesk.domain.swaps import SwapState
from dutydesk.storage.duties import SHIFTS
from dutydesk.storage.leave import LEAVE_WAIVERS
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import Store
from dutydesk.storage.swaps import SWAPS


def waived_duties(store: Store) -> frozenset[tuple[PlaceKey, str]]:
    """The places that somebody stands in spite of a leave, by the duty leader's word for that leave."""
    waived = store.ask(
        "select id, person from leave where id in (select leave from leave_waiver)"
        " and state not in ('refused', 'cancelled')"
    )
    people = {str(leave): str(person) for leave, person in waived}  # ten years have thousands of leaves
    return frozenset(
        (each.place, people[each.leave]) for each in store.all(LEAVE_WAIVERS) if each.leave in people
    )


def inside(store: Store, leave: Leave) -> tuple[Duty, ...]:
    """The duties that lie inside a leave, kept or only being typed."""
    begins, ends = leave.period.first - timedelta(days=1), leave.period.last
    where = "actual = ? and day between ? and ?"
    duties = store.all(DUTIES, where, (leave.person, begins.isoformat(), ends.isoformat()))
    return duties_inside(duties, {each.id: each for each in store.all(SHIFTS)}, leave)


def waivers(store: Store, leave_id: str) -> tuple[Waiver, ...]:
    """The duties of a leave that were waived, with who did it and why."""
    return store.all(LEAVE_WAIVERS, "leave = ?", (leave_id,))


def unsettled_duties(store: Store, leave: Leave) -> tuple[Duty, ...]:
    """The duties inside a leave that nobody took over and nobody waived: they keep it from being approved."""
    return unsettled(inside(store, leave), waivers(store, leave.id))


def settled(store: Store, leave_id: str) -> tuple[tuple[PlaceKey, str], ...]:
    """The duties of a leave that somebody took over for its sake, by day: the place, and who stands it."""
    moved = store.all(SWAPS, "leave = ? and state = ?", (leave_id, SwapState.APPLIED.value))
    return tuple(sorted((each.place, each.counterpart) for each in moved))
