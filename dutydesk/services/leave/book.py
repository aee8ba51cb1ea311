"""The book of leave: by what every request is judged, and how its approval stands."""

from collections.abc import Mapping
from datetime import date

from dutydesk.domain.leave.book import LeaveBook
from dutydesk.domain.leave.chain import USUAL, LeaveStep
from dutydesk.domain.leave.rules import LEAVE
from dutydesk.services.calendar import calendar
from dutydesk.services.office import office
from dutydesk.services.rest import EARNED_FROM, credits_by_themselves
from dutydesk.services.rulebook import in_force
from dutydesk.storage.leave import APPROVAL_RULES, LEAVE_CREDITS, LEAVE_STEPS, LEAVE_TYPES, LEAVES
from dutydesk.storage.people import PAIRS, PEOPLE, SECTIONS
from dutydesk.storage.store import Store

_TABLES = (
    *EARNED_FROM, "person", "section", "ab_pair", "leave", "leave_type", "leave_credit", "approval_rule",
)  # fmt: skip


def leave_book(store: Store, day: date) -> LeaveBook:
    """All leave with what it is judged by; the rules are those of a day."""
    return store.derived(f"book of leave {day}", lambda: _leave_book(store, day), _TABLES)


def _leave_book(store: Store, day: date) -> LeaveBook:
    return LeaveBook(
        people=store.all(PEOPLE),
        sections=store.all(SECTIONS),
        pairs=store.all(PAIRS),
        kinds=store.all(LEAVE_TYPES),
        leaves=store.all(LEAVES),
        credits=(*store.all(LEAVE_CREDITS), *credits_by_themselves(store, day)),
        calendar=calendar(store),
        rules=in_force(store, LEAVE, day),
        approval=store.all(APPROVAL_RULES) or USUAL,
        chief=office(store).chief,
    )


def steps_of(store: Store, leave_id: str) -> tuple[LeaveStep, ...]:
    """The approval of one leave in the order of its steps, those of an earlier round too."""
    return store.all(LEAVE_STEPS, "leave = ?", (leave_id,))


def waiting_steps(store: Store) -> Mapping[str, LeaveStep]:
    """The step at which each pending request waits, by the id of the leave."""
    waiting: dict[str, LeaveStep] = {}
    for step in store.all(LEAVE_STEPS, "decision is null"):
        waiting.setdefault(step.leave, step)
    return waiting
