"""Open matters carried from shift to shift until a leader closes them (domain.md §8)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Final

from dutydesk.domain.rulebook import Family
from dutydesk.errors import (
    ClosedFollowUpError,
    EmptyEntryError,
    FutureEntryError,
    LastStageError,
    LateExtensionAskedError,
    MissingFieldError,
    NotOverdueError,
    PastDueError,
)


@dataclass(frozen=True, slots=True)
class FollowUpRules:
    """How many hours before the deadline a matter is near it."""

    near_hours: int = 24


FOLLOW_UPS: Final = Family("follow_ups", FollowUpRules())


class Stage(IntEnum):
    """The owner's ladder: talk, written notice, circular (domain.md §2 D11)."""

    TALK = 1
    NOTICE = 2
    CIRCULAR = 3


class Colour(StrEnum):
    """How the matter's line is marked, by its stage."""

    BLUE = "blue"
    ORANGE = "orange"
    RED = "red"


class Source(StrEnum):
    """What a matter came from."""

    LOG = "log"
    INSTRUCTION = "instruction"
    HANDOVER = "handover"
    OTHER = "other"


class Urgency(StrEnum):
    """How near the deadline is."""

    IN_TIME = "in_time"
    NEAR = "near"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One matter; instants are UTC.

    `handler` is the id of the responsible person, or empty where that is nobody of the staff; `responsible`
    is their name, `unit` their unit. `origin` is the id of the entry or instruction it came from. `answer` is
    what the one who asked was told (件件有回音); `closed_by` is the id of the leader who closed it.
    """

    id: str
    content: str
    registered_at: datetime
    due: datetime
    number: int = 0
    source: Source = Source.OTHER
    origin: str = ""
    unit: str = ""
    handler: str = ""
    responsible: str = ""
    stage: Stage = Stage.TALK
    answer: str = ""
    closed_by: str = ""
    closed_at: datetime | None = None

    @property
    def colour(self) -> Colour:
        """Blue, orange or red, by the stage."""
        return tuple(Colour)[self.stage - 1]

    def urgency(self, now: datetime, rules: FollowUpRules) -> Urgency:
        """Whether it is overdue, near its deadline, or neither."""
        if now > self.due:
            return Urgency.OVERDUE
        near = now >= self.due - timedelta(hours=rules.near_hours)
        return Urgency.NEAR if near else Urgency.IN_TIME


class StepKind(StrEnum):
    """What was done about a matter."""

    REGISTERED = "registered"
    PROGRESS = "progress"
    EXTENDED = "extended"
    ESCALATED = "escalated"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpStep:
    """One thing done about a matter, with its deadline and stage afterwards; evidence."""

    id: str
    follow_up: str
    kind: StepKind
    at: datetime
    done_by: str
    text: str
    due: datetime
    stage: Stage


def refuse_vague(item: FollowUp) -> None:
    """Refuse a matter without content, without anybody responsible, or due before it began."""
    if not item.content.strip():
        raise EmptyEntryError
    if not (item.responsible.strip() or item.unit.strip()):
        raise MissingFieldError("person")
    if item.due <= item.registered_at:
        raise PastDueError


def refuse_closed(item: FollowUp) -> None:
    """Refuse any deed on a matter that is closed."""
    if item.closed_at is not None:
        raise ClosedFollowUpError(item.number)


def refuse_extension(item: FollowUp, due: datetime, now: datetime) -> None:
    """Refuse an extension asked after the deadline, which stands, and one that is none."""
    refuse_closed(item)
    if now > item.due:
        raise LateExtensionAskedError(item.number)
    if due <= item.due:
        raise PastDueError


def refuse_escalation(item: FollowUp, due: datetime, now: datetime) -> None:
    """Refuse the next stage before the deadline has passed or after the last stage; one step at a time."""
    refuse_closed(item)
    if now <= item.due:
        raise NotOverdueError(item.number)
    if item.stage is Stage.CIRCULAR:
        raise LastStageError(item.number)
    if due <= now:
        raise PastDueError


def refuse_closing(item: FollowUp, answer: str, now: datetime) -> None:
    """Refuse closing without an answer; who may close it is asked elsewhere."""
    refuse_closed(item)
    if not answer.strip():
        raise EmptyEntryError
    if now < item.registered_at:
        raise FutureEntryError
