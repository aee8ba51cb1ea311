"""The period in sight on paper or as a file, in the form that fits it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dutydesk.domain.seals import Occasion
from dutydesk.errors import DutyDeskError, NothingPlannedError
from dutydesk.exports import csv, docx, html, ics, xlsx
from dutydesk.exports.sheet import Sheet
from dutydesk.services.files import write_file
from dutydesk.services.roster import RosterGrid, change_counts
from ui.clock import local
from ui.dialogs import Kind, ask_save
from ui.i18n import tr
from ui.keeping.sealing import seal
from ui.paper.printing import pdf, preview
from ui.session import Session
from ui.sheets.choice import events, sheet_for
from ui.sheets.parts import Letterhead, letterhead

_SHEETS: Mapping[str, Callable[[Sheet], bytes]] = {
    ".pdf": pdf, ".xlsx": xlsx.render, ".docx": docx.render, ".html": html.render, ".csv": csv.render,
}  # fmt: skip


def print_sheet(parent: QWidget, session: Session, grid: RosterGrid) -> None:
    """Open the print preview; refused where nothing is planned."""
    if _planned(session, grid):
        preview(sheet_for(grid, _letterhead(session)), parent)


def ask_export(parent: QWidget, session: Session, grid: RosterGrid, written: Callable[[Path], None]) -> None:
    """Ask where to write the period; the name's ending says in which format. `written` hears of the file."""
    if _planned(session, grid):
        first, last = grid.period.first, grid.period.last
        name = f"{tr('Duty roster')} {first:%Y-%m-%d} {last:%Y-%m-%d}.pdf"

        def keep(path: Path) -> None:
            if export(session, grid, path):
                written(path)

        ask_save(parent, tr("Export the roster"), _kinds(), keep, name)


def export(session: Session, grid: RosterGrid, path: Path) -> bool:
    """Write the period as a file; an unknown ending gives a PDF. False, and told, where it was refused."""
    head = _letterhead(session)
    if path.suffix.lower() == ".ics":
        sequences = session.read(change_counts, grid.duties.values())
        data = ics.render(events(grid, head, sequences), stamp=session.now(), name=head.office.name)
    else:
        data = _SHEETS.get(path.suffix.lower(), pdf)(sheet_for(grid, head))
    try:
        write_file(path, data)
    except DutyDeskError as error:
        session.refused.emit(error)
        return False
    seal(session, Occasion.EXPORT)
    return True


def _planned(session: Session, grid: RosterGrid) -> bool:
    planned = any(duty.actual for duty in grid.duties.values())
    if not planned:
        error = NothingPlannedError(grid.period.first.isoformat(), grid.period.last.isoformat())
        session.refused.emit(error)
    return planned


def _letterhead(session: Session) -> Letterhead:
    return session.read(letterhead, local(session.now()))


def _kinds() -> list[Kind]:
    return [
        (tr("PDF"), "*.pdf"),
        (tr("Excel workbook"), "*.xlsx"),
        (tr("Word document"), "*.docx"),
        (tr("Calendar"), "*.ics"),
        (tr("Web page"), "*.html"),
        (tr("Comma-separated text"), "*.csv"),
    ]
