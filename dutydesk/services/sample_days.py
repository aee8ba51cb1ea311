"""Two shifts of the sample office as its duty room lived them: signing in, the log, a fire, a handover."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from dutydesk.domain.accounts import Author
from dutydesk.domain.followups import FollowUp, Source
from dutydesk.domain.handover import HANDOVER, EquipmentCheck, ShiftNote
from dutydesk.domain.incidents import Grade, Incident, Report, ReportKind, Told
from dutydesk.domain.log import LogEntry, LogKind
from dutydesk.domain.watch import Stint
from dutydesk.services import followups, handover, incidents, log, watch
from dutydesk.services.ids import new_id
from dutydesk.services.open_items import open_items
from dutydesk.services.people import staff
from dutydesk.services.rulebook import in_force
from dutydesk.storage.store import Store

Event = Mapping[str, Any]
_SHIFTS: Final = ("before", "present")


@dataclass(slots=True)
class _Days:
    """The file, the places of both shifts with the hours they keep, and what was begun, by its key."""

    store: Store
    stints: Mapping[str, tuple[Stint, ...]]
    begun: dict[str, str] = field(default_factory=dict)

    def at(self, event: Event) -> datetime:
        starts = min(each.starts for each in self.stints[event["shift"]])
        return starts + timedelta(minutes=event["minute"])

    def person(self, event: Event, post: str) -> str:
        """The id of whoever is down for the first place of a post in the event's shift."""
        return next(str(each.person) for each in self.stints[event["shift"]] if each.place.post == post)

    def author(self, event: Event, post: str = "officer") -> Author:
        return Author(staff(self.store).find(self.person(event, post)).name, self.at(event))


def started_before(now: datetime, office_now: datetime) -> datetime:
    """When the shift before the present one began in an office that changes at 8:00; instants are UTC."""
    since = timedelta(hours=(office_now.hour - 8) % 24 + 24, minutes=office_now.minute)
    return (now - since).replace(second=0, microsecond=0)


def live_days(store: Store, days: Path, now: datetime) -> None:
    """Play what the file `days` says of the shift before and of the present one, as far as it has happened.

    Nothing where the roster does not reach back so far.
    """
    before = started_before(now, watch.local(store, now))
    nearby = watch.stints(store, *(watch.local(store, each).date() for each in (before, now)))
    stints = {
        name: tuple(each for each in nearby if each.starts == before + timedelta(days=at))
        for at, name in enumerate(_SHIFTS)
    }
    played = _Days(store, stints)
    if not all(shift and all(each.person for each in shift) for shift in stints.values()):
        return
    for event in json.loads(days.read_text(encoding="utf-8")):
        if played.at(event) <= now:
            _PLAYED[event["do"]](played, event)


def _sign_in(days: _Days, event: Event) -> None:
    for each in days.stints[event["shift"]]:
        if each.place.post in event["posts"] and each.place.seat in event["seats"]:
            person = staff(days.store).find(str(each.person))
            watch.sign_in(days.store, each.place, person.id, by=Author(person.name, days.at(event)))


def _note(days: _Days, event: Event) -> None:
    by = days.author(event)
    shift = days.stints[event["shift"]][0].shift
    noted = ShiftNote(shift, weather=event["weather"], warnings=event["warnings"])
    handover.save_note(days.store, noted, by=by)


def _log(days: _Days, event: Event) -> None:
    by = days.author(event)
    told = {
        name: event[name]
        for name in ("unit", "person", "title", "phone", "proposal", "result")
        if name in event
    }
    if "from" in event:
        told["person"] = staff(days.store).find(days.person(event, event["from"])).name
    entry = LogEntry(
        id=new_id(by.at), kind=LogKind(event["kind"]), at=by.at, typed_at=by.at, content=event["content"],
        read_back=event.get("read_back", False), details=tuple(event.get("details", {}).items()), **told,
    )  # fmt: skip
    log.record(days.store, entry, by=by)


def _follow_up(days: _Days, event: Event) -> None:
    by = days.author(event)
    matter = FollowUp(
        id=new_id(by.at), content=event["content"], registered_at=by.at, source=Source.LOG,
        due=by.at + timedelta(hours=event["hours"]), unit=event["unit"], responsible=event["responsible"],
    )  # fmt: skip
    days.begun[event["key"]] = matter.id
    followups.register(days.store, matter, by=by)


def _progress(days: _Days, event: Event) -> None:
    followups.add_progress(
        days.store, days.begun[event["follow_up"]], event["content"], by=days.author(event)
    )


def _incident(days: _Days, event: Event) -> None:
    by = days.author(event)
    broke_out = by.at - timedelta(minutes=event["minute"] - event["occurred"])
    made = Incident(
        id=new_id(by.at), name=event["name"], learned_at=by.at, received_at=by.at, occurred_at=broke_out,
        grade=Grade(event["grade"]), place=event["place"], source=event["source"],
    )  # fmt: skip
    days.begun[event["key"]] = made.id
    incidents.open_incident(days.store, made, by=by)


def _tell(days: _Days, event: Event) -> None:
    by = days.author(event)
    told = Told(
        id=new_id(by.at), incident=days.begun[event["incident"]], whom=event["whom"], unit=event["unit"],
        at=by.at, typed_at=by.at, answer=event["answer"],
    )  # fmt: skip
    incidents.tell(days.store, told, by=by)


def _report(days: _Days, event: Event) -> None:
    by = days.author(event)
    signed = staff(days.store).find(days.person(event, event["signed"])).name
    report = Report(
        id=new_id(by.at), incident=days.begun[event["incident"]], kind=ReportKind(event["kind"]),
        issued_at=by.at, typed_at=by.at, signed_by=signed, facts=tuple(event["facts"].items()),
    )  # fmt: skip
    incidents.issue_report(days.store, report, by=by)


def _hand_over(days: _Days, event: Event) -> None:
    """The first officer of the shift before signs, the one of the present shift takes over."""
    store, ended = days.store, {**event, "shift": _SHIFTS[0], "minute": event["minute"] + 24 * 60}
    shift = days.stints[_SHIFTS[0]][0].shift
    gives, takes = days.author(ended), days.author(event)
    noted = handover.note_of(store, shift)
    handover.save_note(
        store,
        ShiftNote(shift, noted.weather, noted.warnings, noted.summary, event["watch_points"]),
        by=gives,
    )
    listed = in_force(store, HANDOVER, gives.at.date()).equipment
    checks = [EquipmentCheck(each, in_order=True) for each in listed]
    handover.hand_over(store, shift, days.person(ended, "officer"), checks, by=gives)
    seen = [each.key for each in open_items(store)]
    handover.take_over(store, shift, days.person(event, "officer"), seen=seen, acknowledged=(), by=takes)


_PLAYED: Final[Mapping[str, Callable[[_Days, Event], None]]] = {
    "sign_in": _sign_in,
    "note": _note,
    "log": _log,
    "follow_up": _follow_up,
    "progress": _progress,
    "incident": _incident,
    "tell": _tell,
    "report": _report,
    "hand_over": _hand_over,
}
