"""The roster's cells as plain values: what is painted is decided here, once for each new roster."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from dutydesk.domain.calendar import LegalClass, RotationClass
from dutydesk.domain.duties import PlaceKey
from dutydesk.domain.rules import Finding, Severity
from dutydesk.services.roster import RosterGrid
from ui.i18n import long_day, short_weekday, tr_in, weekday


class Mark:
    """What a cell shows beside its name, as bits of one integer: painting asks for nothing else."""

    NEEDED = 1
    EMPTY = 2
    LOCKED = 4
    CHANGED = 8
    NOTE = 16
    STOOD_IN = 32
    PROPOSED = 64
    ERROR = 128
    WARNING = 256
    HINT = 512


class Ground:
    """The tints of rows, as numbers into the painter's brushes."""

    WORKDAY, RESTDAY, HOLIDAY, TODAY = range(4)


class Cell(NamedTuple):
    """One place as it is painted; `person` is an id, `detail` the phone below the name in tall rows."""

    text: str
    detail: str
    marks: int
    person: str


class DayLine(NamedTuple):
    """One row's heading: date, weekday, festival, class mark (休 or 班), and what it is tinted with."""

    day: date
    title: str
    weekday: str
    festival: str
    exchanged: str
    sensitive: str
    ground: int
    today: bool
    week_ends: bool

    @property
    def shade(self) -> int:
        """The tint of the row: today goes before its class."""
        return Ground.TODAY if self.today else self.ground


_LEVELS = {Severity.ERROR: Mark.ERROR, Severity.WARNING: Mark.WARNING, Severity.NOTE: Mark.HINT}
_GROUNDS = {
    RotationClass.WORKDAY: Ground.WORKDAY,
    RotationClass.RESTDAY: Ground.RESTDAY,
    RotationClass.HOLIDAY: Ground.HOLIDAY,
}
_SUNDAY = 6
_BLANK = Cell("", "", 0, "")


def day_lines(grid: RosterGrid, today: date) -> list[DayLine]:
    """The headings of a grid's rows."""
    return [_day_line(grid, day, today) for day in grid.period]


def _day_line(grid: RosterGrid, day: date, today: date) -> DayLine:
    given = grid.calendar.day(day)
    exchanged = ""
    if given.legal is LegalClass.ADJUSTED_WORKDAY:
        exchanged = tr_in("day mark", "work")
    elif given.rotation is RotationClass.HOLIDAY:
        exchanged = tr_in("day mark", "off")
    return DayLine(
        day=day,
        title=long_day(day),
        weekday=short_weekday(day),
        festival=given.festival if given.legal is LegalClass.STATUTORY_HOLIDAY else "",
        exchanged=exchanged,
        sensitive=grid.sensitive.get(day, ""),
        ground=_GROUNDS[given.rotation],
        today=day == today,
        week_ends=day.weekday() == _SUNDAY,
    )


def spoken_day(line: DayLine) -> str:
    """A row's heading as one text."""
    parts = (line.title, weekday(line.day), line.festival, line.exchanged, line.sensitive)
    return " ".join(filter(None, parts))


def levels_of(findings: Iterable[Finding]) -> Mapping[PlaceKey, int]:
    """The marks that findings leave on places."""
    marks: dict[PlaceKey, int] = {}
    for each in findings:
        if each.place is not None:
            marks[each.place] = marks.get(each.place, 0) | _LEVELS[each.severity]
    return marks


def cells_of(
    grid: RosterGrid, lines: Iterable[DayLine], levels: Mapping[PlaceKey, int], proposed: frozenset[PlaceKey]
) -> list[list[Cell]]:
    """Every cell of a grid, row by row; `proposed` are the places that an unadopted plan fills anew."""
    return [
        [_cell(grid, grid.place(line.day, column), levels, proposed) for column in grid.columns]
        for line in lines
    ]


def _cell(
    grid: RosterGrid, place: PlaceKey, levels: Mapping[PlaceKey, int], proposed: frozenset[PlaceKey]
) -> Cell:
    needed, duty = place in grid.needed, grid.duties.get(place)
    if duty is None and not needed:
        return _BLANK
    marks = levels.get(place, 0)
    marks |= Mark.NEEDED if needed else 0
    marks |= Mark.PROPOSED if place in proposed else 0
    marks |= Mark.CHANGED if place in grid.changed else 0
    marks |= Mark.NOTE if duty and duty.note else 0
    if duty is None or not duty.actual:
        return Cell("", "", marks | (Mark.EMPTY if needed else 0), "")
    marks |= Mark.LOCKED if duty.locked else 0
    marks |= Mark.STOOD_IN if duty.planned not in {None, duty.actual} else 0
    person = grid.people.get(duty.actual)
    name = grid.names.get(duty.actual, duty.actual)
    return Cell(name, person.phone if person else "", marks, duty.actual)
