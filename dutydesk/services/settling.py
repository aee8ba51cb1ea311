"""Settling the duties inside a leave: proposed, looked at, and done as one deed (domain.md §5.5)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from dutydesk.domain.accounts import Author
from dutydesk.domain.leave import Leave
from dutydesk.domain.moves import broken_by
from dutydesk.domain.people import Person
from dutydesk.domain.roster import News, Publication, published_cells
from dutydesk.domain.settling import How, Line, Settlement, around, settle
from dutydesk.domain.situation import Situation
from dutydesk.domain.swaps import Swap, SwapKind, SwapState, next_filing
from dutydesk.errors import SituationChangedError
from dutydesk.services.changes import Changes, Deed, deed
from dutydesk.services.hands import hand_over, refuse_broken
from dutydesk.services.ids import new_id
from dutydesk.services.office import office_time
from dutydesk.services.people import staff
from dutydesk.services.roster import situation_of
from dutydesk.storage.roster import PUBLICATIONS, highest_version
from dutydesk.storage.store import Store
from dutydesk.storage.swaps import SWAPS


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who must be told, with what changed for them."""

    person: Person
    news: News


def settlement(store: Store, leave: Leave, now: datetime) -> Settlement:
    """What the program proposes for the duties inside a leave, saved or not; writes nothing.

    `now` is an aware instant; shifts that have begun by then are not settled.
    """
    return prepared(store, leave, now)()


def prepared(store: Store, leave: Leave, now: datetime) -> Callable[[], Settlement]:
    """The same as a job that needs the store no more: where nobody is free it may think for seconds."""
    return partial(settle, situation_of(store, around(leave)), leave, office_time(store, now))


def to_tell(store: Store, proposal: Settlement) -> tuple[Told, ...]:
    """Everybody whose published duties change by the proposal, by the first day of that."""
    people = {each.id: each for each in staff(store).people}
    return tuple(Told(people[each.person], each) for each in proposal.news if each.person in people)


def settle_all(store: Store, proposal: Settlement, *, by: Author) -> Changes:
    """Take a proposal over in one deed: the duties, a filed swap for each, and a new version where published.

    Duties for which nobody was found stay as they are. Refused when the roster changed since the proposal
    was made, and when a choice made by hand would break a rule.
    """
    found = [line for line in proposal.lines if line.after is not None]
    with deed(store, by, "settle_leave") as act:
        period = proposal.situation.period
        if _without(situation_of(store, period), proposal.leave) != proposal.situation:
            raise SituationChangedError
        _refuse_chosen(store, proposal, found)
        hand_over(store, act, ((line.place, line.after) for line in found))
        _file(store, act, proposal, found, by)
        _publish(store, act, found, by)
    return act.changes


def _without(situation: Situation, leave: Leave) -> Situation:
    return replace(situation, leaves=tuple(each for each in situation.leaves if each.id != leave.id))


def _refuse_chosen(store: Store, proposal: Settlement, found: Iterable[Line]) -> None:
    """Judge what was chosen by hand; what was proposed breaks nothing."""
    if any(line.how is How.CHOSEN for line in proposal.lines):
        refuse_broken(store, broken_by(proposal.situation, ((line.place, line.after) for line in found)))


def _file(store: Store, act: Deed, proposal: Settlement, found: Iterable[Line], by: Author) -> None:
    """Write down for each duty who handed it to whom, with a filing number; why is the leave's own affair."""
    filed = list(store.all(SWAPS))
    year = office_time(store, by.at).year
    for swap in _swaps(proposal, found, by):
        filed.append(replace(swap, filing=next_filing(filed, year)))
        act.writing.put(SWAPS, filed[-1])


def _swaps(proposal: Settlement, found: Iterable[Line], by: Author) -> Iterator[Swap]:
    lines = {line.place: line for line in found}
    for line in lines.values():
        if line.before is None or line.after is None:
            continue
        exchanged = [
            each.place
            for each in lines.values()
            if each.how is How.EXCHANGE and each.because == line.place and each.place != line.place
        ]
        if line.how is How.EXCHANGE and line.because != line.place:
            continue  # the other half of an exchange
        yield Swap(
            id=new_id(by.at),
            kind=SwapKind.EXCHANGE if exchanged else SwapKind.COVER,
            place=line.place,
            applicant=line.before,
            counterpart=line.after,
            returned=next(iter(exchanged), None),
            state=SwapState.APPLIED,
            leave=proposal.leave.id,
            applied_at=by.at,
        )


def _publish(store: Store, act: Deed, found: Iterable[Line], by: Author) -> None:
    """A new version of each publication that shows a changed duty; what else changed stays unpublished.

    What a later publication of other days made known of the same places stays known.
    """
    now = {line.place: line.after for line in found}
    known = published_cells(store.all(PUBLICATIONS)) | now
    newest: dict[object, Publication] = {}
    for each in store.all(PUBLICATIONS):
        newest[each.period] = each
    shown = [each for each in newest.values() if any(place in now for place, _ in each.cells)]
    for each in shown:
        first, last = (day.isoformat() for day in (each.period.first, each.period.last))
        version = 1 + highest_version(store, last, first)
        cells = tuple((place, known[place]) for place, _ in each.cells)
        act.writing.put(
            PUBLICATIONS,
            replace(
                each,
                id=new_id(by.at),
                version=version,
                published_at=by.at,
                published_by=by.actor,
                cells=cells,
            ),
        )
