"""What the log refuses to keep."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class ClassifiedContentError(DomainError):
    """Something of a classified document was about to be kept beyond that it came and to whom it went."""


@dataclass(eq=False)
class EmptyEntryError(DomainError):
    """An entry or a template without words."""


@dataclass(eq=False)
class FutureEntryError(DomainError):
    """The entry tells of a time that has not come."""


@dataclass(eq=False)
class AlreadyCorrectedError(DomainError):
    """The entry was corrected before; the correction is what can be corrected."""

    number: int


@dataclass(eq=False)
class NotOpenError(DomainError):
    """Nothing is open in the entry that could be settled."""

    number: int
