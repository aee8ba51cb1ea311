"""Which duties were taken over on the spot; beside doing it, so that the desk starts without a planner."""

from datetime import date, datetime

from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.swaps import SwapKind
from dutydesk.storage.store import Store
from dutydesk.storage.swaps import SWAPS


def taken_over(store: Store, first: date, last: date) -> dict[PlaceKey, datetime | None]:
    """When duties of these days were last taken over on the spot."""
    days = (SwapKind.TAKEOVER.value, first.isoformat(), last.isoformat())
    known = store.all(SWAPS, "kind = ? and day between ? and ?", days)
    return {each.place: each.applied_at for each in sorted(known, key=lambda each: str(each.applied_at))}
