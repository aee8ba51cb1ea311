"""The lists that can be taken in, each with its two services."""

from collections.abc import Callable
from dataclasses import dataclass

from dutydesk.services import intake
from dutydesk.services.changes import Changes
from dutydesk.services.intake import Intake
from ui.i18n import tr


@dataclass(frozen=True)
class ImportKind:
    """One kind of list: what it is called, and how it is understood and taken in."""

    title: str
    understand: Callable[..., Intake]
    apply: Callable[..., Changes]


def staff_list() -> ImportKind:
    """A staff list, with the opening tally where its workbook has one."""
    return ImportKind(tr("Import a staff list"), intake.understand_people, intake.apply_people)


def opening_tally() -> ImportKind:
    """How many duties everybody stood before."""
    return ImportKind(tr("Import an opening tally"), intake.understand_tally, intake.apply_tally)


def official_calendar() -> ImportKind:
    """The special days of a year."""
    return ImportKind(tr("Import a calendar"), intake.understand_calendar, intake.apply_calendar)


def leave_list() -> ImportKind:
    """Leave that was approved on paper."""
    return ImportKind(tr("Import a leave list"), intake.understand_leave, intake.apply_leave)
