"""The staff list: one row a person, with the exemptions that its notes and footnotes ask for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from dutydesk.domain.lists.days import read_day
from dutydesk.domain.lists.header import STAFF, Header, find_header
from dutydesk.domain.lists.lines import body, with_sections
from dutydesk.domain.lists.notes import Suggested, read_note
from dutydesk.domain.lists.rows import RefusedRowError, Twins, optional, read_rows, required, whole
from dutydesk.domain.lists.table import Aside, Column, Ignored, Line, Refused, Table, Why
from dutydesk.domain.lists.words import (
    MARKS,
    folded,
    key,
    read_name,
    read_phone,
    read_short_phone,
    split_mark,
    words_of,
)

_ABOUT_STAFF = frozenset(
    {Column.TITLE, Column.RANK, Column.POST, Column.PHONE, Column.SHORT_PHONE, Column.JOINED}
)
_LEAD_IN = re.compile(r"^(?:说明|备注|附注|注)\w{0,4}[:：]\s*")


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One person as the list has them, not matched with the office's file yet; phones are digits."""

    line: int
    name: str
    section: str
    title: str
    rank: str
    post_words: tuple[str, ...]
    phone: str
    short_phone: str
    joined: date | None
    left: date | None
    note: str
    exemptions: tuple[Suggested, ...]


@dataclass(frozen=True, slots=True)
class StaffList:
    """A sheet understood as a staff list."""

    header: Header
    rows: tuple[StaffRow, ...]
    refused: tuple[Refused, ...]
    ignored: tuple[Ignored, ...]


def understand_staff(table: Table) -> StaffList | None:
    """The sheet as a staff list, or None where no header is one; needs at least a column of names."""
    header = find_header(table, STAFF, frozenset({Column.NAME}))
    if header is None:
        return None
    lines, ignored = body(table, header)
    read = partial(_row, footnotes=_footnotes(ignored), twins=Twins())
    rows, refused = read_rows(table.name, with_sections(lines), read)
    return StaffList(header, rows, refused, ignored)


def is_about_staff(header: Header) -> bool:
    """Whether the header says more than names and sections, which every list about people has."""
    return bool(header.columns & _ABOUT_STAFF)


def _row(line: Line, footnotes: Mapping[str, str], twins: Twins) -> StaffRow:
    if not line[Column.NAME]:
        raise RefusedRowError(Why.NO_NAME, whole(line))
    name = required(line, Column.NAME, _unmarked, Why.BAD_NAME)
    mark = split_mark(line[Column.NAME])[1]
    note = "；".join(filter(None, (line[Column.NOTE], footnotes.get(mark, ""))))
    joined = optional(line, Column.JOINED, read_day, Why.BAD_DAY)
    left = optional(line, Column.LEFT, partial(read_day, end=True), Why.BAD_DAY)
    if joined and left and left < joined:
        raise RefusedRowError(Why.REVERSED, f"{line[Column.JOINED]} – {line[Column.LEFT]}")
    phone = optional(line, Column.PHONE, read_phone, Why.BAD_PHONE) or ""
    twins.refuse_second(line, (name, key(line[Column.SECTION]), phone))
    return StaffRow(
        line=line.number,
        name=name,
        section=line[Column.SECTION],
        title=line[Column.TITLE],
        rank=line[Column.RANK],
        post_words=words_of(line[Column.POST]),
        phone=phone,
        short_phone=optional(line, Column.SHORT_PHONE, read_short_phone, Why.BAD_PHONE) or "",
        joined=joined,
        left=left,
        note=note,
        exemptions=read_note(note),
    )


def _unmarked(text: str) -> str:
    return read_name(split_mark(text)[0])


def _footnotes(ignored: tuple[Ignored, ...]) -> dict[str, str]:
    """What a mark beside a name asks for, by mark: 带*者不参加夜班."""
    remarks = [_LEAD_IN.sub("", each.text) for each in ignored if each.aside is Aside.REMARK]
    return {mark: text for text in remarks for mark in MARKS if mark in folded(text) and read_note(text)}
