import pytest

from dutydesk.domain.people import Exemption, ExemptionScope, distinct_names
from tests.builders import a_person, day


@pytest.mark.parametrize(
    ("joined", "left", "serves"),
    [
        (None, None, True), ("2026-11-16", None, True), ("2026-11-17", None, False),
        (None, "2026-11-16", True), (None, "2026-11-15", False), ("2026-11-16", "2026-11-16", True),
    ],
)  # fmt: skip
def test_a_person_serves_from_the_day_of_joining_to_the_last_day(joined, left, serves):
    person = a_person(joined=joined and day(joined), left=left and day(left))
    assert person.serves(day("2026-11-16")) is serves


@pytest.mark.parametrize(
    ("first", "last", "covers"),
    [
        (None, None, True), ("2026-11-16", None, True), (None, "2026-11-16", True),
        ("2026-11-17", None, False), (None, "2026-11-15", False),
    ],
)  # fmt: skip
def test_an_exemption_may_be_open_at_either_end(first, last, covers):
    exemption = Exemption(
        "e", "p", ExemptionScope.ALL, "病", first=first and day(first), last=last and day(last)
    )
    assert exemption.covers(day("2026-11-16")) is covers


def test_an_exemption_counts_only_when_somebody_confirmed_it():
    assert not Exemption("e", "p", ExemptionScope.ALL, "病", confirmed=False).covers(day("2026-11-16"))


def test_namesakes_are_called_by_their_section_and_nobody_else_is():
    people = [a_person(1, name="张伟"), a_person(2, name="张伟"), a_person(3, name="李堃")]
    names = distinct_names(people, {"s1": "秘书科", "s2": "信息科", "s3": "督查科"})
    assert names == {"p1": "张伟(秘书科)", "p2": "张伟(信息科)", "p3": "李堃"}
