"""A calendar list: the official notice of a year, one row a day that differs from its weekday."""

from dataclasses import dataclass
from functools import partial

from dutydesk.domain.calendar import CalendarDay, LegalClass
from dutydesk.domain.lists.days import read_roster_day
from dutydesk.domain.lists.header import Header, Synonyms, find_header
from dutydesk.domain.lists.lines import body
from dutydesk.domain.lists.rows import RefusedRowError, Twins, read_rows, required
from dutydesk.domain.lists.table import Column, Ignored, Line, Refused, Table, Why
from dutydesk.domain.lists.words import key
from dutydesk.errors import UnclearAnswerError

CALENDAR: Synonyms = {
    Column.DAY: ("日期", "date", "day", "年月日"),
    Column.WEEKDAY: ("星期", "周几", "weekday"),
    Column.KIND: ("类别", "类型", "日期类型", "性质", "日类", "daykind", "kind", "class"),
    Column.FESTIVAL: ("节日", "节假日", "节日名称", "festival", "holiday"),
    Column.SOURCE: ("来源", "依据", "文件", "通知", "source"),
}
_KINDS = {
    **{key(each.value): each for each in LegalClass},
    "法定节假日": LegalClass.STATUTORY_HOLIDAY,
    "法定假日": LegalClass.STATUTORY_HOLIDAY,
    "调休放假": LegalClass.ADJUSTED_REST,
    "调休休息": LegalClass.ADJUSTED_REST,
    "节假日周末": LegalClass.HOLIDAY_WEEKEND,
    "假期周末": LegalClass.HOLIDAY_WEEKEND,
    "调休上班": LegalClass.ADJUSTED_WORKDAY,
    "补班": LegalClass.ADJUSTED_WORKDAY,
    "工作日": LegalClass.WORKDAY,
    "双休日": LegalClass.WEEKEND,
    "休息日": LegalClass.WEEKEND,
    "周末": LegalClass.WEEKEND,
}
_WEEKDAYS = ("一1mon", "二2tue", "三3wed", "四4thu", "五5fri", "六6sat", "日天7sun")


@dataclass(frozen=True, slots=True)
class CalendarList:
    """A sheet understood as a calendar."""

    header: Header
    rows: tuple[tuple[int, CalendarDay], ...]
    refused: tuple[Refused, ...]
    ignored: tuple[Ignored, ...]

    def noticed_years(self) -> tuple[tuple[int, str], ...]:
        """The years that the list covers as a notice does, from New Year to National Day, with its source."""
        statutory = {
            (day.day.year, day.day.month, day.day.day): day.source
            for _, day in self.rows
            if day.legal is LegalClass.STATUTORY_HOLIDAY
        }
        years = sorted({year for year, _, _ in statutory})
        return tuple(
            (year, statutory[year, 10, 1])
            for year in years
            if (year, 1, 1) in statutory and (year, 10, 1) in statutory
        )


def understand_calendar(table: Table) -> CalendarList | None:
    """The sheet as a calendar, or None where no header has a date and a kind of day."""
    header = find_header(table, CALENDAR, frozenset({Column.DAY, Column.KIND}))
    if header is None:
        return None
    lines, ignored = body(table, header)
    rows, refused = read_rows(table.name, lines, partial(_row, twins=Twins()))
    return CalendarList(header, rows, refused, ignored)


def _row(line: Line, twins: Twins) -> tuple[int, CalendarDay]:
    day = required(line, Column.DAY, read_roster_day, Why.BAD_DAY)
    weekday = key(line[Column.WEEKDAY]).removeprefix("星期").removeprefix("周")[:3]
    if weekday and weekday not in _WEEKDAYS[day.weekday()]:
        raise RefusedRowError(Why.WRONG_WEEKDAY, line[Column.WEEKDAY])
    kind = required(line, Column.KIND, _kind, Why.UNKNOWN_KIND)
    twins.refuse_second(line, day)
    return line.number, CalendarDay(day, kind, line[Column.FESTIVAL], line[Column.SOURCE])


def _kind(text: str) -> LegalClass:
    kind = _KINDS.get(key(text))
    if kind is None:
        raise UnclearAnswerError(text)
    return kind
