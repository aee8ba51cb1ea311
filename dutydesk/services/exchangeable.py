"""Which duties somebody could give in return for one."""

from datetime import datetime

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.moves import broken_by
from dutydesk.domain.swaps import has_begun
from dutydesk.services.office import office_time
from dutydesk.services.roster import situation_of
from dutydesk.storage.store import Store


def exchangeable(
    store: Store, place: PlaceKey, counterpart: str, period: Period, now: datetime
) -> tuple[PlaceKey, ...]:
    """The counterpart's duties of a period, not begun yet, that break no rule when exchanged for a duty.

    In order of days; `now` is an aware instant. None for a place that nobody stands.
    """
    whole = Period(min(place.day, period.first), max(place.day, period.last))
    situation, at = situation_of(store, whole), office_time(store, now)
    here = situation.duty.get(place)
    if here is None or not here.actual:
        return ()
    return tuple(
        duty.place
        for duty in sorted(situation.duties, key=lambda each: each.place)
        if duty.actual == counterpart
        and duty.place.day in period
        and not has_begun(situation, duty.place, at)
        and not broken_by(situation, ((place, counterpart), (duty.place, here.actual)))
    )
