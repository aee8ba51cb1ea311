"""What is wrong with what somebody entered."""

from dataclasses import dataclass

from dutydesk.errors.base import DomainError


@dataclass(eq=False)
class MissingFieldError(DomainError):
    """A field that must be filled is empty."""

    field: str


@dataclass(eq=False)
class NotANameError(DomainError):
    """The text can be nobody's name."""

    text: str


@dataclass(eq=False)
class NotAPhoneError(DomainError):
    """The text is no phone number, or lost digits when it was taken for a number."""

    text: str


@dataclass(eq=False)
class NotANumberError(DomainError):
    """The text is no whole number between the bounds."""

    text: str
    least: int
    most: int


@dataclass(eq=False)
class NotACountError(DomainError):
    """The text is no whole number from 0 to 9999."""

    text: str


@dataclass(eq=False)
class UnclearAnswerError(DomainError):
    """The text says neither yes nor no."""

    text: str


@dataclass(eq=False)
class UnknownWordError(DomainError):
    """The text is none of the words that a choice knows; `known` lists them."""

    text: str
    known: str


@dataclass(eq=False)
class NoHeadsError(DomainError):
    """A shift needs nobody on any day."""

    shift: str


@dataclass(eq=False)
class NameTakenError(DomainError):
    """Another record of the same kind has this name already."""

    name: str


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
class UnknownSectionError(DomainError):
    """No section of the office has this name."""

    name: str


@dataclass(eq=False)
class NotFoundError(DomainError):
    """The record was removed meanwhile."""

    table: str
    row: str


@dataclass(eq=False)
class NoSuchNumberError(DomainError):
    """What was typed to name a record fits none, or several."""

    text: str
