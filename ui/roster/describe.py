"""Places in plain sentences: what a tooltip, a screen reader and the line below the grid say."""

from collections.abc import Iterable, Sequence

from dutydesk.domain.dates import Period
from dutydesk.domain.duties import PlaceKey, ShiftType
from dutydesk.domain.rules import Finding
from dutydesk.services.roster import GridColumn, RosterGrid
from ui.i18n import long_day, tr, weekday
from ui.sheets.parts import hours
from ui.words.planning import finding_text


def column_text(column: GridColumn) -> str:
    """A column's heading with its shifts and their hours, a line each."""
    return "\n".join((column.title, *(f"{each.name}　{hours(each)}" for each in column.shifts)))


def shifts_text(shifts: Sequence[ShiftType], *, hours_too: bool) -> str:
    """The shifts of a column in one line, a lone one with its hours where there is room for them."""
    if len(shifts) == 1 and hours_too:
        return f"{shifts[0].name}　{hours(shifts[0])}"
    return tr("/").join(each.name for each in shifts)


def place_title(grid: RosterGrid, place: PlaceKey) -> str:
    """A place by its day and heading: 11月16日 周一 主班."""
    post = next(each.post for each in grid.columns if each.post.id == place.post)
    return f"{long_day(place.day)} {weekday(place.day)} {post.seat_name(place.seat)}"


def place_text(grid: RosterGrid, place: PlaceKey, findings: Iterable[Finding]) -> str:
    """Everything known of a place, a line each."""
    lines = [place_title(grid, place), *_holder(grid, place), *_history(grid, place)]
    duty = grid.duties.get(place)
    if duty and duty.note:
        lines.append(tr("Note: {note}", note=duty.note))
    if duty and duty.locked:
        lines.append(tr("Locked: no plan changes it."))
    lines.extend(sentence(grid, each) for each in findings)
    return "\n".join(lines)


def sentence(grid: RosterGrid, finding: Finding) -> str:
    """A finding in words."""
    posts = {each.post.id: each.post.name for each in grid.columns}
    shifts = {shift.id: shift.name for each in grid.columns for shift in each.shifts}
    place = finding.place
    if place is not None:  # 主班 rather than 值班员: the heading of the very seat
        seats = (each for each in grid.columns if (each.post.id, each.seat) == (place.post, place.seat))
        posts |= {each.post.id: each.title for each in seats}
    return finding_text(finding, grid.names, posts, shifts)


def days_text(period: Period) -> str:
    """A period as 11月16日 – 11月22日."""
    return tr("{first} – {last}", first=long_day(period.first), last=long_day(period.last))


def _holder(grid: RosterGrid, place: PlaceKey) -> list[str]:
    person = grid.person(place)
    if person is None:
        return [tr("Nobody stands it yet.") if place in grid.needed else tr("Nobody is needed.")]
    section = grid.sections.get(person.section, "")
    return ["　".join(filter(None, (grid.names[person.id], section, person.title, person.phone)))]


def _history(grid: RosterGrid, place: PlaceKey) -> list[str]:
    """Whose turn it was, and who was made known, where they differ from who stands it."""
    duty, lines = grid.duties.get(place), []
    if duty and duty.planned not in {None, duty.actual}:
        lines.append(tr("It was the turn of {person}.", person=grid.names.get(duty.planned or "", "?")))
    if place in grid.changed:
        before = grid.published[place]
        lines.append(
            tr("Published with {person}.", person=grid.names.get(before, "?"))
            if before
            else tr("Published as empty.")
        )
    return lines
