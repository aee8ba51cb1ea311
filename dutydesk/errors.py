"""What a user may be told: a rule refused, or the world failed.

Every error is a dataclass of facts and carries no sentence; `ui/texts.py` has the words.
"""

from dataclasses import dataclass


class DutyDeskError(Exception):
    """Anything that is to be told in one clear sentence."""


class DomainError(DutyDeskError):
    """A rule refused the deed; nothing was changed."""


class StoreError(DutyDeskError):
    """The file or the disk failed; nothing half done was kept."""


@dataclass(eq=False)
class NotADayError(DomainError):
    """The text names no day of the calendar, or one outside 2000-2099."""

    text: str


@dataclass(eq=False)
class NotAWeekError(NotADayError):
    """The text names no ISO week that begins in 2000-2099."""


@dataclass(eq=False)
class NotAMonthError(NotADayError):
    """The text names no month of 2000-2099."""


@dataclass(eq=False)
class ReversedPeriodError(DomainError):
    """The last day lies before the first."""

    first: str
    last: str


@dataclass(eq=False)
class NotATimeError(DomainError):
    """The text is no time of day."""

    text: str


@dataclass(eq=False)
class TooLongPeriodError(DomainError):
    """More days were asked for than one plan or sheet can hold."""

    days: int
    limit: int


@dataclass(eq=False)
class UnknownPersonError(DomainError):
    """Nobody of the staff has this name (or id)."""

    name: str


@dataclass(eq=False)
class AmbiguousPersonError(DomainError):
    """Several people have this name; the section must be named too."""

    name: str
    sections: str


@dataclass(eq=False)
class UnknownPostError(DomainError):
    """No post of the office has this name."""

    name: str


@dataclass(eq=False)
class NotFoundError(DomainError):
    """The record was removed meanwhile."""

    table: str
    row: str


@dataclass(eq=False)
class MissingFieldError(DomainError):
    """A field that must be filled is empty."""

    field: str


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
class NoSuchFileError(StoreError):
    """There is no file at this path."""

    path: str


@dataclass(eq=False)
class FileExistsAlreadyError(StoreError):
    """A new file would overwrite an old one."""

    path: str


@dataclass(eq=False)
class NotOurFileError(StoreError):
    """The file was not made by this program."""

    path: str


@dataclass(eq=False)
class NewerFileError(StoreError):
    """The file was written by a newer version of the program."""

    path: str


@dataclass(eq=False)
class DamagedFileError(StoreError):
    """SQLite or the journal says that the file is damaged."""

    path: str


@dataclass(eq=False)
class LockedFileError(StoreError):
    """Another program holds the file."""

    path: str


@dataclass(eq=False)
class ReadOnlyFileError(StoreError):
    """The file or its folder may not be written to."""

    path: str


@dataclass(eq=False)
class DiskFullError(StoreError):
    """No room was left on the disk."""

    path: str


@dataclass(eq=False)
class DiskFailedError(StoreError):
    """The disk gave an error of another kind."""

    path: str
    message: str


@dataclass(eq=False)
class NotANameError(DomainError):
    """The text can be nobody's name."""

    text: str


@dataclass(eq=False)
class NotAPhoneError(DomainError):
    """The text is no phone number, or lost digits when it was taken for a number."""

    text: str


@dataclass(eq=False)
class UnclearAnswerError(DomainError):
    """The text says neither yes nor no."""

    text: str


@dataclass(eq=False)
class OldExcelError(UnreadableSourceError):
    """The source is a workbook of Excel 97-2003; it must be saved as xlsx first."""


@dataclass(eq=False)
class ProtectedSourceError(UnreadableSourceError):
    """The source can be opened with a password only."""


@dataclass(eq=False)
class TooLargeSourceError(UnreadableSourceError):
    """The source has more rows, or is larger, than any list of an office."""


@dataclass(eq=False)
class SamePersonTwiceError(DomainError):
    """Somebody was named as their own partner or stand-in."""

    name: str


@dataclass(eq=False)
class NameTakenError(DomainError):
    """Another record of the same kind has this name already."""

    name: str


@dataclass(eq=False)
class UnknownSectionError(DomainError):
    """No section of the office has this name."""

    name: str


@dataclass(eq=False)
class UnknownWordError(DomainError):
    """The text is none of the words that a choice knows; `known` lists them."""

    text: str
    known: str


@dataclass(eq=False)
class NotANumberError(DomainError):
    """The text is no whole number between the bounds."""

    text: str
    least: int
    most: int


@dataclass(eq=False)
class ForeignYearError(DomainError):
    """A day belongs to another year than the notice."""

    day: str
    year: int


@dataclass(eq=False)
class NoticeTextError(DomainError):
    """The pasted text names no holiday block."""

    text: str


@dataclass(eq=False)
class NoHeadsError(DomainError):
    """A shift needs nobody on any day."""

    shift: str


@dataclass(eq=False)
class NotACountError(DomainError):
    """The text is no whole number from 0 to 9999."""

    text: str


@dataclass(eq=False)
class SilentPrinterError(StoreError):
    """The printer did not take the first page."""


@dataclass(eq=False)
class AlreadyDoneError(DomainError):
    """A deed with this id is in the journal already; its retry did nothing."""

    deed_id: str


@dataclass(eq=False)
class SameFolderError(DomainError):
    """The second folder for backups is the first one."""

    path: str
