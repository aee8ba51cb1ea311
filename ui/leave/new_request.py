"""An empty request to start from."""

from dataclasses import replace

from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Counted, Leave, LeaveState
from dutydesk.services.ids import new_id
from ui.leave.ground import Ground
from ui.session import Session


def blank_request(ground: Ground, session: Session) -> Leave:
    """A draft for tomorrow's typing: nobody, the first kind, today."""
    kinds = ground.book.kinds
    today = Period(ground.today, ground.today)
    person = session.person if any(each.id == session.person for each in ground.book.people) else ""
    return Leave(new_id(session.now()), person, kinds[0].id if kinds else "", today, state=LeaveState.DRAFT)


def rest_request(ground: Ground, session: Session, person: str) -> Leave:
    """A draft of compensatory rest for somebody; of the first kind where the office has no such kind."""
    blank = blank_request(ground, session)
    kind = next((each.id for each in ground.book.kinds if each.account is Counted.REST), blank.type)
    return replace(blank, person=person, type=kind)
