"""A duty taken over on the spot: "he stands it from now on" (domain.md §4.7)."""

from dataclasses import replace

from dutydesk.domain.accounts import Author, has_word_of
from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.moves import ABSOLUTE, broken_by
from dutydesk.domain.swaps import SwapKind, SwapState, is_on, next_filing
from dutydesk.errors import MissingFieldError, PaperMissingError, SamePersonTwiceError, ShiftNotOnError
from dutydesk.services.changes import Changes, deed
from dutydesk.services.hands import hand_over, name_of, refuse_broken
from dutydesk.services.office import office_time
from dutydesk.services.rights import is_entitled
from dutydesk.services.roster import situation_of
from dutydesk.services.swaps import draw_up
from dutydesk.storage.store import Store
from dutydesk.storage.swaps import SWAPS


def take_over(store: Store, place: PlaceKey, person: str, reason: str, *, by: Author) -> Changes:
    """Somebody takes a duty over now, on its day or while it is stood; from here on they answer for it.

    An emergency needs no consents and excuses rest and pairs, but not that somebody is away or on duty. Where
    people sign in it is the word of whoever takes over, or of a duty leader: nobody is put there unheard.
    """
    if not reason.strip():
        raise MissingFieldError("reason")
    if not has_word_of(by, person) and not is_entitled(store, by, "approve_swap"):
        raise PaperMissingError(name_of(store, person))
    situation = situation_of(store, Period(place.day, place.day))
    if not is_on(situation, place, office_time(store, by.at)):
        raise ShiftNotOnError(place.day.isoformat())
    made = replace(
        draw_up(store, place, person, reason=reason, by=by),
        kind=SwapKind.TAKEOVER,
        state=SwapState.APPLIED,
        filing=next_filing(store.all(SWAPS), office_time(store, by.at).year),
        applied_at=by.at,
    )
    if made.applicant == person:
        raise SamePersonTwiceError(name_of(store, person))
    refuse_broken(store, [each for each in broken_by(situation, made.cells()) if each.rule in ABSOLUTE])
    with deed(store, replace(by, reason=reason.strip()), "take_over_duty") as act:
        act.writing.put(SWAPS, made)
        hand_over(store, act, made.cells())
    return act.changes
