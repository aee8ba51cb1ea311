"""Taking in a calendar: the official notices, or a correction of single days."""

from collections.abc import Iterator
from pathlib import Path

from dutydesk.domain.accounts import Author
from dutydesk.domain.calendar import CalendarDay
from dutydesk.domain.lists import calendar as lists
from dutydesk.domain.lists.header import Header
from dutydesk.domain.lists.table import Column
from dutydesk.errors import NoHeaderError
from dutydesk.services.changes import Changes
from dutydesk.services.intake.preview import (
    Doubt,
    Doubtful,
    Fate,
    Intake,
    Item,
    MakeId,
    Put,
    Remove,
    Source,
    apply,
    compare,
    fate,
    preview,
    shown,
    unread,
)
from dutydesk.storage.calendar import CALENDAR_DAYS, CALENDAR_YEARS
from dutydesk.storage.store import Store

_TOLD = ("legal", "festival", "source")


def understand_calendar(store: Store, path: Path) -> Intake:
    """What a calendar would change; refuses a source without one.

    Of a year that the list covers as a notice does, days that it does not name any more are removed.
    """
    return preview(store, path, _understand)


def apply_calendar(store: Store, intake: Intake, *, by: Author) -> Changes:
    """Take in a previewed calendar."""
    return apply(store, intake, _understand, "import_calendar", by)


def _understand(store: Store, source: Source, _make_id: MakeId) -> Intake:
    found = next(filter(None, map(lists.understand_calendar, source.sheets)), None)
    if found is None:
        raise NoHeaderError(source.path, Column.DAY)
    header, years = found.header, found.noticed_years()
    present = {each.day: each for each in store.all(CALENDAR_DAYS)}
    named = {day.day for _, day in found.rows}
    covered = {year for year, _ in years}
    gone = [each for day, each in present.items() if day.year in covered and day not in named]
    return Intake(
        source,
        headers=(header,),
        unread=unread(source, header),
        items=(
            *(_item(header, line, present.get(day.day), day) for line, day in found.rows),
            *(Item(header.sheet, 0, each.day.isoformat(), "", Fate.REMOVED) for each in gone),
        ),
        refused=found.refused,
        ignored=found.ignored,
        doubts=tuple(_incomplete(header, named_years={day.year for day in named}, covered=covered)),
        writes=(
            *(Remove(CALENDAR_DAYS, each.day.isoformat()) for each in gone),
            *(Put(CALENDAR_DAYS, day) for _, day in found.rows),
            *(Put(CALENDAR_YEARS, year) for year in years),
        ),
    )


def _item(header: Header, line: int, before: CalendarDay | None, after: CalendarDay) -> Item:
    changes = compare(before, after, _TOLD, lambda _, value: shown(value))
    return Item(header.sheet, line, after.day.isoformat(), after.festival, fate(before, changes), changes)


def _incomplete(header: Header, named_years: set[int], covered: set[int]) -> Iterator[Doubtful]:
    """Years of which some days are named, but not enough for a notice: they stay planned by weekends."""
    for year in sorted(named_years - covered):
        yield Doubtful(header.sheet, 0, Doubt.YEAR_INCOMPLETE, str(year))
