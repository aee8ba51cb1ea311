"""What the roster forms have in common: cells of people, the head and the foot of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.duties import PlaceKey, ShiftType, by_sort
from dutydesk.domain.office import Office
from dutydesk.domain.people import Person
from dutydesk.exports.sheet import Cell
from dutydesk.services import seals
from dutydesk.services.files import Store
from dutydesk.services.office import office
from dutydesk.services.roster import GridColumn, RosterGrid
from ui.i18n import full_day, short_weekday, tr, weekday

NOBODY = "—"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every sheet of one printing has: the office, the local instant of printing, and the anchor.

    The anchor is the journal's newest entry: whoever holds the sheet can hold the file against it.
    """

    office: Office
    printed_at: datetime
    anchor: str = ""

    @property
    def seal_line(self) -> str:
        """单位（盖章）."""
        return tr("Unit (seal): {name}", name=self.office.seal_name or self.office.name)

    @property
    def phone_line(self) -> str:
        """值班电话 and 传真, as far as entered."""
        phone = tr("Duty phone: {phone}", phone=self.office.duty_phone or "　" * 6)
        fax = tr("Fax: {fax}", fax=self.office.fax) if self.office.fax else ""
        return f"{phone}　{fax}".rstrip("　")

    @property
    def day_line(self) -> str:
        """The day of printing."""
        return full_day(self.printed_at.date())

    @property
    def stamp(self) -> str:
        """When a form was printed, and of which state of the file."""
        words = tr("Printed {instant}", instant=f"{self.printed_at:%Y-%m-%d %H:%M}")
        return "　".join(filter(None, (words, self.anchor and tr("Anchor {anchor}", anchor=self.anchor))))

    def imprint(self, version: int) -> str:
        """Which version this paper is, when it was printed, and of which state of the file."""
        instant = f"{self.printed_at:%Y-%m-%d %H:%M}"
        if version:
            words = tr("Version {version}, printed {instant}", version=version, instant=instant)
        else:
            words = tr("Draft, printed {instant}", instant=instant)
        return "　".join(filter(None, (words, self.anchor and tr("Anchor {anchor}", anchor=self.anchor))))


def letterhead(store: Store, printed_at: datetime) -> Letterhead:
    """The head and foot of what is printed now."""
    anchor = seals.anchor(store)
    return Letterhead(office(store), printed_at, anchor.printed if anchor else "")


def signatures() -> tuple[str, ...]:
    """制表人, 审核人, 审批人."""
    room = "　" * 5
    return (tr("Prepared by:") + room, tr("Checked by:") + room, tr("Approved by:") + room)


def page_words() -> str:
    """Which page of how many, with the places still open: the exporter counts."""
    return tr("Page {page} of {pages}", page="{page}", pages="{pages}")


def mark_note(grid: RosterGrid) -> str:
    """What the mark in a cell means."""
    if grid.changed:
        return tr("changed since version {version} was published", version=grid.version)
    return tr("changed against version {version}", version=grid.version - 1)


def is_marked(grid: RosterGrid, place: PlaceKey) -> bool:
    """Whether a place changed since it was made known, or with the newest version."""
    return place in grid.changed or place in grid.renewed


def day_words(day: CalendarDay) -> str:
    """The festival in place of the weekday, and whether work and rest were exchanged."""
    match day.legal:
        case LegalClass.ADJUSTED_WORKDAY:
            return tr("{weekday} (works)", weekday=weekday(day.day))
        case LegalClass.STATUTORY_HOLIDAY:
            return day.festival or weekday(day.day)
        case LegalClass.ADJUSTED_REST | LegalClass.HOLIDAY_WEEKEND:
            return tr("{weekday} (off)", weekday=weekday(day.day))
        case LegalClass.WORKDAY | LegalClass.WEEKEND:
            return weekday(day.day)


def short_day_words(day: CalendarDay) -> str:
    """The same for narrow columns."""
    return day.festival if day.legal is LegalClass.STATUTORY_HOLIDAY else short_weekday(day.day)


def person_cell(grid: RosterGrid, place: PlaceKey, *, phone: str = "") -> Cell:
    """Who stands a place; `phone` is what parts the name from the phone, empty for no phone."""
    if place not in grid.needed and place not in grid.duties:
        return Cell("")
    person = grid.person(place)
    if person is None:
        return Cell(NOBODY, mark=is_marked(grid, place))
    name = grid.names[person.id]
    text = f"{name}{phone}{person.phone}" if phone and person.phone else name
    return Cell(text, mark=is_marked(grid, place))


def note_cell(grid: RosterGrid, places: Iterable[PlaceKey]) -> Cell:
    """The remarks of a day's places, and who stands for whom."""
    words = []
    for place in places:
        duty = grid.duties.get(place)
        if duty and duty.note:
            words.append(duty.note)
        if duty and duty.actual and duty.planned not in {None, duty.actual}:
            actual, planned = grid.names.get(duty.actual, ""), grid.names.get(duty.planned or "", "")
            words.append(tr("{actual} for {planned}", actual=actual, planned=planned))
    return Cell(tr("; ").join(words))


def header(
    left: tuple[str, ...], columns: tuple[GridColumn, ...], right: tuple[str, ...]
) -> tuple[tuple[Cell, ...], ...]:
    """The header: posts between plain titles, and their shifts above where the posts alone are not clear."""
    titles = tuple(Cell(column.title) for column in columns)
    if len({column.title for column in columns}) == len(columns):
        return ((*map(Cell, left), *titles, *map(Cell, right)),)
    above = tuple(
        Cell(tr("/").join(shift.name for shift in group), columns=len(tuple(beside)))
        for group, beside in groupby(columns, key=lambda column: column.shifts)
    )
    tall = partial(Cell, rows=2)
    return ((*map(tall, left), *above, *map(tall, right)), titles)


def hours_note(grid: RosterGrid) -> str:
    """From when to when each shift of the sheet lasts."""
    shifts = by_sort({shift for column in grid.columns for shift in column.shifts})
    return tr("Hours: ") + tr("; ").join(f"{shift.name} {hours(shift)}" for shift in shifts)


def hours(shift: ShiftType) -> str:
    """08:00–次日08:00."""
    if shift.ends > shift.starts:
        return f"{shift.starts:%H:%M}–{shift.ends:%H:%M}"
    return tr("{starts}–{ends} next day", starts=f"{shift.starts:%H:%M}", ends=f"{shift.ends:%H:%M}")


def contact(person: Person, name: str) -> str:
    """Name, title and phone on lines of their own, as holiday rosters want them."""
    return "\n".join(filter(None, (name, person.title, person.phone)))
