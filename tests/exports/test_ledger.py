import csv
import io

import pytest
from openpyxl import load_workbook

from dutydesk.exports import ledger
from dutydesk.exports.ledger import Ledger, to_csv, to_xlsx

COLUMNS = (("时间", 20), ("内容", 60))
NASTY = ("=1+1", "+86 13800000001", "@x", "-5", "a\x00b\x1f", "行\n行", "x" * 40_000)


def table(*texts):
    return Ledger("日志: 2026/11", COLUMNS, (("2026-11-21", text) for text in texts))


def read_xlsx(data):
    book = load_workbook(io.BytesIO(data))
    return [[[cell.value for cell in row] for row in sheet] for sheet in book]


def read_csv(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", NASTY)
def test_a_text_stays_a_text_in_a_workbook(text):
    (sheet,) = read_xlsx(to_xlsx(table(text)))
    wanted = text.replace("\x00", "").replace("\x1f", "")
    assert sheet[1][1] == (wanted if len(wanted) < 40_000 else "x" * ledger.LONGEST_CELL + "…")
    cell = load_workbook(io.BytesIO(to_xlsx(table(text)))).worksheets[0]["B2"]
    assert cell.data_type == "s"


@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_a_csv_is_evaluated(text):
    ((_, told),) = read_csv(to_csv(table(text)))[1:]
    assert not told.startswith(("=", "+", "-", "@"))
    assert text[:2].strip("\x00") in told


def test_the_heading_stands_above_and_stays_in_sight():
    page = load_workbook(io.BytesIO(to_xlsx(table("x")))).worksheets[0]
    assert [cell.value for cell in page[1]] == ["时间", "内容"]
    assert (page.freeze_panes, page.column_dimensions["B"].width) == ("A2", 60)
    assert page.title == "日志  2026 11"
    assert read_csv(to_csv(table("x")))[0] == ["时间", "内容"]


def test_an_empty_table_has_its_heading():
    assert read_xlsx(to_xlsx(table())) == [[["时间", "内容"]]]
    assert read_csv(to_csv(table())) == [["时间", "内容"]]


def test_what_one_sheet_does_not_hold_goes_on_the_next(monkeypatch):
    monkeypatch.setattr(ledger, "MOST_ROWS", 2)
    sheets = read_xlsx(to_xlsx(table("a", "b", "c")))
    assert [[row[1] for row in sheet] for sheet in sheets] == [["内容", "a", "b"], ["内容", "c"]]
