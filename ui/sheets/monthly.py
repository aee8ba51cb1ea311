"""F2, the monthly roster: 31 rows on one landscape page, blank ones beyond the month's end."""

from dutydesk.domain.calendar import CalendarDay
from dutydesk.exports.sheet import Cell, Column, Line, Sheet
from dutydesk.services.roster import RosterGrid
from ui.i18n import full_day, language, long_day, long_month, tr
from ui.sheets.parts import (
    Letterhead,
    header,
    hours_note,
    mark_note,
    note_cell,
    page_words,
    person_cell,
    short_day_words,
    signatures,
)

LONGEST_MONTH = 31
MOST_WITH_PHONES = 5
"""With more columns of people than this a phone behind each name would be too small to read."""


def monthly_sheet(grid: RosterGrid, head: Letterhead) -> Sheet:
    """The roster of a month; also of any other period, on as many pages as it takes."""
    left = (tr("Date"), tr("Weekday"))
    of_month = len(grid.period) <= LONGEST_MONTH
    return Sheet(
        language=language(),
        title=tr("{office} duty roster, {period}", office=head.office.name, period=_period(grid)),
        columns=(
            Column(width=1.0),
            Column(width=0.8),
            *(Column(width=1.7) for _ in grid.columns),
            Column(width=1.5),
        ),
        header=header(left, grid.columns, (tr("Notes"),)),
        rows=tuple(_row(grid, grid.calendar.day(day)) for day in grid.period),
        blank_rows=LONGEST_MONTH - len(grid.period) if of_month else 0,
        lead=(head.seal_line, head.phone_line, head.day_line),
        notes=(hours_note(grid),),
        mark_note=mark_note(grid),
        foot=signatures(),
        imprint=head.imprint(grid.version),
        page_words=page_words(),
        one_page=of_month,
    )


def _period(grid: RosterGrid) -> str:
    first, last = grid.period.first, grid.period.last
    if (first.year, first.month) == (last.year, last.month):
        return long_month(first)
    return f"{full_day(first)} – {full_day(last)}"


def _row(grid: RosterGrid, day: CalendarDay) -> Line:
    places = [grid.place(day.day, column) for column in grid.columns]
    phone = " " if len(grid.columns) <= MOST_WITH_PHONES else ""
    return (
        Cell(long_day(day.day)),
        Cell(short_day_words(day)),
        *(person_cell(grid, place, phone=phone) for place in places),
        note_cell(grid, places),
    )
