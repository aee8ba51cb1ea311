"""What keeps a report from going out."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class IncompleteReportError(DomainError):
    """The report says nothing of some of what it must tell; `fields` are their codes, parted by blanks."""

    fields: str


@dataclass(eq=False)
class ReportOrderError(DomainError):
    """The initial report comes first and once, and nothing comes after the final one."""

    kind: str


@dataclass(eq=False)
class NotReadBackError(DomainError):
    """A spoken instruction was not read back to the leader."""

    leader: str


@dataclass(eq=False)
class AlreadyPassedOnError(DomainError):
    """The instruction was passed on, or answered, before."""

    leader: str


@dataclass(eq=False)
class NotPassedOnError(DomainError):
    """The result of an instruction that nobody was given yet."""

    leader: str
