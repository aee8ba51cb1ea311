"""Days and spans as lists write them: to the day, to the month, or as the number Excel keeps."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dutydesk.domain.dates import parse_day
from dutydesk.domain.leave import NOON, Half
from dutydesk.errors import NotADayError

EARLIEST: Final = 1930  # staff joined long before the first roster that can be planned
LATEST: Final = 2099
_EXCEL_EPOCH: Final = date(1899, 12, 30)
_UNIT: Final = (
    r"(\d{4})(?:年度?(?:(\d{1,2})(?:月份?(?:(\d{1,2})(?!\d)[日号]?)?|(?=[-~—–−至到])))?"
    r"|([-/.])(\d{1,2})(?:\4(\d{1,2})(?!\d))?(?!\d))"
)
_DAY: Final = re.compile(_UNIT)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SERIAL: Final = re.compile(r"[1-7]\d{4}")
_REST_OF_YEAR: Final = re.compile(r"(\d{1,2})(?:月份?(?:(\d{1,2})[日号]?)?|[-/.](\d{1,2})(?!\d))")
_TO: Final = re.compile(r"(?:-+|~|[—–−]+|至|到)")
_SINCE: Final = re.compile(r"(?:起|开始|以来|以后|之后)")
_UNTIL: Final = re.compile(r"(?:止|底|前|以前|之前)")
_UP_TO: Final = re.compile(r"(?:至|到|截至|截止|截止到|截止至)$")
_CLOCK: Final = re.compile(r"[T ]?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$")
_HALVES: Final = (("上午", Half.MORNING), ("下午", Half.AFTERNOON), ("晚上", Half.AFTERNOON))


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day, both included; None is an open end."""

    first: date | None
    last: date | None


def read_day(text: str, *, end: bool = False) -> date:
    """Read 2025-05-03, 2011/4/19, 2013.1.3, 2016年3月9日, 20130103, 2021年8月, 2010.1 or Excel's number.

    A month means its first day, or its last where `end` asks for the end of something.
    """
    plain = _CLOCK.sub("", _narrow(text, blanks=True)).replace(" ", "")
    found = _DAY.fullmatch(plain)
    if found:
        span = _span(found, text)
        return span[1] if end else span[0]
    if found := _COMPACT.fullmatch(plain):
        span = _days(int(found[1]), found[2], found[3], text)
        return span[1] if end else span[0]
    if _SERIAL.fullmatch(plain):
        return _EXCEL_EPOCH + timedelta(days=int(plain))
    raise NotADayError(text)


def read_roster_day(text: str) -> date:
    """Read a day as `read_day` does; refuses the years that no roster can have."""
    return parse_day(read_day(text).isoformat())


def read_moment(text: str, *, end: bool = False) -> tuple[date, Half]:
    """Read the day and the half day of "2026-11-24 下午" or "2026/11/24 14:00".

    Without a half a leave starts in the morning, and ends (`end`) in the afternoon.
    """
    plain = _narrow(text, blanks=True)
    clock = _CLOCK.search(plain)
    if clock and clock[0].strip("T ") not in {"00:00", "00:00:00"}:
        hour = int(clock[1])
        late = hour > NOON.hour or (hour == NOON.hour and not end)
        return read_roster_day(plain), Half.AFTERNOON if late else Half.MORNING
    for word, half in _HALVES:
        if word in plain:
            return read_roster_day(plain.replace(word, "").strip("()")), half
    return read_roster_day(plain.replace("全天", "")), Half.AFTERNOON if end else Half.MORNING


def find_span(text: str) -> Span | None:
    """The first span a sentence names: 2026年1—10月, 2026.11-2027.5, 2027年5月起, 至2027年5月, 2026年."""
    plain = _narrow(text)
    found = _DAY.search(plain)
    if not found:
        return None
    first, last = _span(found, text)
    rest = plain[found.end() :]
    if to := _TO.match(rest):
        if other := _DAY.match(rest, to.end()):
            return Span(first, _span(other, text)[1])
        if other := _REST_OF_YEAR.match(rest, to.end()):
            return Span(first, _later(first, other, text))
    if _SINCE.match(rest):
        return Span(first, None)
    if _UNTIL.match(rest) or _UP_TO.search(plain[: found.start()]):
        return Span(None, last)
    return Span(first, last)


def _narrow(text: str, *, blanks: bool = False) -> str:
    narrow = unicodedata.normalize("NFKC", text)
    return " ".join(narrow.split()) if blanks else "".join(narrow.split())


def _span(found: re.Match[str], text: str) -> tuple[date, date]:
    year, month, number, _, other_month, other_number = found.groups()
    return _days(int(year), month or other_month, number or other_number, text)


def _later(first: date, found: re.Match[str], text: str) -> date:
    """The end of a span whose second part names no year: the same year, or the next if that lies before."""
    month, number = found[1], found[2] or found[3]
    last = _days(first.year, month, number, text)[1]
    return last if last >= first else _days(first.year + 1, month, number, text)[1]


def _days(year: int, month: str | None, number: str | None, text: str) -> tuple[date, date]:
    """First and last day of the year, the month or the day."""
    try:
        if not EARLIEST <= year <= LATEST:
            raise NotADayError(text)
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if number is None:
            return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])
        return date(year, int(month), int(number)), date(year, int(month), int(number))
    except ValueError:
        raise NotADayError(text) from None
