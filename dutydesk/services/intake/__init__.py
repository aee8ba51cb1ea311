"""Taking in lists: first what was understood and what it would change, then all of it or nothing."""

from dutydesk.services.intake.calendar import apply_calendar, understand_calendar
from dutydesk.services.intake.leave import apply_leave, understand_leave
from dutydesk.services.intake.people import apply_people, understand_people
from dutydesk.services.intake.preview import Doubt, Doubtful, Fate, FieldChange, Intake, Item, Offered
from dutydesk.services.intake.tally import apply_tally, understand_tally

__all__ = [
    "Doubt",
    "Doubtful",
    "Fate",
    "FieldChange",
    "Intake",
    "Item",
    "Offered",
    "apply_calendar",
    "apply_leave",
    "apply_people",
    "apply_tally",
    "understand_calendar",
    "understand_leave",
    "understand_people",
    "understand_tally",
]
