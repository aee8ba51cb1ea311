"""All journalled tables: what `verify` replays, what undo may touch and what nobody may read."""

import json
from typing import Any

from dutydesk.storage.accounts import ACCOUNTS, BREAK_GLASS, SECRETS
from dutydesk.storage.calendar import CALENDAR_DAYS, CALENDAR_YEARS, SENSITIVE_PERIODS
from dutydesk.storage.circulars import CIRCULARS
from dutydesk.storage.clock_doubt import CLOCK_DOUBTS
from dutydesk.storage.discipline import CANDIDATES
from dutydesk.storage.disclosures import DISCLOSURES
from dutydesk.storage.duties import POSTS, SHIFTS
from dutydesk.storage.followups import FOLLOW_UP_ITEMS, FOLLOW_UP_STEPS
from dutydesk.storage.handover import HANDOVERS, REVIEWS, SHIFT_NOTES, STANDING_ORDERS, TAKEOVERS
from dutydesk.storage.incidents import INCIDENTS, REPORTS_ISSUED, TOLD
from dutydesk.storage.instructions import INSTRUCTIONS
from dutydesk.storage.journal import canonical
from dutydesk.storage.leave import (
    APPROVAL_RULES,
    LEAVE_CREDITS,
    LEAVE_STEPS,
    LEAVE_TYPES,
    LEAVE_WAIVERS,
    LEAVES,
)
from dutydesk.storage.log import LOG, LOG_TEMPLATES
from dutydesk.storage.office import OFFICE, RULES
from dutydesk.storage.overtime import OVERTIME
from dutydesk.storage.people import EXEMPTIONS, PAIRS, PEOPLE, SECTIONS, TALLIES
from dutydesk.storage.roster import DUTIES, PUBLICATIONS, WISHES
from dutydesk.storage.scores import ADDITIONS, YEAR_CLOSINGS
from dutydesk.storage.seals import SEAL_KEYS, SEALS
from dutydesk.storage.spot_checks import CHECK_PLANS, SPOT_CHECKS
from dutydesk.storage.swaps import SWAPS
from dutydesk.storage.table import Table
from dutydesk.storage.violations import JUDGEMENTS, STEPS, VIOLATIONS
from dutydesk.storage.watch import ATTENDANCES

ALL: tuple[Table[Any], ...] = (
    OFFICE, RULES, SECTIONS, PEOPLE, EXEMPTIONS, PAIRS, TALLIES, CALENDAR_DAYS, CALENDAR_YEARS,
    SENSITIVE_PERIODS, POSTS, SHIFTS, LEAVE_TYPES, LEAVES, DUTIES, PUBLICATIONS, WISHES,
    ATTENDANCES, CANDIDATES,
    ACCOUNTS, SECRETS, BREAK_GLASS,
    CLOCK_DOUBTS,
    SEAL_KEYS, SEALS, DISCLOSURES,
    ATTENDANCES, CANDIDATES, LOG, LOG_TEMPLATES,
    APPROVAL_RULES, LEAVE_STEPS, LEAVE_CREDITS, LEAVE_WAIVERS,
    SWAPS,
    INCIDENTS, REPORTS_ISSUED, TOLD, INSTRUCTIONS,
    FOLLOW_UP_ITEMS, FOLLOW_UP_STEPS, SHIFT_NOTES, STANDING_ORDERS, HANDOVERS, TAKEOVERS, REVIEWS,
    VIOLATIONS, STEPS, JUDGEMENTS, ADDITIONS, YEAR_CLOSINGS, CHECK_PLANS, SPOT_CHECKS, CIRCULARS,
    OVERTIME,
)  # fmt: skip
EVIDENCE = frozenset(table.name for table in ALL if table.evidence)
_HIDDEN = {table.name: table.hidden for table in ALL if table.hidden}
MASK = "••••••"


def masked(table: str, row: str) -> str:
    """A journalled row (canonical JSON, or empty) as it may be shown, printed or exported."""
    hidden = _HIDDEN.get(table)
    if not hidden or not row:
        return row
    shown = {name: MASK if name in hidden else value for name, value in json.loads(row).items()}
    return canonical(shown)
