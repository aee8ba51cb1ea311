"""The text of the yearly official holiday notice as days of the calendar (domain.md §11.2).

What the notice says for certain is which days are off and which weekends are worked. Which day of a block
is the festival itself, it does not always say; a day of which that is not certain is named as such.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dutydesk.domain.calendar import SATURDAY, CalendarDay, LegalClass
from dutydesk.domain.dates import EARLIEST, LATEST, Period
from dutydesk.errors import NoticeTextError

_YEAR = re.compile(r"(20\d{2})年")
_BLOCK = re.compile(
    r"([\u4e00-\u9fff]{1,4}(?:节|旦|夕)(?:[、和][\u4e00-\u9fff]{1,4}节)*)[:,]?(?=\d{1,2}月\d{1,2}日)"
)
_DAY = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})日")
_SPAN = re.compile(r"(?:(\d{1,2})月)(\d{1,2})日(?:(?:至|-|~|—|–)(?:(\d{1,2})月)?(\d{1,2})日)?")
_ASIDE = re.compile(r"\([^()]*\)")
_LUNAR = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})日\([^()]*农历(除夕|正月初[一二三四五六七八九十])")
_NUMERALS = "一二三四五六七八九十"
_REFORM = 2025
"""From here on New Year's Eve and 2 May are statutory too (domain.md §11.1)."""


@dataclass(frozen=True, slots=True)
class ReadNotice:
    """The special days of a year; of the `unsure` ones it is not certain whether they are statutory."""

    year: int
    days: tuple[CalendarDay, ...]
    unsure: frozenset[date]


def read_notice(text: str, year: int = 0) -> ReadNotice:
    """Read the sentences of a notice; the first year that it names goes before `year`.

    Refuses a text without a year or without a holiday block, and a day that does not exist.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    named = _YEAR.search(plain)
    meant = int(named[1]) if named else year
    if not EARLIEST.year <= meant <= LATEST.year:
        raise NoticeTextError(_beginning(text))
    days: dict[date, CalendarDay] = {}
    unsure: set[date] = set()
    for festival, said in _blocks(_YEAR.sub("", plain)):
        _read_block(festival, said, meant, days, unsure)
    if not days:
        raise NoticeTextError(_beginning(text))
    return ReadNotice(meant, tuple(days[each] for each in sorted(days)), frozenset(unsure))


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each festival with what is said until the next one."""
    found = list(_BLOCK.finditer(text))
    for at, each in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        yield each[1], text[each.end() : end]


def _read_block(
    festival: str, said: str, year: int, days: dict[date, CalendarDay], unsure: set[date]
) -> None:
    first_day = _first_of_new_year(said, year)
    for sentence in re.split(r"[。;]", _ASIDE.sub("", said)):
        if "上班" in sentence:
            for day in _listed(sentence.partition("上班")[0], year):
                days[day] = CalendarDay(day, LegalClass.ADJUSTED_WORKDAY, festival)
        elif "放假" in sentence and (span := _SPAN.search(sentence)):
            block = _span(span, year)
            statutory = _statutory(festival, block, first_day)
            if not statutory:
                unsure.update(block)
                statutory = frozenset({_likely(block)})
            for day in block:
                days[day] = CalendarDay(day, _legal(day, statutory), festival)


def _legal(day: date, statutory: frozenset[date]) -> LegalClass:
    if day in statutory:
        return LegalClass.STATUTORY_HOLIDAY
    return LegalClass.HOLIDAY_WEEKEND if day.weekday() >= SATURDAY else LegalClass.ADJUSTED_REST


def _statutory(festival: str, block: Period, first_day: date | None) -> frozenset[date]:
    """The statutory days of a block as far as they are certain (domain.md §11.1); none where they are not."""
    year = block.first.year
    found: list[date] = []
    if "元旦" in festival:
        found.append(date(year, 1, 1))
    if "清明" in festival:
        found.append(date(year, 4, _clear_and_bright(year)))
    if "劳动" in festival:
        found += [date(year, 5, number) for number in ((1, 2) if year >= _REFORM else (1,))]
    if "国庆" in festival:
        found += [date(year, 10, number) for number in (1, 2, 3)]
    if "春节" in festival and first_day:
        eve = -1 if year >= _REFORM else 0
        found += [first_day + timedelta(days=number) for number in range(eve, 3)]
    if not found and len(block) == 1:
        found.append(block.first)
    return frozenset(day for day in found if day in block)


def _clear_and_bright(year: int) -> int:
    """The day of April on which 清明 falls in this century."""
    past = year - 2000
    return int(past * 0.2422 + 4.81) - past // 4


def _likely(block: Period) -> date:
    """Of a block of three the festival is mostly the day beside the weekend, else the first."""
    workdays = [day for day in block if day.weekday() < SATURDAY]
    return workdays[0] if workdays else block.first


def _first_of_new_year(said: str, year: int) -> date | None:
    """The first day of the lunar year, by the lunar date that the notice puts beside a day."""
    found = _LUNAR.search(said)
    month = _DAY.search(said)
    if not (found and month):
        return None
    day = _existing(year, int(found[1] or month[1]), int(found[2]), said)
    after = -1 if found[3] == "除夕" else _NUMERALS.index(found[3][-1])
    return day - timedelta(days=after)


def _listed(text: str, year: int) -> Iterator[date]:
    """Days in a row of which later ones may leave the month out."""
    month = 0
    for found in _DAY.finditer(text):
        month = int(found[1] or month)
        yield _existing(year, month, int(found[2]), text)


def _span(found: re.Match[str], year: int) -> Period:
    first = _existing(year, int(found[1]), int(found[2]), found[0])
    last = _existing(year, int(found[3] or found[1]), int(found[4] or found[2]), found[0])
    return Period(first, last)


def _existing(year: int, month: int, number: int, text: str) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise NoticeTextError(_beginning(text)) from None


def _beginning(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 40 else f"{plain[:40]}…"  # noqa: PLR2004 -- enough to recognise it by
