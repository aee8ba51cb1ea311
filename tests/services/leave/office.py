"""The small office of the leave tests as a file, and what its people do in a test."""

from dataclasses import replace

from dutydesk.domain.leave.chain import Decision
from dutydesk.services.changes import deed
from dutydesk.services.leave import approval, asking
from dutydesk.services.people import save_people, save_sections
from dutydesk.storage.leave import LEAVES
from dutydesk.storage.roster import DUTIES
from tests.builders import a_duty
from tests.domain.leave.office import PEOPLE, SECTIONS, a_request
from tests.invented import BY, office_store


def leave_store():
    """Everybody of the small office; whoever is no leader may be duty officer."""
    store = office_store()
    save_sections(store, SECTIONS, by=BY)
    people = [replace(each, posts=each.posts or frozenset({"officer"})) for each in PEOPLE]
    save_people(store, [replace(each, sort=at) for at, each in enumerate(people)], by=BY)
    return store


def asked(store, person="ann", first="2026-11-23", last=None, **facts):
    """A request that was handed in; its id."""
    leave = a_request(person, first, last, **facts)
    asking.ask_leave(store, leave, by=BY)
    return leave.id


def agree(store, leave_id, *deciders, by=BY):
    """Let these people agree in turn."""
    for each in deciders:
        approval.decide_leave(store, leave_id, Decision.AGREED, decider=each, by=by)


def approved(store, *args, **facts):
    """A leave that was approved without more ado; its id."""
    leave = a_request(*args, **facts)
    with deed(store, BY, "import_leave") as act:
        act.writing.put(LEAVES, leave)
    return leave.id


def planned(store, person, *on):
    """Duties of a person on these days."""
    with deed(store, BY, "adopt_plan") as act:
        for each in on:
            act.writing.put(DUTIES, a_duty(person, each))


def state(store, leave_id):
    return store.get(LEAVES, leave_id).state
