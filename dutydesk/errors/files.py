"""What is wrong with the file, the disk or the printer."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError, StoreError


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
class HeldFileError(LockedFileError):
    """The same file is open in DutyDesk elsewhere: on which machine, and as which process there."""

    host: str
    pid: int


@dataclass(eq=False)
class TrueTimeFileError(StoreError):
    """The program runs on a set time, and the file's journal keeps the true one."""

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
class SilentPrinterError(StoreError):
    """The printer did not take the first page."""


@dataclass(eq=False)
class SameFolderError(DomainError):
    """The second folder for backups is the first one."""

    path: str


@dataclass(eq=False)
class NoDisplayError(StoreError):
    """There is no screen for a window."""
