"""What a deed meets that cannot be done, or not now."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class StillUsedError(DomainError):
    """The record is named by others and cannot be removed."""

    name: str
    uses: int


@dataclass(eq=False)
class NothingToUndoError(DomainError):
    """No deed is left that could be undone, or the rows changed since."""


@dataclass(eq=False)
class NothingToRedoError(DomainError):
    """No undone deed is left that could be done again."""


@dataclass(eq=False)
class AlreadyDoneError(DomainError):
    """A deed with this id is in the journal already; its retry did nothing."""

    deed_id: str


@dataclass(eq=False)
class SituationChangedError(DomainError):
    """The file changed while the plan was being made; the plan was not adopted."""


@dataclass(eq=False)
class PlanCancelledError(DomainError):
    """The user stopped the planning; nothing was changed."""


@dataclass(eq=False)
class NoShiftsError(DomainError):
    """There is no shift type, so there is nothing to plan."""


@dataclass(eq=False)
class NoStaffError(DomainError):
    """There is nobody to plan with."""


@dataclass(eq=False)
class NothingPlannedError(DomainError):
    """The period has no duties to publish, print or export."""

    first: str
    last: str
