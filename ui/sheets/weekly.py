"""F1, the weekly roster: rows are days, columns are posts, one landscape page."""

from dutydesk.domain.calendar import CalendarDay
from dutydesk.domain.dates import Period, week_of
from dutydesk.exports.sheet import Cell, Column, Line, Sheet
from dutydesk.services.roster import RosterGrid
from ui.i18n import full_day, language, long_day, tr
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
    left = (tr("Date"), tr("Weekday"), tr("Day class"))
    plain = (Column(width=1.1), Column(width=0.8), Column(width=0.9))
    return Sheet(
        language=language(),
        title=_title(grid.period, head),
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


def _title(period: Period, head: Letterhead) -> str:
    """The week by its number; days of two weeks by themselves."""
    if period.last not in week_of(period.first):
        days = f"{full_day(period.first)} – {full_day(period.last)}"
        return tr("{office} duty roster, {period}", office=head.office.name, period=days)
    year, week, _ = period.first.isocalendar()
    return tr(
        "{office} duty roster, week {week} of {year} ({first} – {last})",
        office=head.office.name,
        week=week,
        year=year,
        first=long_day(period.first),
        last=long_day(period.last),
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
