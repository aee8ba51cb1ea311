"""Who owes how many duties, and who could stand a place."""

from collections import Counter
from collections.abc import Collection, Mapping

from dutydesk.domain.brief import brief
from dutydesk.domain.candidates import Candidate, Obstacle, candidates, obstacles
from dutydesk.domain.dates import Period, month_of
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.shares import Share, shares
from dutydesk.services.roster import situation_of
from dutydesk.storage.store import Store


def fairness(store: Store, period: Period) -> tuple[Share, ...]:
    """Everybody's shares over a period; refuses an office without shifts or people."""
    return shares(brief(situation_of(store, period)))


def stand_ins(store: Store, place: PlaceKey) -> tuple[Candidate, ...]:
    """Who could stand a place, ranked; counted over the month of the place."""
    return candidates(brief(situation_of(store, month_of(place.day))), place)


def why_empty(store: Store, places: Collection[PlaceKey]) -> Mapping[PlaceKey, Mapping[Obstacle, int]]:
    """For each empty place, how many people each obstacle keeps from it; everybody counts once."""
    if not places:
        return {}
    days = [place.day for place in places]
    asked = brief(situation_of(store, Period(min(days), max(days))))
    return {place: Counter(obstacles(asked, place).values()) for place in places}
