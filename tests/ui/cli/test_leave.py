import json

import pytest

ASK = ("--type", "事假", "--reason", "家中有事", "--stand-in", "易齐雨", "--handed-over", "收文登记")


@pytest.fixture
def leave(dutydesk, file):
    """A `dutydesk leave` command on the file."""
    return lambda what, *rest: dutydesk("leave", what, file, *rest)


def listed(leave, name):
    return json.loads(leave("list", "--person", name, "--json").out)


def test_leave_is_asked_for_decided_and_reported_back_from(leave):
    said = leave("add", "--person", "易俊明", "--from", "2026-11-23 下午", "--to", "2026-11-23", *ASK)
    assert (said.code, said.err) == (0, "")
    assert "0.5 days" in said.out
    (_, asked) = listed(leave, "易俊明")
    assert (asked["days"], asked["state"], asked["stand_in"]) == ("0.5", "pending", "易齐雨")
    assert asked["from"] == "2026-11-23 afternoon"
    assert leave("approve", asked["id"], "--by", "汪琪萱", "--paper", "8", "--opinion", "同意").code == 0
    assert listed(leave, "易俊明")[1]["state"] != "pending"


def test_a_clerk_is_told_who_decides_and_whose_paper_is_missing(leave):
    leave("add", "--person", "易俊明", "--from", "2026-12-01", "--to", "2026-12-01", *ASK)
    number = listed(leave, "易俊明")[1]["id"]
    said = leave("approve", number, "--by", "易齐雨")
    assert said.code == 3
    assert "易齐雨" in said.err
    assert leave("approve", number, "--by", "汪琪萱", "--refuse").code == 0
    assert listed(leave, "易俊明")[1]["state"] == "refused"


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (("--from", "2026-11-31", "--to", "2026-12-01"), 2),
        (("--from", "2026-12-02", "--to", "2026-12-01"), 3),
        (("--from", "2026-12-02 下午", "--to", "2026-12-02 上午"), 3),
        (("--from", "2026-12-01", "--to", "2028-01-31"), 3),
    ],
)
def test_days_that_cannot_be_are_told_in_one_line(leave, days, code):
    said = leave("add", "--person", "易俊明", *days, *ASK)
    assert (said.code, len(said.err.splitlines())) == (code, 1)
    assert len(listed(leave, "易俊明")) == 1


def test_a_kind_that_the_office_does_not_have_is_told_with_those_it_has(leave):
    said = leave("add", "--person", "易俊明", "--type", "长假", "--from", "2026-12-01", "--to", "2026-12-01")
    assert said.code == 3
    assert "sick leave" in said.err


def test_a_draft_waits_for_nobody_and_is_called_off(leave):
    leave(
        "add", "--person", "易俊明", "--type", "事假", "--from", "2026-12-01", "--to", "2026-12-01", "--draft"
    )
    assert listed(leave, "易俊明")[1]["state"] == "draft"
    number = listed(leave, "易俊明")[1]["id"]
    assert leave("return", number, "--cancel", "--reason", "不去了").code == 0
    assert listed(leave, "易俊明")[1]["state"] == "cancelled"


def test_duties_inside_are_named_block_the_approval_and_are_waived(leave, dutydesk, file):
    days = ("--from", "2026-11-16", "--to", "2026-11-27")
    shown = json.loads(dutydesk("show", file, "--week", "2026-W47", "--json").out)
    on_duty = str(shown)
    (name,) = [each for each in ("汪琪萱", "彭涛", "常佑丽", "宋平", "叶轩") if each in on_duty][:1]
    said = leave("add", "--person", name, *days, "--type", "公出", "--reason", "考察", "--stand-in", "石涵",
                 "--handed-over", "日常工作")  # fmt: skip
    assert said.code == 0
    assert "Duty inside" in said.out
    asked = listed(leave, name)[-1]
    assert asked["duties"]
    chief = "汪琪萱" if name != "汪琪萱" else "市长"
    by = ("--by", chief, "--paper", "3")
    said = leave("approve", asked["id"], *by)
    assert (said.code, asked["duties"][0] in said.err) == (3, True)
    leader = next(each for each in ("宋平", "叶轩") if each != name)
    assert leave("approve", asked["id"], "--by", leader, "--paper", "4", "--waive", "抽空回来").code == 0
    assert leave("approve", asked["id"], *by).code == 0
    assert listed(leave, name)[-1]["duties"] == []


def test_a_leave_is_found_by_its_person_while_only_one_is_open(leave):
    for first in ("2026-12-01", "2026-12-03"):
        leave("add", "--person", "崔思", "--from", first, "--to", first, "--type", "病假", "--draft")
    said = leave("return", "崔思", "--cancel")
    assert (said.code, "3 Dec" in said.err) == (3, True)
    number = listed(leave, "崔思")[0]["id"]
    assert leave("return", number, "--cancel").code == 0
    assert leave("return", "崔思", "--cancel").code == 0
    assert leave("return", "崔思", "--cancel").code == 3


def test_the_list_is_narrowed_to_days(leave):
    assert len(leave("list").out.splitlines()) == 2
    assert len(leave("list", "--from", "2026-11-10").out.splitlines()) == 1
    assert "易俊明" in leave("list", "--from", "2026-11-10", "--to", "2026-11-30").out
