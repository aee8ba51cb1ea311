"""F18, the duty contact list: restricted, and never sent round."""

from collections.abc import Iterator
from datetime import date

from dutydesk.domain.people import Person
from dutydesk.exports.sheet import Align, Cell, Column, Kind, Line, Sheet
from dutydesk.services.people import Staff
from ui.i18n import language, tr
from ui.sheets.parts import Letterhead, page_words


def contacts_sheet(head: Letterhead, staff: Staff, today: date) -> Sheet:
    """Everybody who serves today, section by section in the order of the address list."""
    return Sheet(
        language=language(),
        title=tr("{office} duty contact list", office=head.office.name),
        columns=(
            Column(tr("Section"), 1.3),
            Column(tr("Name"), 1.0),
            Column(tr("Title"), 1.6, Align.LEFT),
            Column(tr("Short number"), 0.9),
            Column(tr("Phone"), 1.3),
            Column(tr("Notes"), 1.2),
        ),
        rows=tuple(_rows(staff, today)),
        corner=tr("Internal. Not to be passed on."),
        lead=(head.seal_line, head.phone_line, head.day_line),
        imprint=head.stamp,
        page_words=page_words(),
        landscape=False,
    )


def _rows(staff: Staff, today: date) -> Iterator[Line]:
    for section in staff.sections:
        present = [each for each in staff.people if each.section == section.id and each.serves(today)]
        for at, person in enumerate(present):
            first = (Cell(section.name, rows=len(present)),) if at == 0 else ()
            yield (*first, *_cells(person))


def _cells(person: Person) -> Line:
    """The person's own cells; the note of the staff list is nobody's business, the column is for a pen."""
    phones = (person.short_phone, person.phone)
    return Cell(person.name), Cell(person.title), *(Cell(each, kind=Kind.PHONE) for each in phones), Cell("")
