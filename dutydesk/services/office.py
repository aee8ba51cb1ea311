"""The office's own particulars, its rules, and how a new file is filled."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date

from dutydesk.domain.accounts import Author
from dutydesk.domain.calendar import CalendarDay
from dutydesk.domain.office import Office, PlanRules, Rule, plan_rules
from dutydesk.domain.presets import Preset
from dutydesk.errors import MissingFieldError
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.calendar import CALENDAR_DAYS, CALENDAR_YEARS
from dutydesk.storage.duties import POSTS, SHIFTS
from dutydesk.storage.leave import LEAVE_TYPES
from dutydesk.storage.office import OFFICE, RULES
from dutydesk.storage.store import Store, Writing


def office(store: Store) -> Office:
    """The office's particulars; fields never entered are empty."""
    known = {each.name for each in fields(Office)}
    return Office(**{name: value for name, value in store.all(OFFICE) if name in known})


def save_office(store: Store, particulars: Office, *, by: Author) -> Changes:
    """Change the particulars; refuses an office without a name."""
    if not particulars.name.strip():
        raise MissingFieldError("name")
    with deed(store, by, "save_office") as act:
        _put_office(act.writing, particulars)
    return act.changes


def _put_office(writing: Writing, particulars: Office) -> None:
    for name, value in asdict(particulars).items():
        writing.put(OFFICE, (name, value))


def rules(store: Store, day: date) -> PlanRules:
    """The rules of planning that hold on a day."""
    return plan_rules(store.all(RULES), day)


def save_rules(store: Store, wanted: PlanRules, valid_from: date, *, by: Author) -> Changes:
    """Let rules hold from a day on; only what differs from the rules of that day is written."""
    present = asdict(rules(store, valid_from))
    with deed(store, by, "save_rules") as act:
        for name, value in asdict(wanted).items():
            if value != present[name]:
                rule = Rule(f"{name}@{valid_from.isoformat()}", name, json.dumps(value), valid_from)
                act.writing.put(RULES, rule)
    return act.changes


@dataclass(frozen=True, slots=True)
class Founding:
    """What a new file starts with: the office, the pattern of its shifts, and the official calendar."""

    office: Office
    preset: Preset
    days: tuple[CalendarDay, ...]
    notices: tuple[tuple[int, str], ...]


def found(store: Store, founding: Founding, *, by: Author) -> Changes:
    """Fill a new file; refuses an office without a name."""
    if not founding.office.name.strip():
        raise MissingFieldError("name")
    with deed(store, by, "found_office") as act:
        _put_office(act.writing, founding.office)
        _put_preset(act.writing, founding.preset)
        for day in founding.days:
            act.writing.put(CALENDAR_DAYS, day)
        for notice in founding.notices:
            act.writing.put(CALENDAR_YEARS, notice)
    return act.changes


def adopt_preset(store: Store, preset: Preset, *, by: Author) -> Changes:
    """Replace posts and shifts by a preset's; those that duties or people name stay beside the new ones."""
    with deed(store, by, "adopt_preset") as act:
        _remove_unused(store, act.writing, {each.id for each in preset.shifts})
        _put_preset(act.writing, preset)
    return act.changes


def _remove_unused(store: Store, writing: Writing, kept: Iterable[str]) -> None:
    used = {str(row[0]) for row in store.db.execute("select distinct shift from duty")}
    for shift in store.all(SHIFTS):
        if shift.id not in used and shift.id not in kept:
            writing.remove(SHIFTS, shift.id)


def _put_preset(writing: Writing, preset: Preset) -> None:
    for post in preset.posts:
        writing.put(POSTS, post)
    for shift in preset.shifts:
        writing.put(SHIFTS, shift)
    for kind in preset.leave_types:
        writing.put(LEAVE_TYPES, kind)
