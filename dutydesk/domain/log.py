"""The duty log: what was said, when, by whom, and what is still to be done (domain.md §6.1, §6.2, §6.4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from dutydesk.errors import ClassifiedContentError, EmptyEntryError, FutureEntryError, UnknownWordError


class LogKind(StrEnum):
    """What an entry is about (domain.md §6.4)."""

    CALL_IN = "call_in"
    CALL_OUT = "call_out"
    MEETING_NOTICE = "meeting_notice"
    DOCUMENT = "document"
    MESSAGE = "message"
    VISITOR = "visitor"
    PETITIONER = "petitioner"
    URGENT = "urgent"
    INSTRUCTION = "instruction"
    WARNING = "warning"
    CHECKED = "checked"
    CHECK_OTHERS = "check_others"
    PATROL = "patrol"
    EQUIPMENT_TEST = "equipment_test"
    VEHICLE = "vehicle"
    OTHER = "other"


class Level(StrEnum):
    """The classification of what is entered; the last three only as the level of a received document."""

    NONE = "none"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"  # noqa: S105 - a level, not a password
    TOP_SECRET = "top_secret"  # noqa: S105 - as above

    @property
    def classified(self) -> bool:
        """Whether it is a state secret, of which nothing is kept here but that it came (domain.md §14)."""
        return self not in {Level.NONE, Level.INTERNAL}


class Bearing(StrEnum):
    """What an entry does to the earlier one it points at: an entry itself is never changed."""

    NEW = "new"
    CORRECTS = "corrects"
    CONTINUES = "continues"
    SETTLES = "settles"


DETAILS: Final[Mapping[LogKind, tuple[str, ...]]] = {
    LogKind.MEETING_NOTICE: ("convenor", "topic", "meeting_at", "venue", "attendance", "materials"),
    LogKind.DOCUMENT: (
        "document_number", "document_title", "urgency", "copies", "delivered_to", "delivered_at", "signed_by",
    ),
    LogKind.MESSAGE: ("document_number", "document_title"),
    LogKind.VISITOR: ("id_number", "heads", "received_by", "transferred_to", "left_at"),
    LogKind.PETITIONER: ("id_number", "heads", "received_by", "transferred_to", "left_at"),
    LogKind.URGENT: ("incident_place", "occurred_at", "cause", "impact", "measures", "trend", "informed"),
    LogKind.WARNING: ("warned_of", "colour", "valid_until"),
    LogKind.VEHICLE: ("vehicle", "driver", "destination", "back_at"),
    LogKind.EQUIPMENT_TEST: ("equipment", "outcome"),
    LogKind.CHECKED: ("method", "outcome"),
    LogKind.CHECK_OTHERS: ("method", "outcome"),
}  # fmt: skip
"""The fields that a kind of entry has beside those of all."""
_SPEAKING = ("document_title",)
"""Details that would say what a document is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One entry; once kept it is evidence, and what is wrong in it is corrected by another that points at it.

    `at` is when it happened, as entered; `typed_at` when it was kept (both UTC). `number` counts all entries
    of the file. `shift` is that of the officer who sat at the desk, empty between shifts. `unit`, `person`,
    `title` and `phone` are of the other side, `receiver` is whom it was for; `initials` are those of all of
    them. `open` says that something is still to be done; `about` is the id of the entry that `bearing` is on.
    """

    id: str
    kind: LogKind
    at: datetime
    typed_at: datetime
    number: int = 0
    shift: str = ""
    recorder: str = ""
    unit: str = ""
    person: str = ""
    title: str = ""
    phone: str = ""
    receiver: str = ""
    content: str = ""
    proposal: str = ""
    result: str = ""
    level: Level = Level.NONE
    read_back: bool = False
    open: bool = False
    bearing: Bearing = Bearing.NEW
    about: str = ""
    details: tuple[tuple[str, str], ...] = ()
    initials: str = ""

    def detail(self, name: str) -> str:
        """One of the kind's own fields; empty where nothing was entered."""
        return dict(self.details).get(name, "")


@dataclass(frozen=True, slots=True)
class LogTemplate:
    """Words to start an entry of one kind with."""

    id: str
    kind: LogKind
    name: str
    content: str
    proposal: str = ""
    sort: int = 0


@dataclass(frozen=True, slots=True)
class LogSearch:
    """What is looked for; words parted by blanks must all be there, anywhere in the entry's texts.

    A word of Latin letters is also looked for among the pinyin initials of the persons. No `kinds` are all
    kinds; `since` and `until` bound when it happened (UTC, the latter not included).
    """

    text: str = ""
    kinds: frozenset[LogKind] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    open_only: bool = False
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Contact:
    """The other side of a call: unit, person, title and phone."""

    unit: str
    person: str
    title: str
    phone: str


def refuse_unkeepable(entry: LogEntry) -> None:
    """Refuse an entry that says nothing, too much, or of a time that has not come."""
    _refuse_foreign_details(entry)
    if entry.at > entry.typed_at:
        raise FutureEntryError
    if entry.level.classified:
        said = (entry.content, entry.proposal, entry.result, *map(entry.detail, _SPEAKING))
        if entry.kind is not LogKind.DOCUMENT or any(each.strip() for each in said):
            raise ClassifiedContentError
    elif not entry.content.strip():
        raise EmptyEntryError


def _refuse_foreign_details(entry: LogEntry) -> None:
    known = DETAILS.get(entry.kind, ())
    strange = next((name for name, _ in entry.details if name not in known), None)
    if strange is not None:
        raise UnknownWordError(strange, ", ".join(known))


def is_undelivered(entry: LogEntry) -> bool:
    """Whether a received document was handed to nobody yet."""
    return entry.kind is LogKind.DOCUMENT and not entry.detail("delivered_to").strip()


def standing(entries: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """The entries that no later one of them corrects."""
    known = tuple(entries)
    corrected = {each.about for each in known if each.bearing is Bearing.CORRECTS}
    return tuple(each for each in known if each.id not in corrected)
