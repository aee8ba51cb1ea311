"""The rows under a header: those that say something, and those that are passed over with a word why."""

import re

from dutydesk.domain.lists.header import Header
from dutydesk.domain.lists.table import Aside, Column, Ignored, Line, Table
from dutydesk.domain.lists.words import filled, folded, key

_TOTALS = frozenset({"合计", "总计", "小计", "共计", "总人数", "total", "sum"})
_HEAD_COUNT = re.compile(r"共?计?\d+(?:人|名|天|次)")
_REMARK = re.compile(
    r"(?:说明|注|备注|附注|附|填报|填表|制表|审核|审批|批准|联系人|联系电话|单位|日期|note|remark)\w{0,6}:"
    r"|注\d|(?:说明|备注|附注)$",
    re.IGNORECASE,
)
_PASSIVE = frozenset({Column.NUMBER, Column.SECTION})


def body(table: Table, header: Header) -> tuple[tuple[Line, ...], tuple[Ignored, ...]]:
    """The lines that speak of somebody or something, and the ignored ones, in the order of the list."""
    lines: list[Line] = []
    ignored: list[Ignored] = []
    for number, cells in enumerate(table.rows[header.line :], start=header.line + 1):
        line = header.read(number, cells)
        aside = _aside(line, header)
        if aside:
            text = " ".join(filter(None, (filled(each) for each in cells)))
            ignored.append(Ignored(table.name, number, aside, text))
        else:
            lines.append(line)
    return tuple(lines), tuple(ignored)


def with_sections(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with a blank section filled from the line above, as merged cells are meant."""
    section = ""
    result = []
    for line in lines:
        section = line[Column.SECTION] or section
        result.append(Line(line.number, {**line.said, Column.SECTION: section}, line.cells))
    return tuple(result)


def _aside(line: Line, header: Header) -> Aside | None:
    filled_cells = [text for text in map(filled, line.cells) if text]
    if not filled_cells:
        return Aside.BLANK
    if _is_total(line, filled_cells):
        return Aside.TOTAL
    if _REMARK.match(folded(filled_cells[0])):
        return Aside.REMARK
    if _repeats(line, header):
        return Aside.HEADING
    if any(text for column, text in line.said.items() if column not in _PASSIVE):
        return None
    # nothing but a running number, a section kept by a merged cell, or a footnote in some other column
    rest = [text for text in filled_cells if text != line[Column.SECTION]]
    return Aside.BLANK if all(folded(text).isdigit() for text in rest) else Aside.REMARK


def _is_total(line: Line, filled_cells: list[str]) -> bool:
    words = {key(filled_cells[0]), key(line[Column.NAME]), key(line[Column.SECTION])}
    return not words.isdisjoint(_TOTALS) or bool(_HEAD_COUNT.fullmatch(key(line[Column.NAME])))


def _repeats(line: Line, header: Header) -> bool:
    """Whether the row is the header once more, as on every page of a printed list."""
    said = {column: text for column, text in line.said.items() if text}
    return len(said) > 1 and all(key(text) == key(header.text(column)) for column, text in said.items())
