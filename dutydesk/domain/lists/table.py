"""A list as it came, and what is told about its rows: read, passed over or refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet or one csv file as text; `rows[0]` is line 1."""

    name: str
    rows: tuple[tuple[str, ...], ...]


class Column(StrEnum):
    """What a column of some list can mean."""

    NUMBER = "number"
    NAME = "name"
    SECTION = "section"
    TITLE = "title"
    RANK = "rank"
    POST = "post"
    PHONE = "phone"
    SHORT_PHONE = "short_phone"
    JOINED = "joined"
    LEFT = "left"
    NOTE = "note"
    WORKDAYS = "workdays"
    RESTDAYS = "restdays"
    HOLIDAYS = "holidays"
    DAY = "day"
    WEEKDAY = "weekday"
    KIND = "kind"
    FESTIVAL = "festival"
    SOURCE = "source"
    LEAVE_TYPE = "leave_type"
    FIRST = "first"
    LAST = "last"
    REASON = "reason"
    LEAVES_CITY = "leaves_city"
    STAND_IN = "stand_in"
    APPROVER = "approver"


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading as it stands in the list; `column` is None where it was not understood or not needed."""

    index: int
    text: str
    column: Column | None


@dataclass(frozen=True, slots=True)
class Line:
    """One row under the header: its line number, what it says by column, and its cells as they stand."""

    number: int
    said: Mapping[Column, str]
    cells: tuple[str, ...]

    def __getitem__(self, column: Column) -> str:
        """What the row says in a column; empty where there is nothing or no such column."""
        return self.said.get(column, "")


class Aside(StrEnum):
    """Why a row was passed over."""

    BLANK = "blank"
    TOTAL = "total"
    REMARK = "remark"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that says nothing about anybody, and is no mistake."""

    sheet: str
    line: int
    aside: Aside
    text: str


class Why(StrEnum):
    """Why a row was refused; DUPLICATE's text is the number of the earlier line."""

    NO_NAME = "no_name"
    BAD_NAME = "bad_name"
    NO_SECTION = "no_section"
    BAD_PHONE = "bad_phone"
    BAD_DAY = "bad_day"
    REVERSED = "reversed"
    DUPLICATE = "duplicate"
    BAD_COUNT = "bad_count"
    UNKNOWN_KIND = "unknown_kind"
    WRONG_WEEKDAY = "wrong_weekday"
    UNKNOWN_PERSON = "unknown_person"
    AMBIGUOUS_PERSON = "ambiguous_person"
    UNKNOWN_STAND_IN = "unknown_stand_in"
    AMBIGUOUS_STAND_IN = "ambiguous_stand_in"
    STAND_IN_IS_APPLICANT = "stand_in_is_applicant"
    UNKNOWN_LEAVE_TYPE = "unknown_leave_type"
    UNCLEAR_ANSWER = "unclear_answer"
    OVERLAPPING = "overlapping"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be taken: the reason and the words that gave it."""

    sheet: str
    line: int
    why: Why
    text: str = ""
