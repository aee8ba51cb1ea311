"""The opening tally: how many duties each person stood before, by class of day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.lists.days import find_span
from dutydesk.domain.lists.header import PERSON, STAFF, Header, Synonyms, find_header
from dutydesk.domain.lists.lines import body, with_sections
from dutydesk.domain.lists.rows import Twins, optional, read_rows, required
from dutydesk.domain.lists.table import Column, Ignored, Line, Refused, Table, Why
from dutydesk.domain.lists.words import folded, key, read_name, split_mark, words_of
from dutydesk.errors import NotACountError, NotADayError

_CLASSES: Mapping[Column, RotationClass] = {
    Column.WORKDAYS: RotationClass.WORKDAY,
    Column.RESTDAYS: RotationClass.RESTDAY,
    Column.HOLIDAYS: RotationClass.HOLIDAY,
}
_DIGITS = 4
TALLY: Synonyms = {
    **PERSON,
    Column.POST: STAFF[Column.POST],
    Column.HOLIDAYS: ("*节假日", "*法定假日", "*节日", "*假日", "*holiday"),
    Column.RESTDAYS: ("*双休日", "*休息日", "*周末", "*restday", "*weekend"),
    Column.WORKDAYS: ("*工作日", "*平日", "*workday", "*weekday"),
}


@dataclass(frozen=True, slots=True)
class TallyRow:
    """What one person stood; `post_words` is empty where the list does not part the posts."""

    line: int
    name: str
    section: str
    post_words: tuple[str, ...]
    counts: tuple[tuple[RotationClass, int], ...]


@dataclass(frozen=True, slots=True)
class TallyList:
    """A sheet understood as an opening tally; `since`/`until` are None where no heading tells the period."""

    header: Header
    rows: tuple[TallyRow, ...]
    refused: tuple[Refused, ...]
    ignored: tuple[Ignored, ...]
    since: date | None
    until: date | None


def understand_tally(table: Table) -> TallyList | None:
    """The sheet as an opening tally, or None where no header has names beside a column of counts."""
    header = find_header(table, TALLY, frozenset({Column.NAME}))
    if header is None or not header.columns & _CLASSES.keys():
        return None
    lines, ignored = body(table, header)
    twins = Twins()
    rows, refused = read_rows(table.name, with_sections(lines), lambda line: _row(line, header, twins))
    return TallyList(header, rows, refused, ignored, *_period(header))


def _row(line: Line, header: Header, twins: Twins) -> TallyRow:
    name = required(line, Column.NAME, lambda text: read_name(split_mark(text)[0]), Why.NO_NAME)
    post_words = words_of(line[Column.POST])
    twins.refuse_second(line, (name, key(line[Column.SECTION]), post_words))
    counts = tuple(
        (rotation, optional(line, column, _count, Why.BAD_COUNT) or 0)
        for column, rotation in _CLASSES.items()
        if column in header.columns
    )
    return TallyRow(line.number, name, line[Column.SECTION], post_words, counts)


def _count(text: str) -> int:
    plain = folded(text).removesuffix("次").removesuffix("天").strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= _DIGITS):
        raise NotACountError(text)
    return int(plain)


def _period(header: Header) -> tuple[date | None, date | None]:
    """The period that a heading of counts carries."""
    for column in _CLASSES:
        try:
            span = find_span(header.text(column))
        except NotADayError:
            continue
        if span:
            return span.first, span.last
    return None, None
