"""Follow-ups: registered, pursued in stages, answered, and closed by a leader who is not the handler."""

from dataclasses import dataclass, replace
from datetime import datetime

from dutydesk.domain.accounts import Author, has_word_of, is_own
from dutydesk.domain.discipline import Candidate, ViolationKind, candidate_id
from dutydesk.domain.followups import (
    FollowUp,
    FollowUpStep,
    Stage,
    StepKind,
    refuse_closed,
    refuse_closing,
    refuse_escalation,
    refuse_extension,
    refuse_vague,
)
from dutydesk.domain.people import Person
from dutydesk.errors import EmptyEntryError, NotALeaderError, OwnMatterError, PaperMissingError
from dutydesk.services.changes import NOTING, Changes, Deed, deed
from dutydesk.services.ids import new_id
from dutydesk.services.office import office
from dutydesk.services.people import staff
from dutydesk.services.rights import has_accounts
from dutydesk.storage.discipline import CANDIDATES
from dutydesk.storage.duties import POSTS
from dutydesk.storage.followups import FOLLOW_UP_ITEMS, FOLLOW_UP_STEPS
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class FollowUpFile:
    """A matter with everything that was done about it."""

    item: FollowUp
    steps: tuple[FollowUpStep, ...]


def follow_up_file(store: Store, item_id: str) -> FollowUpFile:
    """One matter; refuses one that is not there."""
    return FollowUpFile(
        store.get(FOLLOW_UP_ITEMS, item_id), store.all(FOLLOW_UP_STEPS, "follow_up = ?", (item_id,))
    )


def open_follow_ups(store: Store) -> tuple[FollowUp, ...]:
    """Every matter that is not closed, the first due first."""
    return store.all(FOLLOW_UP_ITEMS, "closed_at = ''")


def all_follow_ups(store: Store) -> tuple[FollowUp, ...]:
    """Every matter, closed ones too, the first due first."""
    return store.all(FOLLOW_UP_ITEMS)


def for_circular(store: Store) -> tuple[FollowUp, ...]:
    """The open matters that have reached the third stage: they appear in the circular."""
    return store.all(FOLLOW_UP_ITEMS, "closed_at = '' and stage = ?", (int(Stage.CIRCULAR),))


def register(store: Store, item: FollowUp, *, by: Author) -> Changes:
    """Begin to follow a matter up; refuses one without content, responsible person or time to come."""
    with deed(store, by, "register_follow_up") as act:
        newest = next(store.ask("select coalesce(max(number), 0) from follow_up"))[0]
        begun = replace(item, number=newest + 1, registered_at=by.at, stage=Stage.TALK)
        refuse_vague(begun)
        _keep(act, begun, StepKind.REGISTERED, item.content, by)
    return act.changes


def add_progress(store: Store, item_id: str, text: str, *, by: Author) -> Changes:
    """Write down what was done about a matter."""
    with deed(store, by, "add_progress") as act:
        item = store.get(FOLLOW_UP_ITEMS, item_id)
        refuse_closed(item)
        if not text.strip():
            raise EmptyEntryError
        _keep(act, item, StepKind.PROGRESS, text, by)
    return act.changes


def extend(store: Store, item_id: str, due: datetime, *, by: Author) -> Changes:
    """Give more time for the deed's `reason`; only before the deadline."""
    with deed(store, by, "extend_follow_up") as act:
        item = store.get(FOLLOW_UP_ITEMS, item_id)
        refuse_extension(item, due, by.at)
        if not by.reason.strip():
            raise EmptyEntryError
        _keep(act, replace(item, due=due), StepKind.EXTENDED, by.reason, by)
    return act.changes


def escalate(store: Store, item_id: str, due: datetime, *, by: Author) -> Changes:
    """Take an overdue matter to the next stage with a new deadline; it is noted as a candidate."""
    with deed(store, by, "escalate_follow_up") as act:
        item = store.get(FOLLOW_UP_ITEMS, item_id)
        refuse_escalation(item, due, by.at)
        raised = replace(item, stage=Stage(item.stage + 1), due=due)
        _keep(act, raised, StepKind.ESCALATED, by.reason, by)
        act.writing.put(CANDIDATES, _overdue(item, by.at))
    return act.changes


def _overdue(item: FollowUp, now: datetime) -> Candidate:
    """A matter that is overdue, once for each stage at which it came to be so."""
    kind = ViolationKind.OVERDUE_FOLLOW_UP
    minutes = int((now - item.due).total_seconds()) // 60
    key, records = candidate_id(kind, item.id, str(item.stage + 1)), (("follow_up", item.id),)
    return Candidate(key, kind, item.handler, item.due, minutes, records=records)


def unnoted_overdue(store: Store, now: datetime) -> tuple[Candidate, ...]:
    """The overdue matters that somebody of the staff handles and nobody has noted yet."""
    found = (_overdue(each, now) for each in open_follow_ups(store) if each.handler and each.due < now)
    return tuple(each for each in found if store.find(CANDIDATES, each.id) is None)


def note_overdue(store: Store, *, by: Author) -> Changes:
    """Note each of them as a candidate, once at each stage."""
    with deed(store, by, NOTING) as act:
        for each in unnoted_overdue(store, by.at):
            act.writing.put(CANDIDATES, each)
    return act.changes


def close(store: Store, item_id: str, answer: str, leader: str, *, by: Author) -> Changes:
    """Close a matter with its answer (销号); refuses anybody but a leader, and the handler above all.

    `leader` is a person's id: they signed in themselves, or a paper with a number says it.
    """
    with deed(store, by, "close_follow_up") as act:
        item = store.get(FOLLOW_UP_ITEMS, item_id)
        refuse_closing(item, answer, by.at)
        _refuse_closer(store, item, leader, by)
        closed = replace(item, answer=answer.strip(), closed_by=leader, closed_at=by.at)
        _keep(act, closed, StepKind.CLOSED, answer, by)
    return act.changes


def _refuse_closer(store: Store, item: FollowUp, leader: str, by: Author) -> None:
    name = staff(store).find(leader).name
    own = item.handler and (leader == item.handler or is_own(by, [item.handler]))
    if own or (not item.handler and name == item.responsible.strip()):
        raise OwnMatterError(name)
    if leader not in {each.id for each in leaders(store)}:
        raise NotALeaderError(name)
    if has_accounts(store) and not has_word_of(by, leader):
        raise PaperMissingError(name)


def leaders(store: Store) -> tuple[Person, ...]:
    """The people who may close a matter: whoever may lead a duty, and the chief duty leader."""
    leading = {each.id for each in store.all(POSTS) if each.leads}
    chief = office(store).chief
    return tuple(each for each in store.all(PEOPLE) if each.posts & leading or each.id == chief)


def _keep(act: Deed, item: FollowUp, kind: StepKind, text: str, by: Author) -> None:
    act.writing.put(FOLLOW_UP_ITEMS, item)
    step = FollowUpStep(
        id=new_id(by.at), follow_up=item.id, kind=kind, at=by.at, done_by=by.actor, text=text.strip(),
        due=item.due, stage=item.stage,
    )  # fmt: skip
    act.writing.put(FOLLOW_UP_STEPS, step)
