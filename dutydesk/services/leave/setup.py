"""What the office sets for leave: kinds, the table of approval, and accounts entered by hand."""

from collections.abc import Iterable

from dutydesk.domain.accounts import Author
from dutydesk.domain.leave.balance import Credit
from dutydesk.domain.leave.chain import USUAL, ApprovalRule
from dutydesk.domain.leave.kinds import LeaveType
from dutydesk.domain.presets import with_usual_rules
from dutydesk.errors import MissingFieldError, StillUsedError
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.leave import APPROVAL_RULES, LEAVE_CREDITS, LEAVE_TYPES, LEAVES
from dutydesk.storage.store import Store


def save_leave_types(store: Store, kinds: Iterable[LeaveType], *, by: Author) -> Changes:
    """Add kinds of leave or change them, all or none; refuses one without a name."""
    with deed(store, by, "save_leave_types") as act:
        for kind in kinds:
            if not kind.name.strip():
                raise MissingFieldError("name")
            act.writing.put(LEAVE_TYPES, kind)
    return act.changes


def remove_leave_types(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove kinds of leave, all or none; refuses one that somebody has taken."""
    with deed(store, by, "remove_leave_types") as act:
        for each in ids:
            uses = len(store.all(LEAVES, "type = ?", (each,)))
            if uses:
                raise StillUsedError(store.get(LEAVE_TYPES, each).name, uses)
            act.writing.remove(LEAVE_TYPES, each)
    return act.changes


def take_usual_rules(store: Store, *, by: Author) -> Changes:
    """Give the usual rules to usual kinds of leave that have none, as those of older files."""
    return save_leave_types(store, map(with_usual_rules, store.all(LEAVE_TYPES)), by=by)


def approval_rules(store: Store) -> tuple[ApprovalRule, ...]:
    """The table of approval; the usual one while the office has entered none."""
    return store.all(APPROVAL_RULES) or USUAL


def save_approval_rules(store: Store, rules: Iterable[ApprovalRule], *, by: Author) -> Changes:
    """Add lines to the table of approval or change them; the first entry takes the usual lines over.

    Refuses a line without an approver.
    """
    with deed(store, by, "save_approval_rules") as act:
        for rule in (*approval_rules(store), *rules):
            if not rule.steps:
                raise MissingFieldError("steps")
            act.writing.put(APPROVAL_RULES, rule)
    return act.changes


def remove_approval_rules(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove lines from the table of approval; without any the usual one holds again."""
    gone = set(ids)
    with deed(store, by, "remove_approval_rules") as act:
        for rule in approval_rules(store):
            if rule.id in gone:
                act.writing.remove(APPROVAL_RULES, rule.id)
            else:
                act.writing.put(APPROVAL_RULES, rule)
    return act.changes


def leave_credits(store: Store) -> tuple[Credit, ...]:
    """Annual leave carried over and rest earned, as entered by hand."""
    return store.all(LEAVE_CREDITS)


def save_leave_credits(store: Store, entered: Iterable[Credit], *, by: Author) -> Changes:
    """Enter annual leave carried into a year, or rest earned; refuses one without a person."""
    with deed(store, by, "save_leave_credits") as act:
        for credit in entered:
            if not credit.person:
                raise MissingFieldError("person")
            act.writing.put(LEAVE_CREDITS, credit)
    return act.changes


def remove_leave_credits(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove what was entered to an account; the journal keeps it."""
    with deed(store, by, "remove_leave_credits") as act:
        for each in ids:
            act.writing.remove(LEAVE_CREDITS, each)
    return act.changes
