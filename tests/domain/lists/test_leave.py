from datetime import date

import pytest

from dutydesk.domain.dates import Period
from dutydesk.domain.leave import Half, LeaveType
from dutydesk.domain.lists.leave import is_leave_list, understand_leave
from dutydesk.domain.lists.roll import Roll
from dutydesk.domain.lists.table import Refused, Table, Why
from dutydesk.domain.people import Person, Section

SECTIONS = (Section("s1", "综合三科"), Section("s2", "督查室"), Section("s3", "车队"))
PEOPLE = (
    Person("p1", "宋喆齐", "s1"),
    Person("p2", "宋喆齐", "s2"),
    Person("p3", "叶轩", "s3"),
    Person("p4", "石涵", "s2"),
)
TYPES = (LeaveType("annual", "Annual leave", ("年休假", "休假")), LeaveType("sick", "病假"))
HEADING = ("姓名", "科室", "请假类型", "开始", "结束", "事由", "是否离市", "工作代理人", "审批人")


def leave(*rows, heading=HEADING):
    return understand_leave(Table("请假", (heading, *rows)), Roll(PEOPLE, SECTIONS), TYPES)


def test_a_row_becomes_a_leave():
    (row,) = leave(
        ("叶 轩", "车队", "年休假", "2026-11-24 下午", "2026/11/28", "家事", "是", "石涵", "汪主任")
    ).rows
    assert (row.person.id, row.type.id, row.period) == (
        "p3",
        "annual",
        Period(date(2026, 11, 24), date(2026, 11, 28)),
    )
    assert (row.from_half, row.to_half) == (Half.AFTERNOON, Half.AFTERNOON)
    assert (row.reason, row.leaves_city, row.stand_in.id, row.approved_by) == ("家事", True, "p4", "汪主任")


def test_what_a_list_does_not_say():
    (row,) = leave(
        ("叶轩", "病假", "2026.11.3", "2026.11.3"), heading=("请假人", "假别", "开始时间", "结束时间")
    ).rows
    assert (row.leaves_city, row.stand_in, row.reason) == (None, None, "")


def test_a_stand_in_of_a_double_name_is_the_one_next_door():
    assert leave(("石涵", "", "病假", "2026-11-3", "2026-11-3", "", "", "宋喆齐")).rows[0].stand_in.id == "p2"


@pytest.mark.parametrize(
    ("row", "why", "text"),
    [
        (("查无此人", "车队", "病假", "2026-11-3", "2026-11-4"), Why.UNKNOWN_PERSON, "车队 查无此人"),
        (("叶轩", "督查室", "病假", "2026-11-3", "2026-11-4"), Why.UNKNOWN_PERSON, "督查室 叶轩"),
        (("宋喆齐", "", "病假", "2026-11-3", "2026-11-4"), Why.AMBIGUOUS_PERSON, "宋喆齐"),
        (("", "车队", "病假", "2026-11-3", "2026-11-4"), Why.NO_NAME, ""),
        (("叶轩", "", "探险假", "2026-11-3", "2026-11-4"), Why.UNKNOWN_LEAVE_TYPE, "探险假"),
        (("叶轩", "", "病假", "2026-11-31", "2026-12-4"), Why.BAD_DAY, "2026-11-31"),
        (("叶轩", "", "病假", "1900-11-3", "2026-12-4"), Why.BAD_DAY, "1900-11-3"),
        (("叶轩", "", "病假", "2026-12-9", "2026-12-5"), Why.REVERSED, "2026-12-9 – 2026-12-5"),
        (
            ("叶轩", "", "病假", "2026-12-9下午", "2026-12-9 上午"),
            Why.REVERSED,
            "2026-12-9下午 – 2026-12-9 上午",
        ),
        (("叶轩", "", "病假", "2026-11-3", "2026-11-4", "", "也许"), Why.UNCLEAR_ANSWER, "也许"),
        (("叶轩", "", "病假", "2026-11-3", "2026-11-4", "", "", "叶轩"), Why.STAND_IN_IS_APPLICANT, "叶轩"),
        (("叶轩", "", "病假", "2026-11-3", "2026-11-4", "", "", "某人"), Why.UNKNOWN_STAND_IN, "某人"),
        (
            ("叶轩", "", "病假", "2026-11-3", "2026-11-4", "", "", "宋喆齐"),
            Why.AMBIGUOUS_STAND_IN,
            "宋喆齐: 综合三科、督查室",
        ),
    ],
)
def test_refused_rows(row, why, text):
    assert leave(row).refused == (Refused("请假", 2, why, text),)


def test_the_same_leave_twice():
    row = ("叶轩", "", "病假", "2026-11-3", "2026-11-4")
    assert leave(row, row).refused == (Refused("请假", 3, Why.DUPLICATE, "2"),)


def test_no_leave_list():
    assert leave(heading=("姓名", "科室", "手机")) is None
    assert is_leave_list(Table("请假", (HEADING,)))
    assert not is_leave_list(Table("名单", (("姓名", "科室", "手机"),)))
