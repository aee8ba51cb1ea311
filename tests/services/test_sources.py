import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from dutydesk.errors import (
    EmptySourceError,
    NoSuchFileError,
    OldExcelError,
    OpenQuoteError,
    ProtectedSourceError,
    TooLargeSourceError,
    UnreadableSourceError,
)
from dutydesk.services import sources
from dutydesk.services.sources import read_tables

BINJIANG = Path(__file__).parents[1] / "data" / "staff_binjiang.xlsx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def book(path, *rows, merge=(), name="名单"):
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    for cells in merge:
        sheet.merge_cells(cells)
    workbook.save(path)
    return path


def written(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_cells_are_text_as_a_reader_sees_it(tmp_path):
    row = (
        1,
        2.0,
        2010.1,
        17777646509,
        date(2025, 5, 3),
        datetime(2025, 5, 3, 14, 30),  # noqa: DTZ001 - a cell has no zone
        time(8),
        "叶  轩",
        None,
        "=1+1",
    )
    (table,) = read_tables(book(tmp_path / "a.xlsx", row))
    assert table.name == "名单"
    assert table.rows == (
        ("1", "2", "2010.1", "17777646509", "2025-05-03", "2025-05-03 14:30", "08:00", "叶  轩", "", "=1+1"),
    )


def test_cells_merged_downwards_are_repeated_and_titles_are_not(tmp_path):
    rows = (("标题", None), ("科室", "姓名"), ("车队", "张三"), (None, "李四"), (None, "王五"))
    (table,) = read_tables(book(tmp_path / "a.xlsx", *rows, merge=("A1:B1", "A3:A4")))
    assert table.rows == (("标题", ""), ("科室", "姓名"), ("车队", "张三"), ("车队", "李四"), ("", "王五"))


def test_hidden_sheets_are_not_read_and_blank_ends_are_cut(tmp_path):
    path = book(tmp_path / "a.xlsx", ("姓名",), ("张三",), (None,), ("  ",))
    workbook = load_workbook(path)
    workbook.create_sheet("旧名单").sheet_state = "hidden"
    workbook["名单"]["C5000"].number_format = "0"  # formatted, not filled
    workbook.save(path)
    (table,) = read_tables(path)
    assert [row[0] for row in table.rows[:2]] == ["姓名", "张三"]
    assert len(table.rows) == 2


@pytest.mark.parametrize("corner", ["XFD1048576", "A1048576"])
def test_a_lonely_cell_far_away_costs_nothing(tmp_path, corner):
    path = book(tmp_path / "a.xlsx", ("姓名",), ("张三",))
    workbook = load_workbook(path)
    workbook.active[corner] = "x"
    workbook.save(path)
    (table,) = read_tables(path)
    assert len(table.rows) == 2


def test_a_merge_over_the_whole_sheet_costs_nothing(tmp_path):
    path = book(tmp_path / "a.xlsx", ("姓名",), ("张三",))
    inside = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    parts[inside] = parts[inside].replace(b"</sheetData>", merge)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (table,) = read_tables(path)
    assert [row[0] for row in table.rows] == ["姓名", "张三"]


def test_a_large_book_is_streamed_and_too_long_a_list_refused(tmp_path, monkeypatch):
    path = book(tmp_path / "a.xlsx", ("姓名", "科室"), *((f"张{number}", "车队") for number in range(300)))
    monkeypatch.setattr(sources, "_STREAMED", 0)
    assert len(read_tables(path)[0].rows) == 301
    monkeypatch.setattr(sources, "ROWS", 300)
    with pytest.raises(TooLargeSourceError):
        read_tables(path)
    monkeypatch.setattr(sources, "_LARGEST", 10_000)
    with pytest.raises(TooLargeSourceError):
        read_tables(path)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_every_encoding_and_separator(tmp_path, codec, separator):
    text = separator.join(("姓名", "备注")) + "\r\n" + separator.join(("史晨䶮", '"一，二"')) + "\r\n\r\n"
    (table,) = read_tables(written(tmp_path / "名单.csv", text.encode(codec)))
    assert table.name == "名单"
    assert table.rows == (("姓名", "备注"), ("史晨䶮", "一，二"))


def test_csv_keeps_the_numbers_of_its_lines(tmp_path):
    (table,) = read_tables(written(tmp_path / "a.csv", '名单\n\n姓名,备注\n张三,"两\n行"\n李四,无\n'))
    assert table.rows == (("名单",), (), ("姓名", "备注"), ("张三", "两\n行"), ("李四", "无"))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptySourceError),
        (b"\n\n , \n", EmptySourceError),
        (OLE + b"\0" * 600, OldExcelError),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ProtectedSourceError),
        (b"PK\x03\x04 and no zip", UnreadableSourceError),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", UnreadableSourceError),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n\x00", UnreadableSourceError),
        (b"\xff\xff\xff\xff", UnreadableSourceError),
        (b'a,"' + b"x" * 200_000, UnreadableSourceError),
    ],
)
def test_what_is_no_table_is_refused_whatever_its_name(tmp_path, content, error):
    for name in ("a.csv", "a.xlsx", "a.xls"):
        with pytest.raises(error):
            read_tables(written(tmp_path / name, content))


def test_there_is_no_such_file(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(NoSuchFileError):
            read_tables(path)


@pytest.mark.parametrize("missing", ["xl/workbook.xml", "[Content_Types].xml"])
def test_a_zip_that_is_no_book(tmp_path, missing):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(BINJIANG) as whole, zipfile.ZipFile(path, "w") as part:
        for name in whole.namelist():
            if name != missing:
                part.writestr(name, whole.read(name))
    with pytest.raises(UnreadableSourceError):
        read_tables(path)


@pytest.mark.parametrize("broken", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml"])
def test_a_book_with_a_part_cut_off(tmp_path, broken):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(BINJIANG) as whole, zipfile.ZipFile(path, "w") as part:
        for name in whole.namelist():
            content = whole.read(name)
            part.writestr(name, content[:300] if name == broken else content)
    with pytest.raises(UnreadableSourceError):
        read_tables(path)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 16_000), flip=st.binary(min_size=1, max_size=40))
def test_damage_anywhere_is_read_or_refused(tmp_path, at, flip):
    whole = BINJIANG.read_bytes()
    damaged = whole[: at % len(whole)] + flip + whole[at % len(whole) + len(flip) :]
    try:
        read_tables(written(tmp_path / "a.xlsx", damaged))
    except UnreadableSourceError:
        return


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path, content):
    try:
        read_tables(written(tmp_path / "a.csv", content))
    except UnreadableSourceError:
        return


def test_a_quotation_mark_that_swallows_the_rows_below_is_refused_by_its_line(tmp_path):
    source = written(tmp_path / "a.csv", '姓名,备注\n张三,"两\n行"\n李四,"无\n王五,\n赵六,\n')
    with pytest.raises(OpenQuoteError) as refused:
        read_tables(source)
    assert refused.value.line == 4


def test_what_a_formula_could_not_work_out_is_no_text(tmp_path):
    (table,) = read_tables(book(tmp_path / "a.xlsx", ("姓名", "科室"), ("#REF!", "秘书科")))
    assert table.rows[1] == ("", "秘书科")
