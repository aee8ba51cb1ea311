"""F3, the holiday roster that is sent up: leaders with title and phone, officers, place, phones."""

from collections.abc import Iterable

from dutydesk.domain.calendar import CalendarDay
from dutydesk.domain.duties import PlaceKey
from dutydesk.exports.sheet import Cell, Column, Line, Sheet
from dutydesk.services.roster import GridColumn, RosterGrid
from ui.i18n import full_day, language, long_day, tr
from ui.sheets.parts import (
    NOBODY,
    Letterhead,
    contact,
    day_words,
    is_marked,
    mark_note,
    note_cell,
    signatures,
)


def holiday_sheet(grid: RosterGrid, head: Letterhead) -> Sheet:
    """The roster of a holiday block in the form in which the upper duty room wants it."""
    festivals = dict.fromkeys(filter(None, (grid.calendar.day(day).festival for day in grid.period)))
    return Sheet(
        language=language(),
        title=tr(
            "{office} {festival} holiday duty roster ({first} – {last})",
            office=head.office.name,
            festival=tr(" and ").join(festivals),
            first=full_day(grid.period.first),
            last=long_day(grid.period.last),
        ),
        columns=_columns(),
        rows=tuple(_row(grid, head, grid.calendar.day(day)) for day in grid.period),
        lead=(
            head.seal_line,
            tr("Filled in by:") + "　" * 5,
            tr("Contact phone: {phone}", phone=head.office.duty_phone or "　" * 5),
            tr("Filled in on: {day}", day=head.day_line),
        ),
        notes=(
            tr("Leaders on duty are on post and can be reached by phone round the clock."),
            tr("Any change of this roster is to be reported for record."),
        ),
        mark_note=mark_note(grid),
        foot=signatures(),
        imprint=head.imprint(grid.version),
        one_page=True,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Date"), 1.0),
        Column(tr("Weekday"), 0.8),
        Column(tr("Chief duty leader (name, title, phone)"), 1.5),
        Column(tr("Duty leader (name, title, phone)"), 1.5),
        Column(tr("Officers on duty (name, title)"), 2.2),
        Column(tr("Place of duty"), 1.0),
        Column(tr("Duty phone"), 1.1),
        Column(tr("Fax"), 1.1),
        Column(tr("Notes"), 1.1),
    )


def _row(grid: RosterGrid, head: Letterhead, day: CalendarDay) -> Line:
    places = {column: grid.place(day.day, column) for column in grid.columns}
    leading = [place for column, place in places.items() if column.post.leads]
    others = {column: place for column, place in places.items() if not column.post.leads}
    office = head.office
    chief = grid.people.get(office.chief)
    return (
        Cell(long_day(day.day)),
        Cell(day_words(day)),
        Cell(contact(chief, grid.names[chief.id]) if chief else ""),
        _people_cell(grid, leading),
        _officers_cell(grid, others),
        Cell(office.place),
        Cell(office.duty_phone),
        Cell(office.fax),
        note_cell(grid, places.values()),
    )


def _people_cell(grid: RosterGrid, places: Iterable[PlaceKey]) -> Cell:
    wanted = [place for place in places if place in grid.needed]
    people = [(place, grid.person(place)) for place in wanted]
    words = [contact(person, grid.names[person.id]) if person else NOBODY for _, person in people]
    return Cell("\n".join(words), mark=any(is_marked(grid, place) for place in wanted))


def _officers_cell(grid: RosterGrid, places: dict[GridColumn, PlaceKey]) -> Cell:
    wanted = {column: place for column, place in places.items() if place in grid.needed}
    lines = []
    for column, place in wanted.items():
        person = grid.person(place)
        name = f"{grid.names[person.id]} {person.title}".rstrip() if person else NOBODY
        lines.append(f"{column.title}：{name}" if language() == "zh_CN" else f"{column.title}: {name}")
    return Cell("\n".join(lines), mark=any(is_marked(grid, place) for place in wanted.values()))
