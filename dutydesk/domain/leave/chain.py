"""Who approves whose leave: a table of level, kind and days; the steps of one request (domain.md §5.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.people import Person, Section


class Level(StrEnum):
    """Where somebody stands in the office, as far as leave goes."""

    STAFF = "staff"
    SECTION_HEAD = "section_head"
    DEPUTY = "deputy"
    CHIEF = "chief"


class Approver(StrEnum):
    """Who decides a step; somebody outside the office decides on paper only."""

    SECTION_HEAD = "section_head"
    DEPUTY = "deputy"
    CHIEF = "chief"
    OUTSIDE = "outside"


class Decision(StrEnum):
    """What was decided at a step; sent back asks for something to be changed."""

    AGREED = "agreed"
    REFUSED = "refused"
    SENT_BACK = "sent_back"


@dataclass(frozen=True, slots=True)
class ApprovalRule:
    """The approvers in turn for one level and more than `over` up to `up_to` half days; None is without end.

    An empty `kind` means every kind of leave that has no rule of its own. The slip goes to `filed_with`.
    """

    id: str
    level: Level
    over: int
    up_to: int | None
    steps: tuple[Approver, ...]
    kind: str = ""
    filed_with: str = ""
    valid_from: date = date(2000, 1, 1)

    def covers(self, level: Level, kind: str, halves: int, day: date) -> bool:
        """Whether the rule is about such a request on that day."""
        within = self.over < halves and (self.up_to is None or halves <= self.up_to)
        return self.level is level and self.kind in {"", kind} and self.valid_from <= day and within


@dataclass(frozen=True, slots=True)
class LeaveStep:
    """One step of the approval of a leave, in the order of `number`.

    `decided_by` is a person id, empty for somebody outside; `signed` the name on the slip; `paper` the
    number of the slip that it was entered from.
    """

    id: str
    leave: str
    number: int
    approver: Approver
    decision: Decision | None = None
    decided_by: str = ""
    signed: str = ""
    opinion: str = ""
    paper: str = ""
    decided_at: datetime | None = None

    @property
    def is_agreed(self) -> bool:
        """Whether it was decided in favour."""
        return self.decision is Decision.AGREED


_HEAD, _DEPUTY, _CHIEF, _OUTSIDE = Approver
USUAL: tuple[ApprovalRule, ...] = (
    ApprovalRule("staff-1", Level.STAFF, -1, 2, (_HEAD,)),
    ApprovalRule("staff-3", Level.STAFF, 2, 6, (_HEAD, _DEPUTY)),
    ApprovalRule("staff", Level.STAFF, 6, None, (_HEAD, _DEPUTY, _CHIEF)),
    ApprovalRule("head-1", Level.SECTION_HEAD, -1, 2, (_DEPUTY,)),
    ApprovalRule("head", Level.SECTION_HEAD, 2, None, (_CHIEF,)),
    ApprovalRule("deputy", Level.DEPUTY, -1, None, (_CHIEF,)),
    ApprovalRule("chief", Level.CHIEF, -1, None, (_OUTSIDE,)),
)
"""The table of an office that has entered none."""


def rule_for(
    rules: Iterable[ApprovalRule], level: Level, kind: str, halves: int, day: date
) -> ApprovalRule | None:
    """The rule for a request of so many half days; one for its kind goes first, then the newest."""
    found = [each for each in rules if each.covers(level, kind, halves, day)]
    return max(found, key=lambda each: (bool(each.kind), each.valid_from), default=None)


def levels(
    people: Iterable[Person], words: Iterable[tuple[str, str]], chief: str = ""
) -> Mapping[str, Level]:
    """Everybody's level by the words of rank and title; the chief is the one named, or the first in the list.

    Whoever else has the title of a chief heads another house and counts as a deputy here.
    """
    known = tuple(words)
    found = {each.id: _level(each, known) for each in people}
    chiefs = [each for each, level in found.items() if level is Level.CHIEF]
    first = chief if chief in found else next(iter(chiefs), "")
    return found | dict.fromkeys(chiefs, Level.DEPUTY) | ({first: Level.CHIEF} if first else {})


def _level(person: Person, words: Iterable[tuple[str, str]]) -> Level:
    text = f"{person.rank} {person.title}".casefold()
    return next((Level(level) for word, level in words if word in text), Level.STAFF)


def entitled(
    approver: Approver,
    applicant: Person,
    known: Mapping[str, Level],
    people: Iterable[Person],
    section: Section,
) -> tuple[Person, ...]:
    """Who may decide a step: those it is for, then whoever stands above them; never the applicant."""
    everybody = [each for each in people if each.id != applicant.id]
    ranks = list(Approver)
    return tuple(
        each
        for rank in ranks[ranks.index(approver) :]
        for each in everybody
        if _is_approver(rank, each, known[each.id], section)
    )


def _is_approver(approver: Approver, person: Person, level: Level, section: Section) -> bool:
    match approver:
        case Approver.SECTION_HEAD:
            return level is Level.SECTION_HEAD and person.section == section.id
        case Approver.DEPUTY:
            return person.id == section.leader or (level is Level.DEPUTY and not section.leader)
        case Approver.CHIEF:
            return level is Level.CHIEF
        case Approver.OUTSIDE:
            return False
