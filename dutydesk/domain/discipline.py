"""What discipline hears of by itself: candidates, which count for nothing until somebody confirms them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.duties import PlaceKey


class ViolationKind(StrEnum):
    """The kinds of violation, kept apart (domain.md §1, §9.1)."""

    ABSENT_FROM_POST = "absent_from_post"
    VACANT_POST = "vacant_post"
    MISSED_DUTY = "missed_duty"
    LATE = "late"
    EARLY_LEAVE = "early_leave"
    UNAUTHORISED_SWAP = "unauthorised_swap"
    WANDERING = "wandering"
    UNANSWERED_CALL = "unanswered_call"
    LATE_REPORT = "late_report"
    OVERDUE_FOLLOW_UP = "overdue_follow_up"
    OMITTED_REPORT = "omitted_report"
    FALSE_REPORT = "false_report"
    CONCEALED_REPORT = "concealed_report"
    INCOMPLETE_LOG = "incomplete_log"
    BAD_HANDOVER = "bad_handover"
    ALCOHOL = "alcohol"
    UNRELATED_ACTIVITY = "unrelated_activity"
    OVERDUE_RETURN = "overdue_return"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be a violation, noted by the program with the records it rests on.

    The id is made of the kind and of what it rests on, so that nothing is noted twice. `person` is an id, or
    empty where nobody can be named; `at` is when it came about (UTC), `minutes` how much too late or early.
    `records` are pairs of table and row id.
    """

    id: str
    kind: ViolationKind
    person: str
    at: datetime
    minutes: int = 0
    place: PlaceKey | None = None
    records: tuple[tuple[str, str], ...] = ()


def late_incident(kind: ViolationKind, records: Iterable[tuple[str, str]]) -> str:
    """The incident that was reported late: by phone and in writing is one matter (domain.md §9.2: 迟报一次).

    Empty for what stands by itself.
    """
    found = (row for table, row in records if table == "incident")
    return next(found, "") if kind is ViolationKind.LATE_REPORT else ""


def candidate_id(kind: ViolationKind, *parts: str) -> str:
    """The one id of a candidate of this kind about these records."""
    return "/".join((kind.value, *parts))
