"""The slip of a leave on paper."""

from PySide6.QtWidgets import QWidget

from dutydesk.domain.accounts import Sight
from dutydesk.domain.leave import Leave
from dutydesk.services.leave import book, duties
from dutydesk.services.rights import sees
from ui.clock import local
from ui.i18n import tr
from ui.leave.ground import Ground
from ui.leave.slip_panel import discreet
from ui.session import Session
from ui.sheets.leave import Slip, slip_sheet
from ui.sheets.parts import letterhead


def slip_of(session: Session, ground: Ground, leave: Leave) -> Slip:
    """Everything that the slip of a leave says."""
    may_see = session.read(sees, session.person, Sight.LEAVE_REASON, of=leave.person)
    return Slip(
        leave=leave if may_see else discreet(leave),
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
    from ui.printing import preview  # noqa: PLC0415 - it loads what sets pages of paper

    head = session.read(letterhead, local(session.now()))
    preview(slip_sheet(slip_of(session, ground, leave), head), parent)
