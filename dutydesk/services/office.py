"""The office's own particulars, its rules, and how a new file is filled."""

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dutydesk.domain.accounts import Author
from dutydesk.domain.calendar import CalendarDay
from dutydesk.domain.office import Office, PlanRules, Rule, plan_rules
from dutydesk.domain.presets import Preset
from dutydesk.errors import MissingFieldError, NameTakenError
from dutydesk.services.changes import FOUNDING, Changes, deed
from dutydesk.services.duties import post_mentions
from dutydesk.storage.calendar import CALENDAR_DAYS, CALENDAR_YEARS
from dutydesk.storage.duties import POSTS, SHIFTS
from dutydesk.storage.leave import LEAVE_TYPES
from dutydesk.storage.office import OFFICE, RULES
from dutydesk.storage.people import PEOPLE
from dutydesk.storage.store import Store, Writing


def office(store: Store) -> Office:
    """The office's particulars; fields never entered are empty."""
    known = {each.name for each in fields(Office)}
    return Office(**{name: value for name, value in store.all(OFFICE) if name in known})


def office_time(store: Store, instant: datetime) -> datetime:
    """An aware instant on the office's clock, naive like the hours of shifts."""
    return instant.astimezone(ZoneInfo(office(store).zone)).replace(tzinfo=None)


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


def rule_history(store: Store) -> tuple[Rule, ...]:
    """Every rule that was ever set, by the day from which it holds."""
    return store.all(RULES)


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
    days: tuple[CalendarDay, ...] = ()
    notices: tuple[tuple[int, str], ...] = ()


def found(store: Store, founding: Founding, *, by: Author) -> Changes:
    """Fill a new file; refuses an office without a name."""
    if not founding.office.name.strip():
        raise MissingFieldError("name")
    with deed(store, by, FOUNDING) as act:
        _put_office(act.writing, founding.office)
        _put_preset(act.writing, founding.preset)
        for day in founding.days:
            act.writing.put(CALENDAR_DAYS, day)
        for notice in founding.notices:
            act.writing.put(CALENDAR_YEARS, notice)
    return act.changes


def adopt_preset(store: Store, preset: Preset, *, by: Author) -> Changes:
    """Replace posts and shifts by a preset's; those that duties, tallies or periods name stay beside it.

    Whoever may stand an old post may stand the new posts that count its name among their words. Refuses a
    preset with a post whose name an own post has that stays.
    """
    with deed(store, by, "adopt_preset") as act:
        _remove_unused_shifts(store, act.writing, preset)
        _replace_posts(store, act.writing, preset)
        _refuse_namesakes(store, preset)
        _put_preset(act.writing, preset)
    return act.changes


def _remove_unused_shifts(store: Store, writing: Writing, preset: Preset) -> None:
    used = {str(row[0]) for row in store.ask("select distinct shift from duty")}
    used.update(each.id for each in preset.shifts)
    for shift in store.all(SHIFTS):
        if shift.id not in used:
            writing.remove(SHIFTS, shift.id)


def _replace_posts(store: Store, writing: Writing, preset: Preset) -> None:
    """Remove the posts that only people name, and hand what those may stand on to the new posts."""
    old = {each.id: each.name for each in store.all(POSTS)}
    new = {each.id for each in preset.posts}
    gone = {each for each in old if each not in new and not post_mentions(store, each)}
    for person in store.all(PEOPLE):
        words = {old.get(each, "") for each in person.posts}
        gained = {post.id for post in preset.posts if words & {post.name, *post.also}}
        writing.put(PEOPLE, replace(person, posts=person.posts - gone | gained))
    for each in gone:
        writing.remove(POSTS, each)


def _refuse_namesakes(store: Store, preset: Preset) -> None:
    kept = {each.name: each.id for each in store.all(POSTS)}
    taken = next((each.name for each in preset.posts if kept.get(each.name, each.id) != each.id), "")
    if taken:
        raise NameTakenError(taken)


def _put_preset(writing: Writing, preset: Preset) -> None:
    for post in preset.posts:
        writing.put(POSTS, post)
    for shift in preset.shifts:
        writing.put(SHIFTS, shift)
    for kind in preset.leave_types:
        writing.put(LEAVE_TYPES, kind)
