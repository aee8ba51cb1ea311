"""What the program noted by itself, and what somebody makes of it; nothing counts by machine alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from dutydesk.domain.accounts import Author, refuse_own
from dutydesk.domain.clock_doubt import ClockDoubt
from dutydesk.domain.discipline import Candidate, ViolationKind, candidate_id, late_incident
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.roster import Duty
from dutydesk.domain.violations import TAKING_NOTHING, Judgement, Verdict
from dutydesk.errors import (
    MissingFieldError,
)
from dutydesk.errors.discipline import (
    JudgedAlreadyError,
)
from dutydesk.services.changes import NOTING, Changes, deed
from dutydesk.services.clock_doubt import doubt_of_record
from dutydesk.services.leave.returning import Overdue, overdue
from dutydesk.services.rights import is_entitled
from dutydesk.services.watch import local, zone
from dutydesk.storage.discipline import CANDIDATES
from dutydesk.storage.roster import DUTIES
from dutydesk.storage.store import Store
from dutydesk.storage.violations import JUDGEMENTS, VIOLATIONS


@dataclass(frozen=True, slots=True)
class Waiting:
    """A candidate that nobody has judged: who would answer for it, and why its time may be wrong.

    `accountable` is the id of whoever stood in at the place, else of whoever was down for it. `others` were
    noted of the same incident, and `charged` is the number of the violation brought for it already.
    """

    candidate: Candidate
    accountable: str
    doubt: ClockDoubt | None
    others: tuple[Candidate, ...] = ()
    charged: str = ""


def candidates(store: Store) -> tuple[Candidate, ...]:
    """Everything that the program noted, by when it came about."""
    return store.all(CANDIDATES)


def waiting(store: Store) -> tuple[Waiting, ...]:
    """The candidates that somebody has yet to judge, by when they came about."""
    judged, known = {each.id for each in store.all(JUDGEMENTS)}, candidates(store)
    return tuple(_waits(store, each, known) for each in known if each.id not in judged)


def _waits(store: Store, candidate: Candidate, known: Iterable[Candidate]) -> Waiting:
    incident = late_incident(candidate.kind, candidate.records)
    others = (each for each in known if incident and late_incident(each.kind, each.records) == incident)
    return Waiting(
        candidate,
        _answers(store, candidate),
        clock_doubt_of(store, candidate.records),
        tuple(each for each in others if each.id != candidate.id),
        charged(store, candidate.kind, candidate.records),
    )


def charged(store: Store, kind: ViolationKind, records: Iterable[tuple[str, str]]) -> str:
    """The number of the violation that stands or is judged for the same incident; empty where none is."""
    incident = late_incident(kind, records)
    found = store.all(VIOLATIONS, "kind = ?", (kind.value,)) if incident else ()
    same = (each for each in found if late_incident(each.kind, each.records) == incident)
    return next((each.title for each in same if each.state not in TAKING_NOTHING), "")


def waiting_for(store: Store, by: Author) -> tuple[Waiting, ...]:
    """Those of them that the author may know: all for whoever may bring them, else those about themselves.

    What a colleague has to do with the same incident is not told then.
    """
    found = waiting(store)
    if is_entitled(store, by, "register_violation"):
        return found
    own = (each for each in found if by.person in {each.accountable, each.candidate.person})
    return tuple(replace(each, others=(), charged="") for each in own) if by.person else ()


def _answers(store: Store, candidate: Candidate) -> str:
    """Who would answer for a candidate: somebody for whom another stood in meanwhile does not."""
    duty = duty_at(store, candidate.place) if candidate.place else None
    swapped = candidate.kind is ViolationKind.UNAUTHORISED_SWAP
    replaced = duty is not None and duty.actual and candidate.person in {"", duty.planned}
    return str(duty.actual) if duty and replaced and not swapped else candidate.person


def unnoted_returns(store: Store, now: datetime) -> tuple[Candidate, ...]:
    """Everybody who should have reported back from leave before today and is not noted yet."""
    return tuple(
        candidate
        for each in overdue(store, local(store, now).date())
        if store.find(CANDIDATES, (candidate := _late_return(store, each)).id) is None
    )


def _late_return(store: Store, late: Overdue) -> Candidate:
    kind, leave = ViolationKind.OVERDUE_RETURN, late.leave
    at = datetime.combine(late.due + timedelta(days=1), time.min, zone(store)).astimezone(UTC)
    return Candidate(candidate_id(kind, leave.id), kind, leave.person, at, 0, None, (("leave", leave.id),))


def note_overdue_returns(store: Store, *, by: Author) -> Changes:
    """Note each of them as a candidate, once."""
    with deed(store, by, NOTING) as act:
        for each in unnoted_returns(store, by.at):
            act.writing.put(CANDIDATES, each)
    return act.changes


def dismissed(store: Store) -> tuple[tuple[Candidate, Judgement], ...]:
    """The candidates that somebody put aside, and why."""
    found = store.all(JUDGEMENTS, "verdict = ?", (Verdict.DISMISSED.value,))
    return tuple((store.get(CANDIDATES, each.id), each) for each in found)


def dismiss(store: Store, candidate: str, reason: str, *, by: Author) -> Changes:
    """Put a candidate aside; needs a reason, and nobody dismisses what they would answer for themselves."""
    if not reason.strip():
        raise MissingFieldError("reason")
    with deed(store, by, "dismiss_candidate") as act:
        found = store.get(CANDIDATES, candidate)
        refuse_own(by, found.person, accountable(store, found.place))
        refuse_judged(store, candidate)
        word = by.on_behalf_of or by.actor
        act.writing.put(JUDGEMENTS, Judgement(candidate, Verdict.DISMISSED, by.at, word, reason.strip()))
    return act.changes


def refuse_judged(store: Store, candidate: str) -> None:
    """Refuse a candidate of which somebody has made something already."""
    if store.find(JUDGEMENTS, candidate) is not None:
        raise JudgedAlreadyError


def duty_at(store: Store, place: PlaceKey) -> Duty | None:
    """The duty of a place of the roster."""
    found = store.all(
        DUTIES,
        "day = ? and shift = ? and post = ? and seat = ?",
        (place.day.isoformat(), place.shift, place.post, place.seat),
    )
    return found[0] if found else None


def accountable(store: Store, place: PlaceKey | None) -> str:
    """The id of whoever answers for a place: the one who stands it, not the one whose turn it was."""
    duty = duty_at(store, place) if place else None
    return (duty.actual or "") if duty else ""


def clock_doubt_of(store: Store, records: Iterable[tuple[str, str]]) -> ClockDoubt | None:
    """Why the time of one of these records may be wrong; None where none may."""
    doubts = (doubt_of_record(store, table, record) for table, record in records)
    return next((each for each in doubts if each), None)
