"""What must be noticed on whatever page one is: report clocks that run, and places to which nobody came."""

from dataclasses import dataclass
from datetime import datetime

from dutydesk.domain.incidents import REPORTS, Incident, ReportClock
from dutydesk.services.duties import pattern
from dutydesk.services.incidents import running_clocks
from dutydesk.services.rulebook import in_force
from dutydesk.services.today import Manned, everybody, manned
from dutydesk.services.watch import local, vacancies
from dutydesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Alarms:
    """The clocks that nobody has met, the first due first, and the places where somebody should sit by now.

    `again_minutes` is after how long an overdue report is called out again.
    """

    clocks: tuple[tuple[Incident, ReportClock], ...]
    vacant: tuple[Manned, ...]
    again_minutes: int


def alarms(store: Store, now: datetime, *, viewer: str = "") -> Alarms:
    """What must be noticed at an instant, as `viewer` (a person's id, empty for nobody) may see it."""
    rules = in_force(store, REPORTS, local(store, now).date())
    vacant = vacancies(store, now)
    known, people = (pattern(store), everybody(store, viewer)) if vacant else (None, {})
    places = tuple(manned(known, people, each.stint, each) for each in vacant) if known else ()
    return Alarms(running_clocks(store), places, rules.again_minutes)
