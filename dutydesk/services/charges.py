"""Bringing a violation: who answers for it, by which rule, and what it rests on."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dutydesk.domain.accounts import Author
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.points import points_rule
from dutydesk.domain.violations import Judgement, Verdict, Violation
from dutydesk.errors import FutureEntryError, MissingFieldError
from dutydesk.errors.discipline import SameIncidentError, StoodInError
from dutydesk.services.changes import Changes, Deed, deed
from dutydesk.services.clock_doubt import doubt_of_instant
from dutydesk.services.discipline import accountable, charged, clock_doubt_of, duty_at, refuse_judged
from dutydesk.services.ids import new_id
from dutydesk.services.people import staff
from dutydesk.services.violations import next_number, put_step, refuse_closed, rules_on, word_of
from dutydesk.services.watch import local, stints
from dutydesk.storage.office import RULES
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store
from dutydesk.storage.violations import JUDGEMENTS, VIOLATIONS

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """What is brought against somebody: `what` was found, where and when (UTC), and on what it rests.

    An empty `person` is whoever stands the place. `apart` is somebody's word that it counts beside the other
    of the same incident.
    """

    kind: ViolationKind
    at: datetime
    what: str
    person: str = ""
    place: PlaceKey | None = None
    records: tuple[tuple[str, str], ...] = ()
    candidate: str = ""
    apart: bool = False


def register(store: Store, charge: Charge, *, by: Author) -> Changes:
    """Bring a violation; where the rules say so, the leader on duty answers too, in a course of their own.

    Refuses one that says nothing or is of a time to come, one against somebody for whom another stood in,
    a candidate that was judged, a second one for the same incident unless it is said to count apart, and a
    year that is closed.
    """
    if not charge.what.strip():
        raise MissingFieldError("what")
    if charge.at > by.at:
        raise FutureEntryError
    with deed(store, by, "register_violation") as act:
        made = _made(store, charge, by)
        _refuse_second(store, charge)
        _open(store, act, made, by)
        if charge.candidate:
            refuse_judged(store, charge.candidate)
            judged = Judgement(charge.candidate, Verdict.REGISTERED, by.at, word_of(by))
            act.writing.put(JUDGEMENTS, judged)
        rules = rules_on(store, made.day)
        for leader in _leaders(store, charge) if rules.joint(made.kind) else ():
            if leader != made.person:
                due = rules.joint(made.kind)
                joint = replace(made, id=new_id(by.at), person=leader, due=due, joint_of=made.id)
                _open(store, act, replace(joint, number=next_number(store, made.day.year)), by)
    return act.changes


def _refuse_second(store: Store, charge: Charge) -> None:
    """Points are taken once for one incident, unless somebody says that this counts apart."""
    first = charged(store, charge.kind, charge.records)
    if first and not charge.apart:
        raise SameIncidentError(first)


def _made(store: Store, charge: Charge, by: Author) -> Violation:
    day = charge.place.day if charge.place else local(store, charge.at).date()
    refuse_closed(store, day.year)
    doubt = clock_doubt_of(store, charge.records) or doubt_of_instant(store, charge.at)
    return Violation(
        id=new_id(by.at),
        number=next_number(store, day.year),
        kind=charge.kind,
        person=store.get(PEOPLE, _accused(store, charge)).id,
        at=charge.at,
        day=day,
        what=charge.what.strip(),
        due=rules_on(store, day).due(charge.kind),
        place=charge.place,
        records=charge.records,
        candidate=charge.candidate,
        rule=points_rule(store.all(RULES), day),
        reporter=by.principal or by.person,
        doubtful=doubt is not None,
    )


def _accused(store: Store, charge: Charge) -> str:
    """Whoever answers; somebody for whom another stood in does not."""
    standing = accountable(store, charge.place)
    person = charge.person or standing
    if not person:
        raise MissingFieldError("person")
    duty = duty_at(store, charge.place) if charge.place else None
    replaced = duty is not None and person == duty.planned and standing not in {"", person}
    if replaced and charge.kind is not ViolationKind.UNAUTHORISED_SWAP:
        names = staff(store)
        raise StoodInError(names.named(person), names.named(standing))
    return person


def _leaders(store: Store, charge: Charge) -> tuple[str, ...]:
    """Who led the duty then, by id."""
    day = local(store, charge.at).date()
    known = stints(store, day - ONE_DAY, day)
    return tuple(each.person for each in known if each.leads and each.person and each.runs_at(charge.at))


def _open(store: Store, act: Deed, violation: Violation, by: Author) -> None:
    act.writing.put(VIOLATIONS, violation)
    put_step(store, act, violation, by, violation.what)
