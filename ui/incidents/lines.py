"""The rows of urgent information, and the story of one incident in words."""

from collections.abc import Sequence
from datetime import datetime

from dutydesk.domain.incidents import Channel, ClockState
from dutydesk.services.incidents import IncidentFile
from ui.clock import local
from ui.i18n import tr
from ui.widgets.table_model import Column
from ui.window.pulse import MINUTE
from ui.words.desk import time_left
from ui.words.incidents import channel_text, clock_state_text, grade_text, report_kind_text

Row = tuple[IncidentFile, datetime]
"""An incident and the instant of which its clocks are told."""
_INKS = {
    ClockState.RUNNING: "note", ClockState.WARNING: "warning", ClockState.URGENT: "error",
    ClockState.OVERDUE: "error", ClockState.MET: "good", ClockState.MET_LATE: "error",
}  # fmt: skip


def incident_columns() -> list[Column[Row]]:
    """Number, name, grade, when it was learned of, and both clocks."""
    return [
        Column("number", tr("No."), lambda row: str(row[0].incident.number), sort_key=_number),
        Column("name", tr("Incident"), lambda row: row[0].incident.name, width=26),
        Column("grade", tr("Grade (preliminary)"), lambda row: grade_text(row[0].incident.grade)),
        Column("learned", tr("Learned at"), lambda row: _instant(row[0].incident.learned_at)),
        _clock_column("phone", tr("Report by phone"), Channel.PHONE),
        _clock_column("written", tr("Report in writing"), Channel.WRITTEN),
        Column("state", tr("State"), lambda row: _state(row[0])),
    ]


def _clock_column(name: str, title: str, channel: Channel) -> Column[Row]:
    return Column(
        name,
        title,
        lambda row: _clock_words(row, channel),
        ink=lambda row: _clock_ink(row, channel),
        width=14,
    )


def _state(found: IncidentFile) -> str:
    if found.is_over:
        return tr("over")
    met = all(each.met_at is not None for each in found.clocks)
    return tr("final report to come") if met else tr("running")


def _number(row: Row) -> int:
    return row[0].incident.number


def _clock_words(row: Row, channel: Channel) -> str:
    found, now = row
    clock = next((each for each in found.clocks if each.channel is channel), None)
    if clock is None:
        return ""
    state = clock.state(now)
    if clock.met_at is None:
        return time_left(clock, now)
    late = tr("late by {minutes} min", minutes=clock.minutes_late(now))
    return late if state is ClockState.MET_LATE else clock_state_text(state)


def _clock_ink(row: Row, channel: Channel) -> str:
    found, now = row
    clock = next((each for each in found.clocks if each.channel is channel), None)
    return _INKS[clock.state(now)] if clock else ""


def story(found: IncidentFile, now: datetime) -> str:
    """Everything that was done about an incident, in the order of time; then what is still due."""
    incident = found.incident
    moments = [(incident.learned_at, tr("learned of it"))]
    for told in found.told:
        whom = f"{told.unit} {told.whom}".strip()
        moments.append((told.at, tr("told {whom} {channel}", whom=whom, channel=channel_text(told.channel))))
    moments += [(each.issued_at, report_kind_text(each.kind, each.sequence)) for each in found.reports]
    for each in found.instructions:
        moments.append((each.given_at, tr("{leader}: {content}", leader=each.leader, content=each.content)))
        if each.passed_at:
            moments.append((each.passed_at, tr("passed on to {whom}", whom=each.passed_to)))
        if each.reported_at:
            moments.append((each.reported_at, tr("result reported: {result}", result=each.result)))
    lines = [f"{_instant(at)}　{words}" for at, words in sorted(moments)]
    return "\n".join((*lines, *_due(found, now)))


def _due(found: IncidentFile, now: datetime) -> Sequence[str]:
    return [
        f"{channel_text(each.channel)}　{tr('due {time}', time=_instant(each.due))}　{time_left(each, now)}"
        for each in found.clocks
        if each.met_at is None
    ]


def _instant(at: datetime) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}"


def within_the_minute(at: datetime, earliest: datetime) -> datetime:
    """What is entered to the minute is not before what happened at a second of the same minute."""
    return max(at, earliest) if at + MINUTE > earliest else at


def is_due(found: IncidentFile) -> bool:
    """Whether a report of an incident is still to go out within a time."""
    return any(each.met_at is None for each in found.clocks) and not found.is_over


def first_due(found: IncidentFile) -> datetime:
    """When the next report of an incident is due that has not gone out."""
    return min(each.due for each in found.clocks if each.met_at is None)
