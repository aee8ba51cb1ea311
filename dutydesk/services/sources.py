"""A source file as tables of text: xlsx, or csv in any of the encodings and separators offices use."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
import zlib
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from dutydesk.domain.lists.table import Table
from dutydesk.errors import (
    EmptySourceError,
    NoSuchFileError,
    OldExcelError,
    OpenQuoteError,
    ProtectedSourceError,
    TooLargeSourceError,
    UnreadableSourceError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from openpyxl.workbook import Workbook

ROWS = 20_000
"""The longest list that is read; a longer one is refused, not cut."""

_GAP = 1_000  # blank rows after which a list is over: formatted empty sheets have a million
_STREAMED = 8_000_000  # bytes of XML beyond which a book is streamed, and merged cells are not repeated
_LARGEST = 400_000_000  # bytes, packed or not
_COLUMNS = 200
_MERGED = 100_000  # cells; a wider merge is somebody's slip of the hand, and takes minutes to unfold
_MERGE = re.compile(rb'mergeCell\s[^>]*?ref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"')
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_CODECS = ("utf-8-sig", "gb18030")
_SEPARATORS = ",;\t"
_END = "end"
_FAILED = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})
_BINARY = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32))))
_BROKEN = (
    zipfile.BadZipFile, zlib.error, ArithmeticError, AttributeError, EOFError, LookupError,
    OSError, RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What openpyxl and the unpacking raise on damaged books; broken XML is a SyntaxError in every parser."""


def read_tables(path: Path) -> tuple[Table, ...]:
    """Every visible sheet of a workbook, or the one table of a csv file; what the file is, its bytes say.

    Refuses what is no table, xls, books under a password, lists of more than `ROWS` rows and empty files.
    """
    if not path.is_file():
        raise NoSuchFileError(str(path))
    try:
        with path.open("rb") as file:
            head = file.read(len(_OLE))
    except OSError as error:
        raise UnreadableSourceError(str(path)) from error
    if path.stat().st_size > _LARGEST:
        raise TooLargeSourceError(str(path))
    if head == _OLE:
        protected = _PROTECTED in path.read_bytes()
        raise ProtectedSourceError(str(path)) if protected else OldExcelError(str(path))
    tables = _book_tables(path) if head.startswith(_ZIP) else (_csv_table(path),)
    if not any(table.rows for table in tables):
        raise EmptySourceError(str(path))
    return tables


def _book_tables(path: Path) -> tuple[Table, ...]:
    # openpyxl takes a tenth of a second to import: only those who read a workbook pay for it
    from openpyxl import load_workbook  # noqa: PLC0415 - see above

    try:
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of decoration it cannot keep; we only read
            book = load_workbook(file, read_only=_must_stream(file, path), data_only=False)
            try:
                return tuple(_sheets(book, path))
            finally:
                book.close()
    except _BROKEN as error:
        raise UnreadableSourceError(str(path)) from error


def _must_stream(file: io.BufferedReader, path: Path) -> bool:
    """Whether the book is too large, or its merged cells too wide, to be held whole."""
    with zipfile.ZipFile(file) as archive:
        parts = [each for each in archive.infolist() if each.filename.endswith(".xml")]
        size = sum(each.file_size for each in parts)
        if size > _LARGEST:
            raise TooLargeSourceError(str(path))
        sheets = [each for each in parts if each.filename.startswith("xl/worksheets/")]
        return size > _STREAMED or any(_merges_much(archive.read(each)) for each in sheets)


def _merges_much(sheet: bytes) -> bool:
    from openpyxl.utils import column_index_from_string as number  # noqa: PLC0415 - as above

    return any(
        (number(right.decode()) - number(left.decode()) + 1) * (int(bottom) - int(top) + 1) > _MERGED
        for left, top, right, bottom in _MERGE.findall(sheet)
    )


def _sheets(book: Workbook, path: Path) -> Iterator[Table]:
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            width = min(sheet.max_column or _COLUMNS, _COLUMNS)
            rows = _limited(sheet.iter_rows(max_col=width, values_only=True), path)
            merged = getattr(sheet, "merged_cells", None)  # a streamed sheet does not know them
            yield Table(sheet.title, _repeated(rows, merged.ranges if merged else ()))


def _limited(rows: Iterable[Iterable[object]], path: Path) -> list[list[str]]:
    """The rows as text, without the blank ones at the end."""
    kept: list[list[str]] = []
    blank = 0
    for values in rows:
        cells = [_text(each) for each in values]
        kept.append(cells)
        blank = 0 if any(each.strip() for each in cells) else blank + 1
        if blank > _GAP:
            break
        if len(kept) - blank > ROWS:
            raise TooLargeSourceError(str(path))
    return kept[: len(kept) - blank]


def _text(value: object) -> str:
    """A cell as a reader sees it: no ".0", days in ISO, and a formula is the text that was typed.

    What a formula could not work out is no text.
    """
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes").removesuffix(" 00:00")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str) and value in _FAILED:
        return ""
    if isinstance(value, time):
        return value.isoformat("minutes")
    return "" if value is None else str(getattr(value, "text", value))  # an array formula carries its text


def _repeated(rows: list[list[str]], merged: Iterable[Any]) -> tuple[tuple[str, ...], ...]:
    """The rows with what stands in cells merged downwards repeated; titles merged across are not."""
    for cells in merged:
        if cells.min_col == cells.max_col <= _COLUMNS and cells.min_row <= len(rows):
            text = rows[cells.min_row - 1][cells.min_col - 1]
            for row in rows[cells.min_row : cells.max_row]:
                row[cells.min_col - 1] = text
    return tuple(map(tuple, rows))


def _csv_table(path: Path) -> Table:
    text = _decoded(path)
    if _BINARY & set(text[:100_000]) or "\0" in text:
        raise UnreadableSourceError(str(path))
    sample = "\n".join(text.splitlines()[:50])
    try:
        separator = max(_SEPARATORS, key=lambda each: _width(sample, each))
        if '"' in text and (line := _open_quote(text, separator)):
            raise OpenQuoteError(str(path), line)
        rows = _limited(csv.reader(io.StringIO(text, newline=""), delimiter=separator), path)
    except csv.Error as error:
        raise UnreadableSourceError(str(path)) from error
    return Table(path.stem, tuple(map(tuple, rows)))


def _open_quote(text: str, separator: str) -> int:
    """The line of a quotation mark that is never closed and so swallows the rows below it; 0 for none."""
    rows = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=separator)
    *above, (last, _) = ((row, rows.line_num) for row in rows)
    return 0 if last == [_END] else 1 + (above[-1][1] if above else 0)


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    codecs = ("utf-16",) if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else _CODECS
    for codec in codecs:
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    raise UnreadableSourceError(str(path))


def _width(sample: str, separator: str) -> int:
    """How many cells the separator makes of the sample."""
    return sum(map(len, csv.reader(io.StringIO(sample, newline=""), delimiter=separator)))
