"""All journalled tables: what `verify` replays and what undo may touch."""

from typing import Any

from dutydesk.storage.calendar import CALENDAR_DAYS, CALENDAR_YEARS, SENSITIVE_PERIODS
from dutydesk.storage.discipline import CANDIDATES
from dutydesk.storage.duties import POSTS, SHIFTS
from dutydesk.storage.leave import LEAVE_TYPES, LEAVES
from dutydesk.storage.office import OFFICE, RULES
from dutydesk.storage.people import EXEMPTIONS, PAIRS, PEOPLE, SECTIONS, TALLIES
from dutydesk.storage.roster import DUTIES, PUBLICATIONS, WISHES
from dutydesk.storage.table import Table
from dutydesk.storage.watch import ATTENDANCES

ALL: tuple[Table[Any], ...] = (
    OFFICE, RULES, SECTIONS, PEOPLE, EXEMPTIONS, PAIRS, TALLIES, CALENDAR_DAYS, CALENDAR_YEARS,
    SENSITIVE_PERIODS, POSTS, SHIFTS, LEAVE_TYPES, LEAVES, DUTIES, PUBLICATIONS, WISHES,
    ATTENDANCES, CANDIDATES,
)  # fmt: skip
EVIDENCE = frozenset(table.name for table in ALL if table.evidence)
