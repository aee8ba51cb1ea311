"""What became of the records: who did it, when, for whom, what became what, and why.

It is read from the journal, so that every feature has its history without keeping one. `viewer` is the id of
whoever is signed in: what they may not see of others is masked here, and what nobody may see always is.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dutydesk.domain.accounts import Sight, may
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.history import Event, FieldChange, Names, Search, Turn, Value
from dutydesk.errors import DamagedFileError
from dutydesk.services.people import staff
from dutydesk.services.rights import has_accounts, roles_of, sees
from dutydesk.storage import history
from dutydesk.storage.journal import Entry
from dutydesk.storage.store import Store
from dutydesk.storage.tables import ALL, MASK, masked
from dutydesk.storage.values import instant_value

PAGE = 200
"""How many entries are read at once."""
_SIGHTS: Mapping[tuple[str, str], Sight] = {
    ("person", "phone"): Sight.PHONE,
    ("person", "short_phone"): Sight.PHONE,
    ("person", "note"): Sight.LEAVE_REASON,
    ("leave", "phone"): Sight.PHONE,
    ("leave", "reason"): Sight.LEAVE_REASON,
    ("leave", "certificate"): Sight.LEAVE_REASON,
    ("exemption", "reason"): Sight.LEAVE_REASON,
    ("violation", "kind"): Sight.POINTS,
    ("violation", "what"): Sight.POINTS,
    ("violation", "due"): Sight.POINTS,
    ("violation", "points"): Sight.POINTS,
    ("violation_step", "words"): Sight.POINTS,
    ("violation_step", "points"): Sight.POINTS,
    ("addition", "points"): Sight.POINTS,
    ("year_closing", "sheets"): Sight.POINTS,
}
_PLANNED = frozenset({("check_plan", "checks"), ("check_plan", "seed")})
"""What tells of checks to come: for nobody who may be checked by them."""
_OF_LEAVE = frozenset({"extend_leave", "cancel_leave", "report_back"})
"""Deeds whose reason is that of a leave."""


@dataclass(frozen=True, slots=True)
class _Eyes:
    """The fields, by table, that a viewer may not see of others."""

    viewer: str
    hidden: frozenset[tuple[str, str]]

    def may_see(self, table: str, column: str, facts: Mapping[str, Value]) -> bool:
        owner = facts.get("person") if table != "person" else facts.get("id")
        return (table, column) not in self.hidden or (bool(self.viewer) and owner == self.viewer)


def page(
    store: Store, search: Search, *, viewer: str, after: Event | None = None, limit: int = PAGE
) -> tuple[Event, ...]:
    """The newest changes that are looked for, or those that come after one of them."""
    place = (after.lamport, after.device) if after else None
    eyes = _eyes(store, viewer)
    try:
        return tuple(_event(entry, eyes) for entry in history.page(store, search, limit, place))
    except (ValueError, TypeError, LookupError, AttributeError) as error:  # an entry that was written over
        raise DamagedFileError(str(store.path)) from error


def events(store: Store, search: Search, *, viewer: str) -> Iterator[Event]:
    """All changes that are looked for, newest first, read page by page."""
    after = None
    while found := page(store, search, viewer=viewer, after=after):
        yield from found
        after = found[-1]


def duties_at(store: Store, places: Iterable[PlaceKey]) -> tuple[str, ...]:
    """The ids of all duties that ever stood at these places."""
    wanted = {(each.day.isoformat(), each.shift, each.post, each.seat) for each in places}
    return tuple(row for row, *place in history.duty_places(store) if tuple(place) in wanted)


def count(store: Store, search: Search) -> int:
    """How many changes are looked for."""
    return history.count(store, search)


def actors(store: Store) -> tuple[str, ...]:
    """Everybody who ever did a deed."""
    return tuple(sorted({actor for actor, _ in _doings(store)}))


def deeds(store: Store) -> tuple[str, ...]:
    """The names of all deeds that were ever done."""
    return tuple(sorted({name for _, name in _doings(store)}))


def _doings(store: Store) -> tuple[tuple[str, str], ...]:
    return store.derived("doings", lambda: history.doings(store))


def tables() -> tuple[str, ...]:
    """The names of all tables, in their order."""
    return tuple(table.name for table in ALL)


def names(store: Store) -> Names:
    """What everything is called that has a name; people as they are told apart."""
    return store.derived("names", lambda: _names(store))


def _names(store: Store) -> Names:
    found: dict[str, dict[str, str]] = {}
    for table, row, name in history.last_names(store):
        found.setdefault(table, {})[row] = name
    everybody = staff(store)
    found.setdefault("person", {}).update({each.id: everybody.named(each.id) for each in everybody.people})
    for table, sql in _NAMED.items():
        found.setdefault(table, {}).update(dict(store.ask(sql)))
    return Names(found)


_NAMED = {
    "section": "select id, name from section",
    "post": "select id, name from post",
    "shift_type": "select id, name from shift_type",
    "leave_type": "select id, name from leave_type",
    "leave": "select leave.id, name || ' ' || leave.first from leave join person on person.id = person",
    "log_entry": "select id, '№' || number from log_entry",
    "incident": "select id, name from incident",
    "follow_up": "select id, '№' || number from follow_up",
}


def _eyes(store: Store, viewer: str) -> _Eyes:
    blind = {each for each in Sight if not sees(store, viewer, each)}
    hidden = frozenset(column for column, sight in _SIGHTS.items() if sight in blind)
    plans = not has_accounts(store) or may(roles_of(store, viewer), "plan_checks")
    return _Eyes(viewer, hidden if plans else hidden | _PLANNED)


def _event(entry: Entry, eyes: _Eyes) -> Event:
    before, after = _values(entry.before), _values(entry.after)
    facts = after or before
    secret = _values(masked(entry.table_name, entry.after or entry.before))
    hidden = {name for name in facts if secret[name] != facts[name]}
    hidden |= {name for name in facts if not eyes.may_see(entry.table_name, name, facts)}
    reason = entry.reason
    if reason and entry.deed in _OF_LEAVE and not eyes.may_see("leave", "reason", facts):
        reason = MASK
    changed = [
        FieldChange(name, before.get(name), after.get(name))
        for name in facts
        if not (before and after) or before.get(name) != after.get(name)
    ]
    return Event(
        entry.device, entry.seq, entry.lamport, instant_value(entry.at_utc), entry.actor, entry.on_behalf_of,
        entry.deed, reason, entry.table_name, entry.row_id, _turn(before, after),
        tuple(_covered(each) if each.column in hidden else each for each in changed),
        {name: _cover(value) if name in hidden else value for name, value in facts.items()},
        undoes=bool(entry.undoes),
    )  # fmt: skip


def _values(text: str) -> dict[str, Value]:
    return json.loads(text) if text else {}


def _turn(before: Mapping[str, Value], after: Mapping[str, Value]) -> Turn:
    if not before:
        return Turn.ENTERED
    return Turn.CHANGED if after else Turn.REMOVED


def _covered(change: FieldChange) -> FieldChange:
    return FieldChange(change.column, _cover(change.before), _cover(change.after))


def _cover(value: Value) -> Value:
    """A mask in the place of what is there; that nothing is there may be seen."""
    return MASK if value not in {None, ""} else value
