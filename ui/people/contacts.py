"""The contact list on paper; that it was printed stands in the journal."""

from PySide6.QtWidgets import QWidget

from dutydesk.services import people
from dutydesk.services.disclosures import disclose_contacts
from ui.clock import local
from ui.i18n import tr
from ui.paper.printing import preview
from ui.session import Session
from ui.sheets.contacts import contacts_sheet
from ui.sheets.parts import letterhead


def print_contacts(parent: QWidget, session: Session) -> None:
    """Write down that the list is printed, then show it; nothing is shown to whoever may not."""
    staff = session.read(people.staff)
    sheet = contacts_sheet(session.read(letterhead, local(session.now())), staff, session.today())
    if (
        session.perform(disclose_contacts, tr("print preview"), len(sheet.rows), by=session.author())
        is not None
    ):
        preview(sheet, parent)
