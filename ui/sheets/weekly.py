"""F1, the weekly roster: rows are days, columns are posts, one landscape page."""

from dutydesk.domain.calendar import CalendarDay
from dutydesk.exports.sheet import Cell, Column, Line, Sheet
from dutydesk.services.roster import RosterGrid
from ui.i18n import language, long_day, tr
from ui.sheets.parts import (
    Letterhead,
    day_words,
    header,
    hours_note,
    mark_note,
    note_cell,
    person_cell,
    signatures,
)
from ui.words.planning import class_text


def weekly_sheet(grid: RosterGrid, head: Letterhead) -> Sheet:
    """The roster of a week (or of a few days) on one page."""
    first, last = grid.period.first, grid.period.last
    year, week, _ = first.isocalendar()
    left = (tr("Date"), tr("Weekday"), tr("Day class"))
    plain = (Column(width=1.1), Column(width=0.8), Column(width=0.9))
    return Sheet(
        language=language(),
        title=tr(
            "{office} duty roster, week {week} of {year} ({first} – {last})",
            office=head.office.name,
            week=week,
            year=year,
            first=long_day(first),
            last=long_day(last),
        ),
        columns=(*plain, *(Column(width=1.4) for _ in grid.columns), Column(width=1.5)),
        header=header(left, grid.columns, (tr("Notes"),)),
        rows=tuple(_row(grid, grid.calendar.day(day)) for day in grid.period),
        lead=(head.seal_line, head.phone_line, head.day_line),
        notes=(hours_note(grid), *filter(None, head.office.notes.splitlines())),
        mark_note=mark_note(grid),
        foot=signatures(),
        imprint=head.imprint(grid.version),
        one_page=True,
    )


def _row(grid: RosterGrid, day: CalendarDay) -> Line:
    places = [grid.place(day.day, column) for column in grid.columns]
    people = (person_cell(grid, place, phone="\n") for place in places)
    return (
        Cell(long_day(day.day)),
        Cell(day_words(day)),
        Cell(class_text(day.rotation)),
        *people,
        note_cell(grid, places),
    )
