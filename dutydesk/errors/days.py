"""What is wrong with a day, a time or a period."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


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
class ForeignYearError(DomainError):
    """A day belongs to another year than the notice."""

    day: str
    year: int


@dataclass(eq=False)
class NoticeTextError(DomainError):
    """The pasted text names no holiday block."""

    text: str
