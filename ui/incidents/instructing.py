"""A leader's instruction about an incident: taken down, passed on, and answered (domain.md §7.4)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from dutydesk.domain.instructions import Instruction
from dutydesk.services import instructions
from dutydesk.services.ids import new_id
from ui.editing.facts_dialog import Answers, Fact, FactsDialog
from ui.i18n import tr
from ui.session import Session


def ask_instruction(parent: QWidget, session: Session, incident: str) -> None:
    """Ask what a leader said of an incident (id)."""
    facts = (
        Fact("leader", tr("Leader")),
        Fact("content", tr("Exact words"), lines=3),
        Fact("given_at", tr("Time"), session.now()),
        Fact("spoken", tr("Spoken"), value=True),
        Fact("read_back", tr("Read back"), value=False),
    )
    take = partial(_take, session, incident)
    FactsDialog(parent, session, tr("Leader's instruction"), facts, take).open()


def ask_answer(parent: QWidget, session: Session, pending: Instruction) -> None:
    """Ask to whom an instruction was passed on; where it was, what came of it."""
    words = Fact("content", tr("Exact words"), pending.content, lines=2)
    at = Fact("at", tr("Time"), session.now())
    if pending.passed_at is None:
        facts = (words, Fact("whom", tr("Passed on to")), at)
        title, keep = tr("Pass on"), partial(_pass_on, session, pending)
    else:
        facts = (words, Fact("result", tr("Result"), lines=3), at)
        title, keep = tr("Result reported to the leader"), partial(_answer, session, pending)
    FactsDialog(parent, session, title, facts, keep).open()


def _take(session: Session, incident: str, said: Answers) -> bool:
    by = session.author()
    given = Instruction(
        id=new_id(by.at),
        leader=said["leader"],
        content=said["content"],
        given_at=min(said["given_at"], by.at),
        typed_at=by.at,
        spoken=said["spoken"],
        read_back=said["read_back"],
        incident=incident,
    )
    return session.perform(instructions.take_instruction, given, by=by) is not None


def _pass_on(session: Session, pending: Instruction, said: Answers) -> bool:
    by = session.author()
    at = max(said["at"], pending.given_at)
    return session.perform(instructions.pass_on, pending.id, said["whom"], at, by=by) is not None


def _answer(session: Session, pending: Instruction, said: Answers) -> bool:
    by = session.author()
    at = max(said["at"], pending.passed_at or said["at"])
    return session.perform(instructions.report_result, pending.id, said["result"], at, by=by) is not None
