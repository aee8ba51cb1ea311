"""Whether the clock may be believed: what is noted while it may not, and which entries are doubtful.

An entry is doubtful if it was made while a leap of the clock was open, or if it is behind one made before it.
The first is a row of its own, so that the journal's format stays what it is; the second stands in the journal
itself. Both are covered by its hashes.
"""

from datetime import datetime, timedelta

from dutydesk.domain.accounts import Author
from dutydesk.domain.clock_doubt import ClockDoubt
from dutydesk.domain.keeping import KEEPING, KeepingRules
from dutydesk.errors import DamagedFileError, TrueTimeFileError
from dutydesk.services.changes import DOUBTING, END_OF_DOUBT, TRUSTING, Changes, deed
from dutydesk.services.ids import new_id
from dutydesk.services.office import office_time
from dutydesk.services.rulebook import in_force
from dutydesk.storage import journal
from dutydesk.storage.clock_doubt import CLOCK_DOUBTS, instant, instant_text
from dutydesk.storage.store import Store

_BELIEVED = """
    device = ? and seq > ? and not exists (
        select 1 from clock_doubt as doubt where doubt.device = journal.device
        and doubt.right_at <> doubt.shown_at and journal.seq >= doubt.first
        and journal.seq <= coalesce(doubt.last, journal.seq)
    )"""


def rules(store: Store, at: datetime) -> KeepingRules:
    """The numbers of an instant's day on the office's clock; the usual ones where the file is damaged.

    What is kept with them is the file itself, and that never more than when it is damaged.
    """
    try:
        return in_force(store, KEEPING, office_time(store, at).date())
    except DamagedFileError:
        return KEEPING.defaults


def open_doubt(store: Store) -> ClockDoubt | None:
    """The leap of this device's clock that is not settled yet."""
    found = store.all(CLOCK_DOUBTS, "device = ? and last is null", (store.device(),))
    return found[-1] if found else None


def note_jump(store: Store, right: datetime, shown: datetime, *, by: Author) -> Changes:
    """Doubt every entry from now on, until the clock comes back or somebody gives their word."""
    if open_doubt(store) is not None:
        return Changes()
    with deed(store, by, DOUBTING) as act:
        first = act.writing.seq + 1
        act.writing.put(
            CLOCK_DOUBTS, ClockDoubt(new_id(by.at), act.writing.device, first, None, right, shown)
        )
    return act.changes


def begin_rehearsal(store: Store, right: datetime, *, by: Author) -> Changes:
    """Doubt every entry of a new file for good: it is begun on a set time, where `right` is the true one."""
    with deed(store, by, DOUBTING) as act:
        act.writing.put(CLOCK_DOUBTS, ClockDoubt(new_id(by.at), act.writing.device, 1, None, right, by.at))
    return act.changes


def refuse_true_time(store: Store) -> None:
    """Refuse a file that was not begun on a set time: its journal is evidence of when things were done."""
    found = open_doubt(store)
    if found is None or not found.is_rehearsal:
        raise TrueTimeFileError(str(store.path))


def clock_came_back(store: Store, *, by: Author) -> Changes:
    """End the doubt: the clock shows again what the steady one counted. That of a rehearsal never ends."""
    found = open_doubt(store)
    if found is None or found.is_rehearsal:
        return Changes()
    return _settle(store, found, "", END_OF_DOUBT, by)


def confirm_clock(store: Store, *, by: Author) -> Changes:
    """Take somebody's word that the clock is right now; what was entered under doubt stays doubtful."""
    return _settle(store, open_doubt(store), by.on_behalf_of or by.actor, TRUSTING, by)


def _settle(store: Store, found: ClockDoubt | None, word: str, name: str, by: Author) -> Changes:
    with deed(store, by, name) as act:
        seq, device = act.writing.seq, act.writing.device
        doubt = found or ClockDoubt(new_id(by.at), device, seq + 1, None, by.at, by.at)
        settled = ClockDoubt(
            doubt.id, device, doubt.first, seq + 1 if found is None else seq, doubt.right, doubt.shown, word
        )
        act.writing.put(CLOCK_DOUBTS, settled)
    return act.changes


def newest_entry(store: Store) -> datetime | None:
    """The latest instant of this device's believed entries since somebody gave their word about its clock."""
    sql = f"select max(at_utc) from journal where {_BELIEVED}"  # noqa: S608 - our own words
    found = next(store.ask(sql, (store.device(), _word(store, store.device()))))[0]
    return instant(found) if found else None


def doubt_of_entry(store: Store, device: str, seq: int) -> ClockDoubt | None:
    """Why the instant of an entry is doubtful; None where it is not."""
    known = store.all(CLOCK_DOUBTS, "device = ?", (device,))
    leap = next((each for each in known if each.holds(device, seq) and each.right != each.shown), None)
    return leap or _behind(store, device, seq)


def doubt_of_record(store: Store, table: str, row_id: str) -> ClockDoubt | None:
    """Why an instant of a record is doubtful: the doubt of the first doubtful entry that wrote it."""
    entries = journal.read(store.db, "table_name = ? and row_id = ?", (table, row_id))
    doubts = (doubt_of_entry(store, each.device, each.seq) for each in tuple(entries))
    return next((each for each in doubts if each), None)


def doubt_of_instant(store: Store, at: datetime) -> ClockDoubt | None:
    """Why nobody can say what an instant on this device's clock means; None where it is plain.

    Doubtful is what lies in a leap, and what was shown by the clock while it was doubted.
    """
    return next((each for each in _stretches(store) if each.may_mean(at)), None)


def _stretches(store: Store) -> tuple[ClockDoubt, ...]:
    """The doubts of this device, and of each the span of the entries made meanwhile."""
    found: list[ClockDoubt] = []
    sql = "select min(at_utc), max(at_utc) from journal where device = ? and seq between ? and ?"
    for each in store.all(CLOCK_DOUBTS, "device = ? and right_at <> shown_at", (store.device(),)):
        last = each.last or journal.head(store.db)[0]
        earliest, latest = next(store.ask(sql, (each.device, each.first, last)))
        found += [
            each,
            ClockDoubt(each.id, each.device, each.first, each.last, instant(earliest), instant(latest)),
        ]
    return tuple(found)


def _behind(store: Store, device: str, seq: int) -> ClockDoubt | None:
    """The doubt of an entry that lies behind one made before it on the same device."""
    shown = next(store.ask("select at_utc from journal where device = ? and seq = ?", (device, seq)), None)
    if shown is None:
        return None
    at = instant(shown[0])
    margin = timedelta(seconds=rules(store, at).behind_seconds)
    sql = f"select max(at_utc) from journal where {_BELIEVED} and seq < ? and at_utc > ?"  # noqa: S608 - as above
    facts = (device, _word(store, device, seq), seq, instant_text(at + margin))
    newest = next(store.ask(sql, facts))[0]
    return ClockDoubt("", device, seq, seq, instant(newest), at) if newest else None


def _word(store: Store, device: str, before: int | None = None) -> int:
    """The newest entry (before one) with which somebody gave their word about a device's clock; else 0."""
    words = store.all(CLOCK_DOUBTS, "device = ? and word <> '' and last is not null", (device,))
    return max((each.last or 0 for each in words if before is None or (each.last or 0) < before), default=0)
