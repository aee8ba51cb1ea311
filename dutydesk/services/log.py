"""Keeping the log: an entry is evidence as soon as it is kept; everything about it is a new entry."""

from collections.abc import Iterable
from dataclasses import replace

from dutydesk.domain.accounts import Author
from dutydesk.domain.log import (
    Bearing,
    Contact,
    LogEntry,
    LogSearch,
    LogTemplate,
    is_undelivered,
    refuse_unkeepable,
    standing,
)
from dutydesk.errors import AlreadyCorrectedError, EmptyEntryError, MissingFieldError, NotOpenError
from dutydesk.services.changes import Changes, Deed, deed
from dutydesk.services.people import staff
from dutydesk.services.pinyin import initials_of
from dutydesk.services.veils import VEIL, veiled
from dutydesk.services.watch import room
from dutydesk.storage.log import LOG, LOG_TEMPLATES, OPEN, contacts, found, newest_number
from dutydesk.storage.store import Store

_OFFERED = 12


def record(store: Store, entry: LogEntry, *, by: Author) -> Changes:
    """Keep a new entry under the next number, in the shift of whoever sits at the desk.

    Refuses one without content, one of a time to come, and anything of what a classified document says.
    """
    with deed(store, by, "record_entry") as act:
        put_entry(store, act, replace(entry, bearing=Bearing.NEW, about=""), by)
    return act.changes


def correct(store: Store, entry: LogEntry, wrong: str, *, by: Author) -> Changes:
    """Keep an entry in the place of a wrong one, which stays; refuses one that was corrected before."""
    with deed(store, by, "correct_entry") as act:
        put_entry(store, act, replace(entry, bearing=Bearing.CORRECTS, about=wrong), by)
    return act.changes


def pursue(store: Store, entry: LogEntry, earlier: str, *, by: Author) -> Changes:
    """Keep an entry that goes on with an earlier one, which stays open if it was."""
    with deed(store, by, "pursue_entry") as act:
        put_entry(store, act, replace(entry, bearing=Bearing.CONTINUES, about=earlier), by)
    return act.changes


def settle(store: Store, entry: LogEntry, earlier: str, *, by: Author) -> Changes:
    """Keep an entry with which an open one is done; refuses one that is not open."""
    with deed(store, by, "settle_entry") as act:
        put_entry(store, act, replace(entry, bearing=Bearing.SETTLES, about=earlier), by)
    return act.changes


def put_entry(store: Store, act: Deed, entry: LogEntry, by: Author) -> LogEntry:
    """Keep an entry within a deed; returns it with its number, shift, recorder and times."""
    if entry.about:
        _refuse_wrong_aim(store, entry)
    people = (entry.person, entry.receiver, by.actor)
    whole = replace(
        entry,
        number=newest_number(store) + 1,
        shift=room(store, by.at).shift,
        typed_at=by.at,
        recorder=by.actor,
        open=entry.open or is_undelivered(entry),
        initials=" ".join(filter(None, map(initials_of, people))),
    )
    refuse_unkeepable(whole)
    act.writing.put(LOG, whole)
    return whole


def _refuse_wrong_aim(store: Store, entry: LogEntry) -> None:
    aim = store.get(LOG, entry.about)
    later = {each.bearing for each in store.all(LOG, "about = ?", (aim.id,))}
    if Bearing.CORRECTS in later:
        raise AlreadyCorrectedError(aim.number)
    if entry.bearing is Bearing.SETTLES and (not aim.open or Bearing.SETTLES in later):
        raise NotOpenError(aim.number)


def entry(store: Store, entry_id: str) -> LogEntry:
    """One entry; refuses one that is not there."""
    return store.get(LOG, entry_id)


def entries_of(store: Store, shift: str) -> tuple[LogEntry, ...]:
    """The entries of a shift in the order in which they were kept."""
    return store.all(LOG, "shift = ?", (shift,))


def open_entries(store: Store) -> tuple[LogEntry, ...]:
    """Every entry in which something is still to be done, the oldest first."""
    return standing(store.all(LOG, OPEN))


def search(store: Store, asked: LogSearch) -> tuple[LogEntry, ...]:
    """The entries that answer a search, the newest first."""
    return found(store, asked)


def history(store: Store, entry_id: str) -> tuple[LogEntry, ...]:
    """An entry with all that points at it, directly or through others, in the order of numbers."""
    known = {entry_id: store.get(LOG, entry_id)}
    while fresh := [
        later for each in known for later in store.all(LOG, "about = ?", (each,)) if later.id not in known
    ]:
        known |= {each.id: each for each in fresh}
    return tuple(sorted(known.values(), key=lambda each: each.number))


def offered_contacts(store: Store, text: str, viewer: str) -> tuple[Contact, ...]:
    """Whom a piece of a name, unit, phone or initials may mean: earlier calls, then the staff.

    The phones of the staff are for `viewer` (id, empty for nobody) as far as they may see them.
    """
    wanted = text.strip()
    if not wanted:
        return ()
    known = staff(store)
    own = (
        Contact(known.section_name(each), each.name, each.title, "" if each.phone == VEIL else each.phone)
        for each in veiled(store, viewer, known.people)
        if wanted in each.name or wanted in each.phone or wanted.lower() in each.initials.split("|")
    )
    return tuple(dict.fromkeys((*contacts(store, wanted, _OFFERED), *own)))[:_OFFERED]


def templates(store: Store) -> tuple[LogTemplate, ...]:
    """The words to start entries with, by kind."""
    return store.all(LOG_TEMPLATES)


def save_templates(store: Store, wanted: Iterable[LogTemplate], *, by: Author) -> Changes:
    """Add templates or change them; refuses one without a name or words."""
    with deed(store, by, "save_templates") as act:
        for each in wanted:
            if not each.name.strip():
                raise MissingFieldError("name")
            if not each.content.strip():
                raise EmptyEntryError
            act.writing.put(LOG_TEMPLATES, each)
    return act.changes


def remove_templates(store: Store, ids: Iterable[str], *, by: Author) -> Changes:
    """Remove templates; entries made with them stay as they are."""
    with deed(store, by, "remove_templates") as act:
        for each in ids:
            act.writing.remove(LOG_TEMPLATES, each)
    return act.changes
