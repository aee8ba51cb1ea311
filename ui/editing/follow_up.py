"""From wherever it shows, a matter becomes a follow-up with one key: its words are there already."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from dutydesk.domain.followups import FollowUp, Source
from dutydesk.services import followups
from dutydesk.services.ids import new_id
from ui.editing.facts_dialog import Answers, Fact, FactsDialog
from ui.i18n import tr
from ui.session import Session

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a matter comes from (its id), and what that says of it already."""

    source: Source
    id: str
    content: str = ""
    unit: str = ""
    responsible: str = ""


def ask_follow_up(parent: QWidget, session: Session, origin: Origin) -> FactsDialog:
    """Ask who pursues it, and until when."""
    facts = (
        Fact("content", tr("Matter to be done"), origin.content, lines=3),
        Fact("unit", tr("Unit"), origin.unit),
        Fact("responsible", tr("Responsible person elsewhere"), origin.responsible),
        Fact("due", tr("Deadline"), session.now() + _DAY),
    )
    dialog = FactsDialog(parent, session, tr("New follow-up"), facts, partial(_register, session, origin))
    dialog.open()
    return dialog


def _register(session: Session, origin: Origin, said: Answers) -> bool:
    by = session.author()
    item = FollowUp(id=new_id(by.at), registered_at=by.at, source=origin.source, origin=origin.id, **said)
    return session.perform(followups.register, item, by=by) is not None
