"""Which row is the header, and which of its words means what: by synonyms, in any order."""

from collections.abc import Mapping
from dataclasses import dataclass

from dutydesk.domain.lists.table import Column, Heading, Line, Table
from dutydesk.domain.lists.words import filled, key

Synonyms = Mapping[Column, tuple[str, ...]]
"""The words of each column in the form of `words.key`; of two headings for one column the earlier word wins.

A word that begins with an asterisk may stand anywhere in the heading (2026年1—10月工作日).
"""

_SEARCHED = 40  # rows below which nobody puts a header

PERSON: Synonyms = {
    Column.NUMBER: ("序号", "编号", "no", "number"),
    Column.NAME: ("姓名", "人员姓名", "名字", "人员", "值班人员", "员工姓名", "name", "fullname"),
    Column.SECTION: (
        "科室", "部门", "处室", "所在科室", "所在部门", "所属部门", "所属科室", "单位部门", "股室", "科处室",
        "section", "department",
    ),
}  # fmt: skip
STAFF: Synonyms = {
    **PERSON,
    Column.TITLE: ("职务", "职位", "现任职务", "行政职务", "职务职级", "title", "position"),
    Column.RANK: ("职级", "级别", "rank"),
    Column.POST: ("值班岗位", "岗位", "值班职责", "值班角色", "值班类别", "post", "dutypost"),
    Column.PHONE: (
        "手机", "手机号", "手机号码", "移动电话", "联系电话", "联系方式", "电话", "电话号码", "联系号码",
        "phone", "mobile", "phonenumber", "telephone", "办公电话", "座机",
    ),
    Column.SHORT_PHONE: ("短号", "手机短号", "小号", "集团短号", "分机", "short", "shortnumber", "extension"),
    Column.JOINED: (
        "到岗日期", "到岗时间", "入职时间", "入职日期", "调入时间", "调入日期", "参加工作时间",
        "参加工作日期", "工作时间", "joined", "joinedon",
    ),
    Column.LEFT: (
        "离职", "离职时间", "离职日期", "离岗时间", "离岗日期", "调离", "调离时间", "调离日期", "退休时间",
        "left",
    ),
    Column.NOTE: ("备注", "说明", "附注", "备注说明", "note", "notes", "remark", "remarks"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one sheet: the line it ends on (from 1) and every heading, understood or not."""

    sheet: str
    line: int
    headings: tuple[Heading, ...]

    @property
    def columns(self) -> frozenset[Column]:
        """The columns that were understood."""
        return frozenset(each.column for each in self.headings if each.column)

    def text(self, column: Column) -> str:
        """The heading of a column as the office wrote it."""
        return next((each.text for each in self.headings if each.column is column), "")

    def read(self, number: int, cells: tuple[str, ...]) -> Line:
        """One row below the header."""
        said = {
            each.column: filled(cells[each.index])
            for each in self.headings
            if each.column and each.index < len(cells)
        }
        return Line(number, said, cells)


def find_header(table: Table, synonyms: Synonyms, needs: frozenset[Column]) -> Header | None:
    """The row with the most understood words among those that have every needed column."""
    best: Header | None = None
    for number, cells in enumerate(table.rows[:_SEARCHED], start=1):
        header = Header(table.name, number, _headings(cells, synonyms))
        if needs <= header.columns and _plausible(header) and (not best or _count(header) > _count(best)):
            best = header
    return best and _with_second_row(table, best, synonyms)


def known_columns(table: Table, synonyms: Synonyms) -> frozenset[Column]:
    """The understood columns of the row that has the most of them."""
    rows = (Header(table.name, 0, _headings(cells, synonyms)) for cells in table.rows[:_SEARCHED])
    return max((each.columns for each in rows), key=len, default=frozenset())


def meaning(text: str, synonyms: Synonyms) -> tuple[Column, int] | None:
    """The column that a heading means, and the rank of its word among the synonyms."""
    word = key(text)
    for column, words in synonyms.items():
        for rank, each in enumerate(words):
            if word == each or (each.startswith("*") and each[1:] in word):
                return column, rank
    return None


def _headings(cells: tuple[str, ...], synonyms: Synonyms) -> tuple[Heading, ...]:
    """Every heading of a row; of two that mean the same column only the better word is understood."""
    found = {index: meaning(text, synonyms) for index, text in enumerate(cells)}
    best: dict[Column, tuple[int, int]] = {}
    for index, meant in found.items():
        if meant:
            column, rank = meant
            best[column] = min(best.get(column, (rank, index)), (rank, index))
    chosen = {index: column for column, (_, index) in best.items()}
    return tuple(
        Heading(index, filled(text), chosen.get(index)) for index, text in enumerate(cells) if filled(text)
    )


def _count(header: Header) -> int:
    return len(header.columns)


def _plausible(header: Header) -> bool:
    """Two understood words, or a row of nothing else: a title that happens to be a heading word is none."""
    return _count(header) > 1 or _count(header) == len(header.headings)


def _with_second_row(table: Table, header: Header, synonyms: Synonyms) -> Header:
    """Add a second header row (联系方式 above 手机 and 短号), when it holds heading words only."""
    below = table.rows[header.line] if header.line < len(table.rows) else ()
    texts = [text for text in below if filled(text)]
    if not texts or not all(meaning(text, synonyms) for text in texts):
        return header
    above = table.rows[header.line - 1]
    width = max(len(above), len(below))
    upper, lower = (cells + ("",) * (width - len(cells)) for cells in (above, below))
    merged = tuple(second if filled(second) else first for first, second in zip(upper, lower, strict=True))
    return Header(header.sheet, header.line + 1, _headings(merged, synonyms))
