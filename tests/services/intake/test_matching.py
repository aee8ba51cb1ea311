import pytest

from dutydesk.domain.lists.staff import StaffRow
from dutydesk.domain.people import Person, Section
from dutydesk.services.intake.matching import match

SECTIONS = (Section("s1", "秘书科"), Section("s2", "车队"))


def row(line, section, phone="", name="白桦"):
    return StaffRow(line, name, section, "", "", (), phone, "", None, None, "", ())


def person(person_id, section, phone=""):
    return Person(person_id, "白桦", section, phone=phone)


@pytest.mark.parametrize(
    ("rows", "people", "matched"),
    [
        ([row(1, "秘书科", "1")], [person("a", "s1", "1")], ["a"]),
        ([row(1, "秘书科", "2")], [person("a", "s1", "1")], ["a"]),
        ([row(1, "车队", "1")], [person("a", "s1", "1")], ["a"]),
        ([row(1, "车队", "2")], [person("a", "s1", "1")], [None]),
        ([row(1, "车队"), row(2, "秘 书科")], [person("a", "s1"), person("b", "s2")], ["b", "a"]),
        (
            [row(1, "秘书科", "2"), row(2, "秘书科", "1")],
            [person("a", "s1", "1"), person("b", "s1", "2")],
            ["b", "a"],
        ),
        (
            [row(1, "秘书科", "3"), row(2, "秘书科", "1")],
            [person("a", "s1", "1"), person("b", "s1", "2")],
            ["b", "a"],
        ),
        ([row(1, "秘书科", "2"), row(2, "秘书科", "1")], [person("a", "s1", "1")], [None, "a"]),
        ([row(1, "")], [person("a", "s1", "1")], ["a"]),
        ([row(1, "")], [person("a", "s1", "1"), person("b", "s2", "2")], [None]),
        ([row(1, "秘书科", "1", "别人")], [person("a", "s1", "1")], [None]),
    ],
)
def test_rows_find_their_people(rows, people, matched):
    assert [each and each.id for each in match(rows, people, SECTIONS)] == matched
