from datetime import date

import pytest

from dutydesk.domain.lists.staff import is_about_staff, understand_staff
from dutydesk.domain.lists.table import Refused, Table, Why
from dutydesk.domain.people import ExemptionScope

HEADING = ("姓名", "科室", "职务", "值班岗位", "手机", "短号", "参加工作时间", "离职时间", "备注", "职级")


def staff(*rows):
    return understand_staff(Table("名单", (HEADING, *rows)))


def test_a_row_becomes_a_person():
    found = staff(
        ("叶  轩", "秘书科", "副秘书长", "带班领导、中层", "17777646509", "62807", "2025.7", "2026年10月",
         "57岁，不排夜班", "一级主任科员"),
    )  # fmt: skip
    (row,) = found.rows
    assert (row.line, row.name, row.section, row.title, row.rank) == (
        2,
        "叶轩",
        "秘书科",
        "副秘书长",
        "一级主任科员",
    )
    assert (row.post_words, row.phone, row.short_phone) == (("带班领导", "中层"), "17777646509", "62807")
    assert (row.joined, row.left, row.note) == (date(2025, 7, 1), date(2026, 10, 31), "57岁，不排夜班")
    assert [each.scope for each in row.exemptions] == [ExemptionScope.NIGHT]
    assert is_about_staff(found.header)


@pytest.mark.parametrize(
    ("row", "why", "text"),
    [
        (("", "秘书科", "科员"), Why.NO_NAME, "秘书科 科员"),
        (("*", "秘书科", "科员"), Why.BAD_NAME, "*"),
        (("12345", "秘书科", "科员"), Why.BAD_NAME, "12345"),
        (("张三", "秘书科", "", "", "1.5E+10"), Why.BAD_PHONE, "1.5E+10"),
        (("张三", "秘书科", "", "", "", "x"), Why.BAD_PHONE, "x"),
        (("张三", "秘书科", "", "", "", "", "2026-11-31"), Why.BAD_DAY, "2026-11-31"),
        (("张三", "秘书科", "", "", "", "", "2026-11-3", "2026-11-2"), Why.REVERSED, "2026-11-3 – 2026-11-2"),
        (("孔  一", "秘书科"), Why.DUPLICATE, "2"),
    ],
)
def test_rows_are_refused_by_line_and_reason(row, why, text):
    assert staff(("孔一", "秘书科"), row).refused == (Refused("名单", 3, why, text),)


def test_two_of_one_name_in_one_section_need_different_phones():
    found = staff(("孔一", "秘书科", "", "", "13800000001"), ("孔一", "秘书科", "", "", "13800000002"))
    assert len(found.rows) == 2
    assert not found.refused


def test_a_footnote_speaks_of_the_marked_names():
    found = staff(("王芳*", "秘书科"), ("李强", ""), ("＊赵敏", "车队"), ("说明：带*者不参加夜班。",))
    assert [(each.name, each.note) for each in found.rows] == [
        ("王芳", "带*者不参加夜班。"), ("李强", ""), ("赵敏", "带*者不参加夜班。")
    ]  # fmt: skip
    assert [len(each.exemptions) for each in found.rows] == [1, 0, 1]


def test_a_mark_without_a_footnote_only_goes():
    assert [(each.name, each.note) for each in staff(("王芳*", "秘书科")).rows] == [("王芳", "")]


def test_a_cell_that_begins_with_an_equals_sign_is_text():
    (row,) = staff(("=HYPERLINK(1)", "=科", "=1+1", "", "", "", "", "", "=cmd")).rows
    assert (row.name, row.section, row.title, row.note) == ("=HYPERLINK(1)", "=科", "=1+1", "=cmd")


def test_no_list():
    assert understand_staff(Table("别的", (("车牌", "车型"), ("浙A", "轿车")))) is None
