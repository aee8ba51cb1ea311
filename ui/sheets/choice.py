"""Which form fits a period, and the same duties as calendar events."""

from collections.abc import Mapping

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.dates import week_of
from dutydesk.domain.people import Person
from dutydesk.domain.roster import Duty
from dutydesk.exports.ics import Event
from dutydesk.exports.sheet import Sheet
from dutydesk.services.roster import RosterGrid
from ui.clock import OFFICE_ZONE
from ui.i18n import tr
from ui.sheets.holiday import holiday_sheet
from ui.sheets.monthly import monthly_sheet
from ui.sheets.parts import Letterhead
from ui.sheets.personal import personal_sheet
from ui.sheets.weekly import weekly_sheet

A_FEW_DAYS = 10


def sheet_for(grid: RosterGrid, head: Letterhead, person: Person | None = None) -> Sheet:
    """F1 for a week, F3 for a holiday block, F2 for anything longer; one person's duties as a list."""
    if person is not None:
        return personal_sheet(grid, head, person)
    period = grid.period
    holidays = all(grid.calendar.day(day).rotation is RotationClass.HOLIDAY for day in period)
    if holidays and period != week_of(period.first):
        return holiday_sheet(grid, head)
    return weekly_sheet(grid, head) if len(period) <= A_FEW_DAYS else monthly_sheet(grid, head)


def events(
    grid: RosterGrid, head: Letterhead, sequences: Mapping[str, int], person: Person | None = None
) -> tuple[Event, ...]:
    """The duties that somebody stands, of one person or of all; `sequences` count each duty's changes."""
    return tuple(
        _event(grid, head, duty, sequences)
        for duty in sorted(grid.duties.values(), key=lambda each: each.place)
        if (stander := grid.person(duty.place)) is not None and person in {None, stander}
    )


def _event(grid: RosterGrid, head: Letterhead, duty: Duty, sequences: Mapping[str, int]) -> Event:
    column = next(each for each in grid.columns if grid.place(duty.place.day, each) == duty.place)
    shift = grid.shift(duty.place)
    starts, ends = (each.replace(tzinfo=OFFICE_ZONE) for each in shift.span(duty.place.day))
    name = grid.names[duty.actual or ""]
    return Event(
        uid=f"{duty.id}@dutydesk",
        starts=starts,
        ends=ends,
        summary=tr("{post}: {person}", post=column.title, person=name),
        description=f"{shift.name} {duty.note}".strip(),
        location=head.office.place or head.office.name,
        sequence=sequences.get(duty.id, 0),
    )
