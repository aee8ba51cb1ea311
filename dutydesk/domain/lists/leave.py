"""A leave list: who is away from when to when, and who minds the work (domain.md §5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Half, LeaveType
from dutydesk.domain.lists.days import read_moment
from dutydesk.domain.lists.header import PERSON, Header, Synonyms, find_header, known_columns
from dutydesk.domain.lists.lines import body
from dutydesk.domain.lists.roll import Roll
from dutydesk.domain.lists.rows import RefusedRowError, Twins, optional, read_rows, required
from dutydesk.domain.lists.table import Column, Ignored, Line, Refused, Table, Why
from dutydesk.domain.lists.words import key, read_answer
from dutydesk.domain.people import Person
from dutydesk.errors import AmbiguousPersonError, NotFoundError, UnknownPersonError

LEAVE: Synonyms = {
    **PERSON,
    Column.NAME: (*PERSON[Column.NAME], "请假人", "申请人", "applicant"),
    Column.LEAVE_TYPE: (
        "请假类型", "请假类别", "请假种类", "假别", "类别", "类型", "假种", "leavetype", "type",
    ),
    Column.FIRST: (
        "开始", "开始时间", "开始日期", "起始时间", "起始日期", "请假开始时间", "起", "自", "from",
        "first", "start",
    ),
    Column.LAST: (
        "结束", "结束时间", "结束日期", "截止时间", "截止日期", "终止时间", "请假结束时间", "止", "至", "to",
        "last", "end", "until",
    ),
    Column.REASON: ("事由", "请假事由", "原因", "请假原因", "reason"),
    Column.LEAVES_CITY: ("是否离市", "离市", "是否外出", "是否离开本市", "是否离县", "离县", "leavescity"),
    Column.STAND_IN: ("工作代理人", "代理人", "代班人", "b岗", "替班人", "standin"),
    Column.APPROVER: ("审批人", "批准人", "审批领导", "批准领导", "approver", "approvedby"),
}  # fmt: skip
_NEEDS = frozenset({Column.NAME, Column.LEAVE_TYPE, Column.FIRST, Column.LAST})


@dataclass(frozen=True, slots=True)
class LeaveRow:
    """One absence; person and stand-in are the office's own, so their ids can be kept.

    `leaves_city` is None where the list does not say.
    """

    line: int
    person: Person
    type: LeaveType
    period: Period
    from_half: Half
    to_half: Half
    reason: str
    leaves_city: bool | None
    stand_in: Person | None
    approved_by: str


@dataclass(frozen=True, slots=True)
class LeaveList:
    """A sheet understood as a leave list."""

    header: Header
    rows: tuple[LeaveRow, ...]
    refused: tuple[Refused, ...]
    ignored: tuple[Ignored, ...]


def is_leave_list(table: Table) -> bool:
    """Whether the sheet has names, kinds of leave, first and last days."""
    return find_header(table, LEAVE, _NEEDS) is not None


def lacking_column(tables: Iterable[Table]) -> Column:
    """The first column that the likeliest header of the sheets lacks."""
    best = max((known_columns(table, LEAVE) & _NEEDS for table in tables), key=len, default=frozenset())
    return next(each for each in LEAVE if each in _NEEDS - best)


def understand_leave(table: Table, roll: Roll, types: Iterable[LeaveType]) -> LeaveList | None:
    """The sheet as a leave list, or None where it is none."""
    header = find_header(table, LEAVE, _NEEDS)
    if header is None:
        return None
    known = {key(word): each for each in types for word in (*each.also, each.name)}
    lines, ignored = body(table, header)
    rows, refused = read_rows(table.name, lines, partial(_row, roll=roll, types=known, twins=Twins()))
    return LeaveList(header, rows, refused, ignored)


def _row(line: Line, roll: Roll, types: dict[str, LeaveType], twins: Twins) -> LeaveRow:
    person = _person(line, roll)
    kind = required(line, Column.LEAVE_TYPE, partial(_type, types=types), Why.UNKNOWN_LEAVE_TYPE)
    period, from_half, to_half = _span(line)
    twins.refuse_second(line, (person.id, period.first, from_half))
    return LeaveRow(
        line=line.number,
        person=person,
        type=kind,
        period=period,
        from_half=from_half,
        to_half=to_half,
        reason=line[Column.REASON],
        leaves_city=optional(line, Column.LEAVES_CITY, read_answer, Why.UNCLEAR_ANSWER),
        stand_in=_stand_in(line, roll, person),
        approved_by=line[Column.APPROVER],
    )


def _person(line: Line, roll: Roll) -> Person:
    if not line[Column.NAME]:
        raise RefusedRowError(Why.NO_NAME)
    try:
        return roll.find(line[Column.NAME], line[Column.SECTION])
    except UnknownPersonError:
        raise RefusedRowError(Why.UNKNOWN_PERSON, _named(line)) from None
    except AmbiguousPersonError:
        raise RefusedRowError(Why.AMBIGUOUS_PERSON, _named(line)) from None


def _named(line: Line) -> str:
    return " ".join(filter(None, (line[Column.SECTION], line[Column.NAME])))


def _stand_in(line: Line, roll: Roll, person: Person) -> Person | None:
    """The stand-in; of two with the name the one in the applicant's own section is meant."""
    text = line[Column.STAND_IN]
    if not text:
        return None
    try:
        found = roll.find(text, near=person)
    except UnknownPersonError:
        raise RefusedRowError(Why.UNKNOWN_STAND_IN, text) from None
    except AmbiguousPersonError as several:
        raise RefusedRowError(Why.AMBIGUOUS_STAND_IN, f"{text}: {several.sections}") from None
    if found.id == person.id:
        raise RefusedRowError(Why.STAND_IN_IS_APPLICANT, text)
    return found


def _type(text: str, types: dict[str, LeaveType]) -> LeaveType:
    if key(text) not in types:
        raise NotFoundError("leave_type", text)
    return types[key(text)]


def _span(line: Line) -> tuple[Period, Half, Half]:
    first, from_half = required(line, Column.FIRST, read_moment, Why.BAD_DAY)
    last, to_half = required(line, Column.LAST, partial(read_moment, end=True), Why.BAD_DAY)
    if (first, from_half is Half.AFTERNOON) > (last, to_half is Half.AFTERNOON):
        raise RefusedRowError(Why.REVERSED, f"{line[Column.FIRST]} – {line[Column.LAST]}")
    return Period(first, last), from_half, to_half
