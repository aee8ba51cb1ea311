"""What must be noticed on whatever page one is: report clocks that run, and places to which nobody came."""

from dataclasses import dataclass
from datetime import datetime

from dutydesk.domain.incidents import REPORTS, Incident, ReportClock
from dutydesk.domain.watch import PostState
from dutydesk.services.duties import pattern
from dutydesk.services.incidents import running_clocks
from dutydesk.services.rulebook import in_force
from dutydesk.services.today import Manned, everybody, manned
from dutydesk.services.watch import empty_places, local
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Alarms:
    """The clocks that nobody has met, the first due first, and the places where somebody should sit by now.

    `unrostered` are the places of this hour for which nobody is down. `again_minutes` is after how long an
    overdue report is called out again.
    """

    clocks: tuple[tuple[Incident, ReportClock], ...]
    vacant: tuple[Manned, ...]
    again_minutes: int
    unrostered: tuple[Manned, ...] = ()


def alarms(store: Store, now: datetime, *, viewer: str = "") -> Alarms:
    """What must be noticed at an instant, as `viewer` (a person's id, empty for nobody) may see it."""
    rules = in_force(store, REPORTS, local(store, now).date())
    empty = empty_places(store, now)
    known, people = (pattern(store), everybody(store, viewer)) if empty else (None, {})
    places = [manned(known, people, each.stint, each) for each in empty] if known else []
    vacant, unrostered = (
        tuple(each for each in places if each.watched and each.watched.state is state)
        for state in (PostState.VACANT, PostState.UNROSTERED)
    )
    return Alarms(running_clocks(store), vacant, rules.again_minutes, unrostered)
