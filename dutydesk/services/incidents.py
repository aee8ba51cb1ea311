"""Urgent information: an incident is opened, told of and reported, and its clocks are watched."""

from dataclasses import dataclass, replace
from datetime import datetime

from dutydesk.domain.accounts import Author
from dutydesk.domain.discipline import Candidate, ViolationKind, candidate_id
from dutydesk.domain.incidents import (
    REPORTS,
    ClockState,
    Incident,
    Report,
    ReportClock,
    ReportKind,
    Told,
    clocks,
    next_sequence,
    refuse_impossible,
    refuse_unready,
)
from dutydesk.domain.instructions import Instruction
from dutydesk.domain.watch import on_post, room_stints
from dutydesk.errors import FutureEntryError, MissingFieldError
from dutydesk.services.changes import NOTING, Changes, Deed, deed
from dutydesk.services.rulebook import in_force
from dutydesk.services.watch import local, room
from dutydesk.storage.discipline import CANDIDATES
from dutydesk.storage.incidents import INCIDENTS, REPORTS_ISSUED, TOLD
from dutydesk.storage.instructions import INSTRUCTIONS
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class IncidentFile:
    """An incident with everything that was done about it."""

    incident: Incident
    reports: tuple[Report, ...]
    told: tuple[Told, ...]
    instructions: tuple[Instruction, ...]
    clocks: tuple[ReportClock, ...]

    @property
    def is_over(self) -> bool:
        """Whether its final report went out."""
        return any(each.kind is ReportKind.FINAL for each in self.reports)

    @property
    def pending(self) -> Instruction | None:
        """The oldest instruction that waits to be passed on or answered."""
        return next((each for each in self.instructions if each.pending), None)

    def late(self, now: datetime) -> tuple[ReportClock, ...]:
        """The clocks that were missed."""
        return tuple(
            each for each in self.clocks if each.state(now) in {ClockState.OVERDUE, ClockState.MET_LATE}
        )


def incident_file(store: Store, incident_id: str) -> IncidentFile:
    """One incident; refuses one that is not there."""
    return _file(store, store.get(INCIDENTS, incident_id))


def incident_files(store: Store, *, open_only: bool = False) -> tuple[IncidentFile, ...]:
    """All incidents, or those without a final report, the oldest first."""
    known = "1"
    if open_only:
        known = "not exists (select 1 from report where incident = incident.id and kind = 'final')"
    return tuple(_file(store, each) for each in store.all(INCIDENTS, known))


def _file(store: Store, incident: Incident) -> IncidentFile:
    reports = store.all(REPORTS_ISSUED, "incident = ?", (incident.id,))
    told = store.all(TOLD, "incident = ?", (incident.id,))
    day = local(store, incident.occurred_at or incident.learned_at).date()
    rules = in_force(store, REPORTS, day)
    return IncidentFile(
        incident,
        reports,
        told,
        store.all(INSTRUCTIONS, "incident = ?", (incident.id,)),
        clocks(incident, reports, told, rules),
    )


def running_clocks(store: Store) -> tuple[tuple[Incident, ReportClock], ...]:
    """The clocks that nobody has met yet, the first due first."""
    found = [
        (each.incident, clock)
        for each in incident_files(store, open_only=True)
        for clock in each.clocks
        if clock.met_at is None
    ]
    return tuple(sorted(found, key=lambda each: each[1].due))


def open_incident(store: Store, incident: Incident, *, by: Author) -> Changes:
    """Begin the file of an incident; its clocks run from now on."""
    refuse_impossible(incident, by.at)
    with deed(store, by, "open_incident") as act:
        newest = next(store.ask("select coalesce(max(number), 0) from incident"))[0]
        act.writing.put(INCIDENTS, replace(incident, number=newest + 1))
    return act.changes


def change_incident(store: Store, incident: Incident, *, by: Author) -> Changes:
    """Say more of an incident, or grade it anew; when it was learned of changes with a reason only."""
    refuse_impossible(incident, by.at)
    with deed(store, by, "change_incident") as act:
        present = store.get(INCIDENTS, incident.id)
        times = (present.learned_at, present.received_at)
        if (incident.learned_at, incident.received_at) != times and not by.reason.strip():
            raise MissingFieldError("reason")
        act.writing.put(INCIDENTS, replace(incident, number=present.number))
    return act.changes


def tell(store: Store, told: Told, *, by: Author) -> Changes:
    """Keep who was told when; an upward call ends the phone clock, and one too late is noted."""
    with deed(store, by, "tell_of_incident") as act:
        incident = store.get(INCIDENTS, told.incident)
        if not told.whom.strip():
            raise MissingFieldError("person")
        if not incident.learned_at <= told.at <= by.at:
            raise FutureEntryError
        act.writing.put(TOLD, replace(told, typed_at=by.at, told_by=told.told_by or by.actor))
        _note_late(store, act, incident, by)
    return act.changes


def issue_report(store: Store, report: Report, *, by: Author) -> Changes:
    """Let a written report go out; from then on it is evidence, and one too late is noted.

    Refuses one that is incomplete, unsigned, or out of its order.
    """
    with deed(store, by, "issue_report") as act:
        incident = store.get(INCIDENTS, report.incident)
        earlier = store.all(REPORTS_ISSUED, "incident = ?", (report.incident,))
        whole = replace(
            report,
            typed_at=by.at,
            drafted_by=report.drafted_by or by.actor,
            sequence=next_sequence(report.kind, earlier),
            number=_next_number(store, report),
        )
        refuse_unready(whole, earlier, incident.learned_at)
        act.writing.put(REPORTS_ISSUED, whole)
        _note_late(store, act, incident, by)
    return act.changes


def _next_number(store: Store, report: Report) -> int:
    """The number within the year of the office's clock."""
    year = local(store, report.issued_at).year
    issued = (local(store, each.issued_at).year for each in store.all(REPORTS_ISSUED))
    return 1 + sum(each == year for each in issued)


def unnoted_late(store: Store, now: datetime) -> bool:
    """Whether a report is overdue that nobody has noted yet."""
    kind = ViolationKind.LATE_REPORT
    return any(
        clock.due < now and store.find(CANDIDATES, candidate_id(kind, incident.id, clock.channel)) is None
        for incident, clock in running_clocks(store)
    )


def note_late_reports(store: Store, *, by: Author) -> Changes:
    """Note every report that is overdue by now as a candidate for 迟报; each once."""
    overdue = {incident for incident, clock in running_clocks(store) if clock.due < by.at}
    with deed(store, by, NOTING) as act:
        for incident in overdue:
            _note_late(store, act, incident, by)
    return act.changes


def _note_late(store: Store, act: Deed, incident: Incident, by: Author) -> None:
    """Note what is late of an incident; once the report goes out the minutes are the last ones."""
    kind = ViolationKind.LATE_REPORT
    for clock in _file(store, incident).late(by.at):
        key = candidate_id(kind, incident.id, clock.channel)
        known = store.find(CANDIDATES, key)
        if known is None:
            records = (("incident", incident.id),)
            known = Candidate(key, kind, _officer(store, clock.due), clock.due, records=records)
        elif clock.met_at is None:
            continue
        act.writing.put(CANDIDATES, replace(known, minutes=clock.minutes_late(by.at)))


def _officer(store: Store, instant: datetime) -> str:
    """Who sat at the desk at an instant, else who was down for it; empty where nobody was."""
    present = room(store, instant)
    stints = [each for each in room_stints(present.stints, present.rules) if each.runs_at(instant)]
    there = (on_post(present.attendances, each.place) for each in stints)
    sitting = next((each.person for each in there if each), "")
    return sitting or next((each.person for each in stints if each.person), "")
