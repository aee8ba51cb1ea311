import pytest

from dutydesk.domain.lists.roll import Roll
from dutydesk.domain.people import Person, Section
from dutydesk.errors import AmbiguousPersonError, UnknownPersonError

SECTIONS = (Section("s1", "综合三科"), Section("s2", "督查室"), Section("s3", "车队"))
PEOPLE = (
    Person("p1", "宋喆齐", "s1"), Person("p2", "宋喆齐", "s2"), Person("p3", "叶轩", "s3"),
    Person("p4", "王(大)", "s3"),    Person("p5", "白桦", "s1"),
)  # fmt: skip
ROLL = Roll(PEOPLE, SECTIONS)


@pytest.mark.parametrize(
    ("text", "section", "person"),
    [
        ("叶轩", "", "p3"),
        ("叶  轩", "车 队", "p3"),
        ("宋喆齐", "督查室", "p2"),
        ("宋喆齐（综合三科）", "", "p1"),
        ("王（大）", "", "p4"),
    ],
)
def test_people_are_found_by_name_and_section(text, section, person):
    assert ROLL.find(text, section).id == person


@pytest.mark.parametrize(("text", "section"), [("查无此人", ""), ("叶轩", "督查室"), ("123", ""), ("", "")])
def test_nobody(text, section):
    with pytest.raises(UnknownPersonError):
        ROLL.find(text, section)


def test_two_of_one_name_are_told_apart_by_nearness_or_refused():
    assert ROLL.find("宋喆齐", near=PEOPLE[4]).id == "p1"
    with pytest.raises(AmbiguousPersonError) as several:
        ROLL.find("宋喆齐", near=PEOPLE[2])
    assert several.value.sections == "综合三科、督查室"
    assert ROLL.section_of(PEOPLE[0]) == "综合三科"
