"""What is wrong with a list that is read in."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class UnreadableSourceError(DomainError):
    """The source file is no table that can be read."""

    path: str


@dataclass(eq=False)
class NoHeaderError(DomainError):
    """No row of the source looks like the header row that was expected."""

    path: str
    wanted: str


@dataclass(eq=False)
class RefusedRowsError(DomainError):
    """Some rows of the source were refused, so nothing was imported."""

    count: int


@dataclass(eq=False)
class OldExcelError(UnreadableSourceError):
    """The source is a workbook of Excel 97-2003; it must be saved as xlsx first."""


@dataclass(eq=False)
class ProtectedSourceError(UnreadableSourceError):
    """The source can be opened with a password only."""


@dataclass(eq=False)
class EmptySourceError(UnreadableSourceError):
    """Nothing is written in any row of the source."""


@dataclass(eq=False)
class OpenQuoteError(UnreadableSourceError):
    """A quotation mark in a line of the source is never closed, so that all below it is one cell."""

    line: int


@dataclass(eq=False)
class TooLargeSourceError(UnreadableSourceError):
    """The source has more rows, or is larger, than any list of an office."""


@dataclass(eq=False)
class SamePersonTwiceError(DomainError):
    """Somebody was named as their own partner or stand-in."""

    name: str
