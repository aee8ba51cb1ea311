from datetime import date

import pytest

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.lists.table import Refused, Table, Why
from dutydesk.domain.lists.tally import understand_tally

WORKDAY, RESTDAY, HOLIDAY = RotationClass


def tally(*rows):
    return understand_tally(Table("次数", rows))


@pytest.mark.parametrize(
    ("heading", "since", "until"),
    [
        ("2026年1—10月工作日", date(2026, 1, 1), date(2026, 10, 31)),
        ("2025年工作日", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025年11月-2026年10月工作日", date(2025, 11, 1), date(2026, 10, 31)),
        ("工作日值班次数", None, None),
        ("2026年13月工作日", None, None),
    ],
)
def test_the_heading_carries_the_period(heading, since, until):
    found = tally(("姓名", "科室", heading, "双休日", "法定节假日"), ("张三", "秘书科", "5", "2次", ""))
    assert (found.since, found.until) == (since, until)
    assert dict(found.rows[0].counts) == {WORKDAY: 5, RESTDAY: 2, HOLIDAY: 0}


def test_columns_in_any_order_with_posts_and_repeated_sections():
    found = tally(
        ("岗位", "节假日", "休息日", "姓名", "部门"),
        ("司机", "1", "2", "张三", "车队"),
        ("", "3", "4", "李 四", ""),
    )
    assert [(each.name, each.section, each.post_words) for each in found.rows] == [
        ("张三", "车队", ("司机",)), ("李四", "车队", ())
    ]  # fmt: skip
    assert dict(found.rows[1].counts) == {HOLIDAY: 3, RESTDAY: 4}


@pytest.mark.parametrize(
    ("row", "why", "text"),
    [
        (("", "秘书科", "5"), Why.NO_NAME, "秘书科 5"),
        (("李四", "秘书科", "-1"), Why.BAD_COUNT, "-1"),
        (("李四", "秘书科", "五"), Why.BAD_COUNT, "五"),
        (("李四", "秘书科", "=SUM(A1)"), Why.BAD_COUNT, "=SUM(A1)"),
        (("张三", "秘书科", "5"), Why.DUPLICATE, "2"),
    ],
)
def test_refused_rows(row, why, text):
    found = tally(("姓名", "科室", "工作日"), ("张三", "秘书科", "5"), row)
    assert found.refused == (Refused("次数", 3, why, text),)


def test_a_staff_list_is_no_tally():
    assert tally(("姓名", "科室", "职务"), ("张三", "秘书科", "科员")) is None
