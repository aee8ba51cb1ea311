"""The slip of a leave and the report of an absence from the city on paper."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dutydesk.domain.leave import Leave
from dutydesk.domain.leave.chain import LeaveStep
from dutydesk.services.leave import book, duties
from dutydesk.services.veils import veiled
from ui.clock import local
from ui.i18n import full_day, tr
from ui.leave.ground import Ground
from ui.leave.slip_panel import discreet
from ui.session import Session
from ui.sheets.leave import Slip, slip_sheet
from ui.sheets.parts import letterhead
from ui.sheets.travel import travel_sheet
from ui.words.duty_names import DutyNames, duty_names
from ui.words.leave import approver_text, decision_text


def slip_of(session: Session, ground: Ground, leave: Leave) -> Slip:
    """Everything that the slip of a leave says."""
    return Slip(
        leave=discreet(session, leave),
        book=ground.book,
        steps=session.read(book.steps_of, leave.id),
        duties=(*_moved(session, ground, leave), *_standing(session, ground, leave)),
        waived=len(session.read(duties.waivers, leave.id)),
    )


def _moved(session: Session, ground: Ground, leave: Leave) -> list[str]:
    """The duties that somebody else stands for the sake of the leave."""
    return [
        tr("{duty}: stood by {name}", duty=ground.duties.duty(place), name=ground.name(person))
        for place, person in session.read(duties.settled, leave.id)
    ]


def _standing(session: Session, ground: Ground, leave: Leave) -> list[str]:
    """The duties that are still inside."""
    return [ground.duty_text(each) for each in session.read(duties.inside, leave)]


def print_slip(parent: QWidget, session: Session, ground: Ground, leave: Leave) -> None:
    """Open the print preview of the slip."""
    from ui.paper.printing import preview  # noqa: PLC0415 - it loads what sets pages of paper

    head = session.read(letterhead, local(session.now()))
    preview(slip_sheet(slip_of(session, ground, leave), head), parent)


def print_travel(parent: QWidget, session: Session, ground: Ground, leave: Leave) -> None:
    """Open the print preview of the report that somebody leaves the city."""
    from ui.paper.printing import preview  # noqa: PLC0415 - it loads what sets pages of paper

    slip = slip_of(session, ground, leave)
    head = session.read(letterhead, local(session.now()))
    decided = [_decided(each) for each in slip.steps if each.decision is not None]
    preview(travel_sheet(slip.leave, _seen_names(session), head, duties=slip.duties, decided=decided), parent)


def _seen_names(session: Session) -> DutyNames:
    """All names, with the phones that whoever is signed in may see."""
    names = session.read(duty_names)
    people = session.read(veiled, session.person, names.staff.people)
    return replace(names, staff=replace(names.staff, people=people))


def _decided(step: LeaveStep) -> str:
    """Who decided what, and when."""
    words = step.opinion or (decision_text(step.decision) if step.decision else "")
    day = full_day(local(step.decided_at).date()) if step.decided_at else ""
    return "　".join(filter(None, (approver_text(step.approver), words, step.signed, day)))
