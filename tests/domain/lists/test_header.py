import pytest

from dutydesk.domain.lists.header import STAFF, find_header
from dutydesk.domain.lists.table import Column, Table

NAME = frozenset({Column.NAME})


def found(*rows, synonyms=STAFF, needs=NAME):
    return find_header(Table("sheet", rows), synonyms, needs)


@pytest.mark.parametrize(
    "heading",
    [
        ("姓  名", "科室", "手机"),
        ("人员姓名", "部门", "联系电话"),
        ("名字", "处室", "电话"),
        ("Name", "Section", "Phone"),
        ("姓名（必填）", "所在科室", "手机号码"),
        ("ＮＡＭＥ", "ｄｅｐａｒｔｍｅｎｔ", "ｍｏｂｉｌｅ"),
    ],
)
def test_headings_are_matched_by_synonyms(heading):
    header = found(heading, ("张三", "秘书科", "13800000000"))
    assert [each.column for each in header.headings] == [Column.NAME, Column.SECTION, Column.PHONE]
    assert [each.text for each in header.headings] == [" ".join(each.split()) for each in heading]


def test_the_header_stands_below_title_rows_in_any_order():
    header = found(("值班人员名单", "", ""), ("填报：秘书科", "", ""), ("手机", "性别", "姓名"))
    assert header.line == 3
    assert header.columns == {Column.PHONE, Column.NAME}
    assert [(each.text, each.column) for each in header.headings][1] == ("性别", None)


def test_of_two_phones_the_mobile_one_is_meant_and_the_other_is_said_to_be_unread():
    header = found(("姓名", "办公电话", "手机"))
    assert {each.text: each.column for each in header.headings} == {
        "姓名": Column.NAME, "办公电话": None, "手机": Column.PHONE
    }  # fmt: skip


def test_a_second_header_row_is_part_of_the_header():
    header = found(
        ("姓名", "科室", "联系方式", ""), ("", "", "手机", "短号"), ("张三", "秘书科", "13800000000", "6")
    )
    assert header.line == 2
    assert header.text(Column.SHORT_PHONE) == "短号"
    assert header.text(Column.PHONE) == "手机"


def test_the_same_header_twice_begins_with_the_first():
    assert found(("姓名", "科室"), ("张三", "秘书科"), ("姓名", "科室")).line == 1


@pytest.mark.parametrize(
    "rows", [(), (("", ""),), (("张三", "13800000000"),), (("名字", "一览", "表"),), (("科室", "手机"),)]
)
def test_rows_that_are_no_header(rows):
    assert found(*rows) is None


def test_a_list_of_names_alone_has_a_header():
    assert found(("名单",), ("姓名",), ("张三",)).line == 2


def test_a_line_is_read_by_column_and_short_rows_are_filled():
    line = found(("姓名", "手机", "备注")).read(2, ("张三", "—"))
    assert (line[Column.NAME], line[Column.PHONE], line[Column.NOTE], line[Column.TITLE]) == (
        "张三",
        "",
        "",
        "",
    )
