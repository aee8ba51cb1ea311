"""The lists that can be taken in, each with its two services."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dutydesk.services import intake
from dutydesk.services.changes import Changes
from dutydesk.services.intake import Intake
from ui.i18n import tr
from ui.session import Session


@dataclass(frozen=True)
class ImportKind:
    """One kind of list: what it is called, how it is understood, and by which deed it is taken in."""

    title: str
    deed: str
    understand: Callable[..., Intake]
    apply: Callable[..., Changes]
    headings: tuple[str, str] | None = None
    """Of the two columns that say which row it is; None for people and their sections."""


def understood(session: Session, kind: ImportKind, path: Path) -> Intake:
    """What a list would change; refused to whoever may not take it in, for it shows what stands there now."""
    refusal = session.obstacle(kind.deed)
    if refusal is not None:
        raise refusal
    return session.read(kind.understand, path)


def staff_list() -> ImportKind:
    """A staff list, with the opening tally where its workbook has one."""
    return ImportKind(
        tr("Import a staff list"), "import_people", intake.understand_people, intake.apply_people
    )


def opening_tally() -> ImportKind:
    """How many duties everybody stood before."""
    return ImportKind(
        tr("Import an opening tally"), "import_tally", intake.understand_tally, intake.apply_tally
    )


def official_calendar() -> ImportKind:
    """The special days of a year."""
    return ImportKind(
        tr("Import a calendar"),
        "import_calendar",
        intake.understand_calendar,
        intake.apply_calendar,
        (tr("Date"), tr("Festival")),
    )


def leave_list() -> ImportKind:
    """Leave that was approved on paper."""
    return ImportKind(tr("Import a leave list"), "import_leave", intake.understand_leave, intake.apply_leave)
