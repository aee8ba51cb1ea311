"""A duty room at work: who is down for a few November days, and what is done there at which minute."""

from datetime import timedelta

from dutydesk.domain.accounts import Author
from dutydesk.domain.duties import PlaceKey
from dutydesk.services.roster import assign
from dutydesk.services.watch import sign_in
from tests.builders import day
from tests.invented import NOW, staffed_store

FRIDAY = day("2026-11-20")
EIGHT = NOW.replace(hour=0, minute=0)
"""Friday, 8:00 on the office's clock; the shift of that day begins."""
LEADER, MAIN, DEPUTY, DRIVER = ("leader", 0), ("officer", 0), ("officer", 1), ("driver", 0)
DOWN = {
    LEADER: ("p0", "p7", "p0"),
    MAIN: ("p1", "p3", "p5"),
    DEPUTY: ("p2", "p4", "p8"),
    DRIVER: ("p6", "p6", "p6"),
}
"""Who is down for Friday, Saturday and Sunday."""


def a_room():
    """An office whose three days are planned."""
    store = staffed_store(14)
    cells = [(seat(at, *post), who) for post, people in DOWN.items() for at, who in enumerate(people)]
    assign(store, cells, by=by())
    return store


def seat(after=0, post="officer", number=0):
    """A place so many days after Friday."""
    return PlaceKey(FRIDAY + timedelta(days=after), "full_day", post, number)


def by(hours=0.0, *, actor="王敏", reason=""):
    """Somebody so many hours after Friday's 8:00."""
    return Author(actor, EIGHT + timedelta(hours=hours), reason=reason)


def arrive(store, after, *posts, late=0.0):
    """Those who are down for these posts (all of them by default) sign in, so many hours after the start."""
    for post in posts or DOWN:
        sign_in(store, seat(after, *post), DOWN[post][after], by=by(24 * after + late))
