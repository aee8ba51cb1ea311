"""Urgent information: the incident, its reports, who was told when, and the clocks (domain.md §7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from dutydesk.domain.rulebook import Family
from dutydesk.errors import FutureEntryError, IncompleteReportError, MissingFieldError, ReportOrderError


class Grade(StrEnum):
    """How grave an incident is, from Ⅰ 特别重大 to Ⅳ 一般 (domain.md §7.3)."""

    EXTREME = "extreme"
    MAJOR = "major"
    LARGER = "larger"
    ORDINARY = "ordinary"


class Channel(StrEnum):
    """How something is reported."""

    PHONE = "phone"
    WRITTEN = "written"


class ClockBase(StrEnum):
    """Which instant starts a clock."""

    OCCURRED = "occurred"
    LEARNED = "learned"


Deadline = tuple[str, str, int, str]
"""Grade, channel, minutes, clock base: one row of the table of deadlines."""


@dataclass(frozen=True, slots=True)
class ReportRules:
    """Until when what must be reported (defaults: domain.md §7.1, sources S1, S12, S33).

    An incident of a sensitive time, place or person is reported as one of at least the grade `sensitive_as`.
    `warn_percents` are the shares of the time at which the clock warns before it is up; an overdue report is
    called out again every `again_minutes`.
    """

    deadlines: tuple[Deadline, ...] = (
        ("extreme", "phone", 30, "learned"),
        ("extreme", "written", 60, "learned"),
        ("major", "phone", 30, "learned"),
        ("major", "written", 60, "learned"),
        ("larger", "phone", 30, "learned"),
        ("larger", "written", 60, "learned"),
        ("ordinary", "phone", 120, "learned"),
        ("ordinary", "written", 1440, "learned"),
    )
    sensitive_as: str = "larger"
    warn_percents: tuple[int, ...] = (50, 80)
    again_minutes: int = 5


REPORTS: Final = Family("reports", ReportRules())


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that must be reported up; all instants are UTC.

    `learned_at` is when the duty room heard of it, `received_at` when that call or paper came, `occurred_at`
    when it happened, where known. `entry` is the log entry it came from.
    """

    id: str
    name: str
    learned_at: datetime
    received_at: datetime
    occurred_at: datetime | None = None
    number: int = 0
    category: str = ""
    grade: Grade = Grade.ORDINARY
    sensitive: bool = False
    place: str = ""
    source: str = ""
    entry: str = ""


class ReportKind(StrEnum):
    """首报, 续报 and 终报."""

    INITIAL = "initial"
    FOLLOW_UP = "follow_up"
    FINAL = "final"


HARM = ("dead", "injured", "missing", "property_loss")
NEEDED: Final[Mapping[ReportKind, tuple[str, ...]]] = {
    ReportKind.INITIAL: (
        "cause", "course", *HARM, "impact", "measures", "leaders_present", "trend", "next_steps",
        "site_contact",
    ),
    ReportKind.FOLLOW_UP: (*HARM, "progress", "measures"),
    ReportKind.FINAL: ("summary", "handling", "state", "next_steps"),
}  # fmt: skip
"""What a report must say to be complete (报实、报准、报全); "正在核实" is an answer, silence is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A written report as it was issued; evidence.

    `sequence` counts the follow-ups of an incident from 1, and is 0 for the others; `number` counts the
    reports of a year. `signed_by` let it go out; `scope` says to whom it went.
    """

    id: str
    incident: str
    kind: ReportKind
    issued_at: datetime
    typed_at: datetime
    signed_by: str = ""
    sequence: int = 0
    number: int = 0
    drafted_by: str = ""
    verified_by: str = ""
    scope: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    def fact(self, name: str) -> str:
        """One thing it says; empty where it says nothing of it."""
        return dict(self.facts).get(name, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Somebody was told of an incident; evidence. `upward` tells count as reports to the level above."""

    id: str
    incident: str
    whom: str
    at: datetime
    typed_at: datetime
    unit: str = ""
    channel: Channel = Channel.PHONE
    upward: bool = True
    told_by: str = ""
    answer: str = ""


class ClockState(StrEnum):
    """How a clock stands."""

    RUNNING = "running"
    WARNING = "warning"
    URGENT = "urgent"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"


@dataclass(frozen=True, slots=True)
class ReportClock:
    """The time left for one report of an incident: it begins, it is due, and it was met or not yet."""

    incident: str
    channel: Channel
    base: ClockBase
    begins: datetime
    due: datetime
    warns: tuple[datetime, ...]
    met_at: datetime | None = None

    def state(self, now: datetime) -> ClockState:
        """How it stands; it warns at each share of the rule, and is overdue from the second it is due."""
        if self.met_at is not None:
            return ClockState.MET if self.met_at <= self.due else ClockState.MET_LATE
        if now > self.due:
            return ClockState.OVERDUE
        passed = sum(now >= each for each in self.warns)
        states = (ClockState.RUNNING, ClockState.WARNING, ClockState.URGENT)
        return states[min(passed, len(states) - 1)]

    def minutes_late(self, now: datetime) -> int:
        """The whole minutes after the deadline at which it was met, or that have passed by now."""
        return max(0, int(((self.met_at or now) - self.due).total_seconds()) // 60)

    def next_change(self, now: datetime) -> datetime | None:
        """When it will warn or be due next; None once it is met or overdue."""
        if self.met_at is not None:
            return None
        return min((each for each in (*self.warns, self.due) if each > now), default=None)


def clocks(
    incident: Incident, reports: Iterable[Report], told: Iterable[Told], rules: ReportRules
) -> tuple[ReportClock, ...]:
    """The clocks of an incident by the rules of the day on which it happened or was learned of."""
    met = {
        Channel.PHONE: min(
            (each.at for each in told if each.upward and each.channel is Channel.PHONE), default=None
        ),
        Channel.WRITTEN: min((each.issued_at for each in reports), default=None),
    }
    return tuple(
        found for channel in Channel if (found := _clock(incident, channel, met[channel], rules)) is not None
    )


def _clock(
    incident: Incident, channel: Channel, met_at: datetime | None, rules: ReportRules
) -> ReportClock | None:
    row = _deadline(incident, channel, rules)
    if row is None:
        return None
    base = ClockBase(row[3])
    begins = incident.learned_at
    if base is ClockBase.OCCURRED and incident.occurred_at is not None:
        begins = incident.occurred_at
    lasts = timedelta(minutes=row[2])
    warns = tuple(begins + lasts * percent / 100 for percent in sorted(rules.warn_percents))
    return ReportClock(incident.id, channel, base, begins, begins + lasts, warns, met_at)


def _deadline(incident: Incident, channel: Channel, rules: ReportRules) -> Deadline | None:
    """The row that binds: the shortest of the incident's grade and, where it is sensitive, of that grade."""
    grades = {incident.grade.value, *([rules.sensitive_as] if incident.sensitive else ())}
    rows = [row for row in rules.deadlines if row[0] in grades and row[1] == channel.value]
    return min(rows, key=lambda row: row[2], default=None)


def missing(kind: ReportKind, facts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What a report of this kind does not say yet."""
    said = {name for name, text in facts if text.strip()}
    return tuple(each for each in NEEDED[kind] if each not in said)


def refuse_unready(report: Report, earlier: Iterable[Report], learned_at: datetime) -> None:
    """Refuse a report that is incomplete, unsigned, out of its order or of an impossible time."""
    kinds = {each.kind for each in earlier}
    first = report.kind is ReportKind.INITIAL
    if ReportKind.FINAL in kinds or first is (ReportKind.INITIAL in kinds):
        raise ReportOrderError(report.kind.value)
    lacking = missing(report.kind, report.facts)
    if lacking:
        raise IncompleteReportError(" ".join(lacking))
    if not report.signed_by.strip():
        raise MissingFieldError("approved_by")
    if not learned_at <= report.issued_at <= report.typed_at:
        raise FutureEntryError


def next_sequence(kind: ReportKind, earlier: Iterable[Report]) -> int:
    """The number of a follow-up among those of its incident; 0 for the other kinds."""
    if kind is not ReportKind.FOLLOW_UP:
        return 0
    return 1 + sum(each.kind is ReportKind.FOLLOW_UP for each in earlier)


def refuse_impossible(incident: Incident, now: datetime) -> None:
    """Refuse an incident without a name, and one learned of before it happened or in a time to come."""
    if not incident.name.strip():
        raise MissingFieldError("name")
    if max(incident.learned_at, incident.received_at) > now:
        raise FutureEntryError
    if incident.occurred_at is not None and incident.occurred_at > incident.learned_at:
        raise FutureEntryError
