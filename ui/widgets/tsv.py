"""Blocks of cells as the text that Excel and WPS put on the clipboard."""

import csv
import io
from collections.abc import Sequence


def to_tsv(block: Sequence[Sequence[str]]) -> str:
    """Tabs between cells, CRLF between lines; a cell with a tab, line break or quote is quoted."""
    written = io.StringIO()
    csv.writer(written, dialect="excel-tab").writerows(block)
    return written.getvalue().removesuffix("\r\n")


def from_tsv(text: str) -> list[list[str]]:
    """The lines of a block; may be ragged. One trailing line break, which Excel adds, is no line."""
    lines = csv.reader(io.StringIO(text, newline=""), dialect="excel-tab")
    return [line or [""] for line in lines]
