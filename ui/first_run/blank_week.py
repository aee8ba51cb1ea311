"""The week of an office that has nobody yet, as paper: how the head and the columns will look."""

from datetime import datetime

from dutydesk.domain.calendar import RotationClass, calendar_of
from dutydesk.domain.dates import Period, week_of
from dutydesk.domain.duties import ShiftType, day_places
from dutydesk.domain.office import Office
from dutydesk.domain.presets import Preset
from dutydesk.exports.sheet import Sheet
from dutydesk.services.roster import GridColumn, RosterGrid
from ui.sheets.parts import Letterhead
from ui.sheets.weekly import weekly_sheet


def blank_week(office: Office, pattern: Preset, printed_at: datetime) -> Sheet:
    """The roster of the week of printing with nobody on it; weekends only are rest days."""
    return weekly_sheet(_grid(pattern, week_of(printed_at.date())), Letterhead(office, printed_at))


def _grid(pattern: Preset, period: Period) -> RosterGrid:
    calendar = calendar_of((), ())
    places = (day_places(pattern.shifts, day, calendar.day(day).rotation, {}) for day in period)
    return RosterGrid(
        period=period,
        calendar=calendar,
        sensitive={},
        columns=_columns(pattern),
        needed=frozenset(place for day in places for place in day),
        duties={},
        changed=frozenset(),
        published={},
        people={},
        sections={},
        version=0,
    )


def _columns(pattern: Preset) -> tuple[GridColumn, ...]:
    """A column a seat; no preset has a post in two shifts of the same day, so all its shifts share them."""
    found: list[GridColumn] = []
    for post in pattern.posts:
        shifts = tuple(each for each in pattern.shifts if _heads(each, post.id))
        seats = max((_heads(each, post.id) for each in shifts), default=0)
        found.extend(GridColumn(shifts, post, seat) for seat in range(seats))
    return tuple(found)


def _heads(shift: ShiftType, post: str) -> int:
    """The most heads of a post on an ordinary day; those of holidays only need no column this week."""
    return max(shift.heads(each).get(post, 0) for each in (RotationClass.WORKDAY, RotationClass.RESTDAY))
