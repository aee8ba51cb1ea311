"""Which rules of a family hold on a day, and from when on others will."""

from datetime import date
from typing import TypeVar

from dutydesk.domain.accounts import Author
from dutydesk.domain.rulebook import Family
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.office import RULES
from dutydesk.storage.store import Store

R = TypeVar("R")


def in_force(store: Store, family: Family[R], day: date) -> R:
    """The rules of a family that hold on a day."""
    return family.on(store.all(RULES), day)


def save_family(store: Store, family: Family[R], wanted: R, valid_from: date, *, by: Author) -> Changes:
    """Let rules of a family hold from a day on; what was judged before keeps the rules of its own day."""
    with deed(store, by, "save_rules") as act:
        for rule in family.changed(in_force(store, family, valid_from), wanted, valid_from):
            act.writing.put(RULES, rule)
    return act.changes
