"""Handing the shift over: a sheet that makes itself, two signatures, and nothing open is dropped (§6.3)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from dutydesk.domain.log import LogEntry, LogKind
from dutydesk.domain.rulebook import Family
from dutydesk.errors import UncheckedEquipmentError, UnseenItemsError


@dataclass(frozen=True, slots=True)
class HandoverRules:
    """What is looked at when a shift is handed over, by code or by the office's own words.

    Entries of the kinds in `routine` leave a shift quiet: 本班无异常.
    """

    equipment: tuple[str, ...] = (
        "phone_lines", "fax", "computer", "video", "satellite_phone", "keys", "seals", "vehicles", "room",
    )  # fmt: skip
    routine: tuple[str, ...] = ("patrol", "equipment_test")


HANDOVER: Final = Family("handover", HandoverRules())


class ItemKind(StrEnum):
    """What is still open at the end of a shift."""

    FOLLOW_UP = "follow_up"
    INSTRUCTION = "instruction"
    DOCUMENT = "document"
    ENTRY = "entry"
    REPORT_CLOCK = "report_clock"


@dataclass(frozen=True, slots=True)
class Item:
    """Something open that the next shift takes over, by reference: `record` is its id, `due` its deadline."""

    kind: ItemKind
    record: str
    number: int
    text: str
    due: datetime | None = None

    @property
    def key(self) -> str:
        """By what it is known that the incoming officer has seen it."""
        return f"{self.kind.value}/{self.record}"


@dataclass(frozen=True, slots=True)
class EquipmentCheck:
    """One thing on the list: whether it is in order, and what is wrong if not."""

    name: str
    in_order: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShiftNote:
    """What the officers write about a shift while it lasts; `id` is that of the shift."""

    id: str
    weather: str = ""
    warnings: str = ""
    summary: str = ""
    watch_points: str = ""


@dataclass(frozen=True, slots=True)
class StandingOrder:
    """An order that every shift knows: it must be acknowledged at each takeover while it holds."""

    id: str
    text: str
    issued_by: str
    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the order holds on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The outgoing officer's signature under the sheet as it was then; evidence. `id` is that of the shift.

    `counts` are the entries of the shift by kind, `anchor` the newest entry of the journal then.
    """

    id: str
    outgoing: str
    signed_at: datetime
    note: ShiftNote
    equipment: tuple[EquipmentCheck, ...]
    counts: tuple[tuple[str, int], ...]
    items: tuple[Item, ...]
    quiet: bool
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeover:
    """The incoming officer's signature; with it the shift is sealed. Evidence. `id` is that of the shift.

    `items` are those open at that moment, each seen; `orders` the ids of the standing orders acknowledged;
    `objection` is what the incoming officer does not agree with.
    """

    id: str
    incoming: str
    into: str
    signed_at: datetime
    items: tuple[Item, ...]
    orders: tuple[str, ...]
    objection: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """The leader's word under a handover; evidence. `id` is that of the shift."""

    id: str
    leader: str
    opinion: str
    signed_at: datetime


def counted(entries: Iterable[LogEntry]) -> tuple[tuple[str, int], ...]:
    """How many entries of each kind, in the order of the kinds."""
    numbers = Counter(each.kind for each in entries)
    return tuple((kind.value, numbers[kind]) for kind in LogKind if numbers[kind])


def is_quiet(entries: Iterable[LogEntry], rules: HandoverRules) -> bool:
    """Whether nothing but routine happened in a shift."""
    return all(each.kind.value in rules.routine for each in entries)


def refuse_unchecked(checks: Iterable[EquipmentCheck], rules: HandoverRules) -> None:
    """Refuse a list on which something was not looked at, or is wrong without a word of what."""
    told = {each.name for each in checks if each.in_order or each.note.strip()}
    unchecked = [each for each in rules.equipment if each not in told]
    if unchecked:
        raise UncheckedEquipmentError(" ".join(unchecked))


def refuse_unseen(wanted: Iterable[str], seen: Iterable[str]) -> None:
    """Refuse while something open, or an order, was not looked at by the incoming officer."""
    unseen = set(wanted) - set(seen)
    if unseen:
        raise UnseenItemsError(len(unseen))
