"""Who owes how many duties, and who could stand a place."""

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
    return candidates(situation_of(store, month_of(place.day)), place)


def why_empty(store: Store, places: tuple[PlaceKey, ...]) -> dict[PlaceKey, dict[Obstacle, int]]:
    """For each empty place, how many people each obstacle keeps from it; a person counts once for each."""
    found: dict[PlaceKey, dict[Obstacle, int]] = {}
    for place in places:
        situation = situation_of(store, Period(place.day, place.day))
        counts: dict[Obstacle, int] = {}
        for reasons in obstacles(situation, place).values():
            for reason in reasons[:1]:
                counts[reason] = counts.get(reason, 0) + 1
        found[place] = counts
    return found
