"""What an entry leads to: a follow-up that outlives the shift, or the file of an incident with its clocks."""

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from dutydesk.domain.followups import FollowUp, Source
from dutydesk.domain.incidents import Grade, Incident
from dutydesk.domain.log import LogEntry
from dutydesk.services import followups, incidents
from dutydesk.services.ids import new_id
from ui.editing.facts_dialog import Answers, Fact, FactsDialog
from ui.i18n import tr
from ui.session import Session
from ui.words.incidents import grade_text

_DAY = timedelta(days=1)


def ask_follow_up(parent: QWidget, session: Session, entry: LogEntry) -> FactsDialog:
    """Ask who pursues what an entry says, and until when."""
    facts = (
        Fact("content", tr("Matter to be done"), entry.content, lines=3),
        Fact("unit", tr("Unit"), entry.unit),
        Fact("responsible", tr("Responsible person elsewhere"), entry.person),
        Fact("due", tr("Deadline"), session.now() + _DAY),
    )
    title = tr("Follow up entry {number}", number=entry.number)
    dialog = FactsDialog(parent, session, title, facts, partial(_register, session, entry))
    dialog.open()
    return dialog


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
        Fact("sensitive", tr("Sensitive time, place or person"), value=False),
        Fact("place", tr("Where it happened"), entry.detail("incident_place")),
        Fact("source", tr("Source of information"), entry.unit),
    )
    title = tr("Report entry {number} up", number=entry.number)
    dialog = FactsDialog(parent, session, title, facts, partial(_open, session, entry))
    dialog.open()
    return dialog


def _register(session: Session, entry: LogEntry, said: Answers) -> bool:
    by = session.author()
    item = FollowUp(id=new_id(by.at), registered_at=by.at, source=Source.LOG, origin=entry.id, **said)
    return session.perform(followups.register, item, by=by) is not None


def _open(session: Session, entry: LogEntry, said: Answers) -> bool:
    by = session.author()
    facts = {**said, "grade": Grade(said["grade"])}
    incident = Incident(id=new_id(by.at), learned_at=entry.at, received_at=entry.at, entry=entry.id, **facts)
    return session.perform(incidents.open_incident, incident, by=by) is not None
