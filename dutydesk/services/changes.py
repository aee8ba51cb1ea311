"""What a deed made stale."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import reduce
from operator import or_

from dutydesk.domain.accounts import AT_THE_DOOR, Author
from dutydesk.services.ids import new_id
from dutydesk.services.rights import refuse_unentitled
from dutydesk.storage.store import Store, Writing
from dutydesk.storage.tables import EVIDENCE


class Topic(Flag):
    """The things a page may show."""

    OFFICE = auto()
    PEOPLE = auto()
    CALENDAR = auto()
    SHIFTS = auto()
    LEAVE = auto()
    ROSTER = auto()
    WATCH = auto()
    DISCIPLINE = auto()
    ACCOUNTS = auto()
    CLOCK = auto()
    EVIDENCE = auto()
    LOG = auto()
    HANDOVER = auto()
    FOLLOW_UPS = auto()
    SWAPS = auto()
    INCIDENTS = auto()


NOTHING = Topic(0)
EVERYTHING = reduce(or_, Topic)
FOUNDING, RESTORING, SALVAGING = "found_office", "restore_backup", "salvage_file"
BEGINNINGS = frozenset({FOUNDING, RESTORING, SALVAGING})
"""The deeds with which a file begins to be what it is; nothing up to the newest of them is ever undone."""
SEALING, NEW_KEY, NOTING = "seal_journal", "make_seal_key", "note_candidates"
EXPORTING_AUDIT, PRINTING_CONTACTS = "export_audit", "print_contacts"
DOUBTING, END_OF_DOUBT, TRUSTING = "doubt_clock", "end_doubt", "trust_clock"
BY_ITSELF = frozenset({SEALING, NEW_KEY, DOUBTING, END_OF_DOUBT, "note_candidates"})
"""The deeds that the program does unasked; nobody is told of each."""
ASIDE = AT_THE_DOOR | {
    SEALING, NEW_KEY, NOTING, EXPORTING_AUDIT, PRINTING_CONTACTS, DOUBTING, END_OF_DOUBT, TRUSTING,
}  # fmt: skip
"""The deeds that only bear witness and change nothing of the office; undo and redo look past them."""
TOPIC_OF = {
    "office": Topic.OFFICE, "rule": Topic.OFFICE, "section": Topic.PEOPLE, "person": Topic.PEOPLE,
    "exemption": Topic.PEOPLE, "ab_pair": Topic.PEOPLE, "tally": Topic.PEOPLE,
    "calendar_day": Topic.CALENDAR, "calendar_year": Topic.CALENDAR, "sensitive_period": Topic.CALENDAR,
    "post": Topic.SHIFTS, "shift_type": Topic.SHIFTS, "leave_type": Topic.LEAVE, "leave": Topic.LEAVE,
    "duty": Topic.ROSTER, "publication": Topic.ROSTER, "wish": Topic.PEOPLE,
    "approval_rule": Topic.LEAVE, "leave_step": Topic.LEAVE, "leave_credit": Topic.LEAVE,
    "leave_waiver": Topic.LEAVE,
    "attendance": Topic.WATCH, "candidate": Topic.DISCIPLINE,
    "violation": Topic.DISCIPLINE, "violation_step": Topic.DISCIPLINE, "judgement": Topic.DISCIPLINE,
    "addition": Topic.DISCIPLINE, "year_closing": Topic.DISCIPLINE,
    "check_plan": Topic.DISCIPLINE, "spot_check": Topic.DISCIPLINE, "circular": Topic.DISCIPLINE,
    "overtime": Topic.DISCIPLINE,
    "account": Topic.ACCOUNTS, "secret": Topic.ACCOUNTS, "break_glass": Topic.ACCOUNTS,
    "clock_doubt": Topic.CLOCK,
    "seal_key": Topic.EVIDENCE, "seal": Topic.EVIDENCE, "disclosure": Topic.EVIDENCE,
    "log_entry": Topic.LOG, "log_template": Topic.LOG,
    "follow_up": Topic.FOLLOW_UPS, "follow_up_step": Topic.FOLLOW_UPS,
    "shift_note": Topic.HANDOVER, "standing_order": Topic.HANDOVER, "handover": Topic.HANDOVER,
    "takeover": Topic.HANDOVER, "handover_review": Topic.HANDOVER,
    "swap": Topic.SWAPS,
    "incident": Topic.INCIDENTS, "report": Topic.INCIDENTS, "told": Topic.INCIDENTS,
    "instruction": Topic.INCIDENTS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changes:
    """The topics that changed, how many rows, and the deed's name; announced only after COMMIT.

    What is `lasting` is evidence: it is corrected by another deed and never taken back.
    """

    topics: Topic = NOTHING
    rows: int = 0
    deed: str = ""
    lasting: bool = False


@dataclass
class Deed:
    """An open deed and, once it is committed, what it changed."""

    writing: Writing
    changes: Changes = field(default_factory=Changes)


@contextmanager
def deed(
    store: Store, by: Author, name: str, *, deed_id: str = "", undoes: str = "", right: str = ""
) -> Iterator[Deed]:
    """Open the one transaction of a deed; `changes` is filled in after COMMIT and is empty if it raised.

    `deed_id` lets a caller retry safely: a deed whose id was committed before is refused before anything is
    done, by `AlreadyDoneError`. Whoever may not do it is refused; `right` is the deed whose right is needed
    where it is another one's, as undoing needs that of what it undoes.
    """
    deed_id = deed_id or new_id(by.at)
    with store.write(by, name, deed_id=deed_id, undoes=undoes) as writing:
        refuse_unentitled(store, by, right or name)
        opened = Deed(writing)
        yield opened
    topics = reduce(or_, (TOPIC_OF[each] for each in writing.tables), NOTHING)
    opened.changes = Changes(topics, writing.rows, name, lasting=not writing.tables.isdisjoint(EVIDENCE))


def done_before(store: Store, deed_id: str) -> Changes | None:
    """What a deed changed of which nobody heard whether it was kept; None if it was not."""
    found = tuple(store.ask("select table_name, deed from journal where deed_id = ?", (deed_id,)))
    topics = reduce(or_, (TOPIC_OF[str(table)] for table, _ in found), NOTHING)
    return Changes(topics, len(found), str(found[0][1])) if found else None
