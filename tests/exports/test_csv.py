import csv
import io

from dutydesk.exports import csv as exporter
from dutydesk.exports.sheet import Cell, Column, Kind, Sheet
from tests.exports import forms, samples


def read(sheet):
    return list(csv.reader(io.StringIO(exporter.render(sheet).decode("utf-8-sig"), newline="")))


def test_excel_sees_utf_8_and_lines_end_as_it_wants():
    written = exporter.render(samples.week())
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == 8


def test_header_and_rows_come_back_without_marks_or_blank_rows():
    rows = read(forms.holiday())
    assert rows[0][:3] == ["日期", "星期", "总带班领导"]
    assert len(rows) == 4
    assert "吴桂英　督查科科长\n徐磊　科员" in rows[3]


def test_a_spanning_cell_is_repeated_wherever_it_reaches():
    rows = read(forms.holiday())
    assert {row[6] for row in rows[1:]} == {"0571-88001234"}
    assert read(forms.slip())[1][3:] == ["江西省婺源县"] * 3


def test_nothing_is_evaluated_but_numbers_stay_numbers():
    hostile = ("=1+1", "+86 139", "-x", "@SUM(A1)", "＝1", "\t=1", "'a", "—")
    columns = (Column(),) * (len(hostile) + 1)
    cells = (*(Cell(text) for text in hostile), Cell("-5", kind=Kind.NUMBER))
    written = read(Sheet(language="en", title="x", columns=columns, rows=(cells,)))[0]
    assert written == ["'=1+1", "'+86 139", "'-x", "'@SUM(A1)", "'＝1", " =1", "'a", "—", "-5"]
