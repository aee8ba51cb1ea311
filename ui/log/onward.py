"""What an urgent entry leads to: the file of an incident with its clocks."""

from functools import partial

from PySide6.QtWidgets import QWidget

from dutydesk.domain.incidents import Grade, Incident
from dutydesk.domain.log import LogEntry
from dutydesk.services import incidents
from dutydesk.services.ids import new_id
from ui.editing.facts_dialog import Answers, Fact, FactsDialog
from ui.i18n import tr
from ui.session import Session
from ui.words.incidents import grade_text, sensitive_hint


def ask_incident(parent: QWidget, session: Session, entry: LogEntry) -> FactsDialog:
    """Ask what must be reported up; it was learned of when the entry says."""
    grades = tuple((each.value, grade_text(each)) for each in Grade)
    facts = (
        Fact("name", tr("Incident"), entry.content.partition("\n")[0]),
        Fact("category", tr("Category")),
        Fact(
            "grade",
            tr("Grade (preliminary)"),
            choices=grades,
        ),
        Fact("sensitive", tr("Sensitive time, place or person"), value=False, hint=sensitive_hint()),
        Fact("place", tr("Where it happened"), entry.detail("incident_place")),
        Fact("source", tr("Source of information"), entry.unit),
    )
    title = tr("Report entry {number} up", number=entry.number)
    dialog = FactsDialog(parent, session, title, facts, partial(_open, session, entry))
    dialog.open()
    return dialog


def _open(session: Session, entry: LogEntry, said: Answers) -> bool:
    by = session.author()
    facts = {**said, "grade": Grade(said["grade"])}
    incident = Incident(id=new_id(by.at), learned_at=entry.at, received_at=entry.at, entry=entry.id, **facts)
    return session.perform(incidents.open_incident, incident, by=by) is not None
