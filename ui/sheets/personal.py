"""One person's duties over a period: a list to take home."""

from dutydesk.domain.people import Person
from dutydesk.domain.roster import Duty
from dutydesk.exports.sheet import Cell, Column, Line, Sheet
from dutydesk.services.roster import RosterGrid
from ui.i18n import full_day, language, long_day, tr
from ui.sheets.parts import Letterhead, day_words, hours, is_marked, page_words
from ui.words.planning import class_text


def personal_sheet(grid: RosterGrid, head: Letterhead, person: Person) -> Sheet:
    """Every duty one person stands in the period."""
    duties = sorted(
        (duty for duty in grid.duties.values() if duty.actual == person.id), key=lambda each: each.place
    )
    return Sheet(
        language=language(),
        title=tr(
            "Duties of {person}, {first} – {last}",
            person=grid.names[person.id],
            first=full_day(grid.period.first),
            last=full_day(grid.period.last),
        ),
        columns=(
            Column(tr("Date"), 1.0),
            Column(tr("Weekday"), 0.8),
            Column(tr("Day class"), 0.9),
            Column(tr("Shift"), 2.0),
            Column(tr("Post"), 1.0),
            Column(tr("Notes"), 1.5),
        ),
        rows=tuple(_row(grid, duty) for duty in duties),
        lead=(head.office.name, head.day_line),
        imprint=head.imprint(grid.version),
        page_words=page_words(),
        landscape=False,
    )


def _row(grid: RosterGrid, duty: Duty) -> Line:
    day = grid.calendar.day(duty.place.day)
    column = next(each for each in grid.columns if grid.place(day.day, each) == duty.place)
    shift = grid.shift(duty.place)
    return (
        Cell(long_day(day.day)),
        Cell(day_words(day)),
        Cell(class_text(day.rotation)),
        Cell(f"{shift.name} {hours(shift)}"),
        Cell(column.title, mark=is_marked(grid, duty.place)),
        Cell(duty.note),
    )
