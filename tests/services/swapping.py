"""Who stands what in a published December, who could, and when: for tests of duties that change hands."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.leave import Leave
from dutydesk.domain.moves import broken_by
from dutydesk.services import roster
from dutydesk.services.people import staff
from dutydesk.storage.leave import LEAVES
from tests.invented import BY

DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))
PLACE = PlaceKey(date(2026, 12, 15), "full_day", "officer", 0)


def at(day, hour=9):
    """The clerk at an hour of a day on the office's clock."""
    return replace(BY, at=datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - timedelta(hours=8))


def stands(store, place):
    """Whose turn a place was, and who stands it."""
    duty = roster.grid(store, Period(place.day, place.day)).duties[place]
    return duty.planned, duty.actual


def free(store, place=PLACE):
    """Somebody who can stand a place as things are."""
    situation = roster.situation_of(store, DECEMBER)
    here = situation.duty[place].actual
    return next(
        each.id
        for each in situation.people
        if each.id != here and not broken_by(situation, [(place, each.id)])
    )


def partner(store, place=PLACE):
    """Somebody with a later duty of the same post who can exchange it for this place, and that duty."""
    situation = roster.situation_of(store, DECEMBER)
    here = situation.duty[place].actual
    return next(
        (duty.actual, duty.place)
        for duty in situation.duties
        if duty.place.post == place.post
        and duty.actual != here
        and duty.place.day > place.day
        and not broken_by(situation, ((place, duty.actual), (duty.place, here)))
    )


def leader(store):
    """A duty leader."""
    return next(each.id for each in staff(store).people if "leader" in each.posts)


def away(store, person, day):
    """Enter a day of approved leave."""
    with store.write(BY, "leave", deed_id=f"leave-{person}") as writing:
        writing.put(LEAVES, Leave(f"l-{person}", person, "annual", Period(day, day)))
