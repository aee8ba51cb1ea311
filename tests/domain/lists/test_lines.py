import pytest

from dutydesk.domain.lists.header import STAFF, find_header
from dutydesk.domain.lists.lines import body, with_sections
from dutydesk.domain.lists.table import Aside, Column, Table

HEADING = ("序号", "科室", "姓名", "职务")


def read(*rows):
    table = Table("sheet", (HEADING, *rows))
    return body(table, find_header(table, STAFF, frozenset({Column.NAME})))


@pytest.mark.parametrize(
    ("row", "aside"),
    [
        (("", "", "", ""), Aside.BLANK),
        (("60", "", "", ""), Aside.BLANK),
        (("60", "车队", "", ""), Aside.BLANK),
        (("合计", "", "59人", ""), Aside.TOTAL),
        (("", "小 计", "", "5"), Aside.TOTAL),
        (("", "", "共59人", ""), Aside.TOTAL),
        (("说明：带*者不参加夜班。", "", "", ""), Aside.REMARK),
        (("制表人：张三", "", "审核人：李四", ""), Aside.REMARK),
        (("带*者不参加夜班", "", "", ""), Aside.REMARK),
        (("序号", "科 室", "姓名", "职务"), Aside.HEADING),
    ],
)
def test_rows_that_are_passed_over(row, aside):
    lines, ignored = read(("1", "车队", "张三", "司机"), row)
    assert [line.number for line in lines] == [2]
    assert [(each.line, each.aside) for each in ignored] == [(3, aside)]


def test_a_row_about_somebody_without_a_name_is_not_passed_over():
    lines, ignored = read(("1", "车队", "", "司机"))
    assert len(lines) == 1
    assert not ignored


def test_blank_sections_repeat_the_one_above():
    lines, _ = read(
        ("1", "", "孔一", ""), ("2", "车队", "张三", ""), ("3", "", "李四", ""), ("4", "秘书科", "王五", "")
    )
    assert [line[Column.SECTION] for line in with_sections(lines)] == ["", "车队", "车队", "秘书科"]
