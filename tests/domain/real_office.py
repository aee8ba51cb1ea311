"""An office of real size, made with a seed: 60 people, three months, National Day (domain.md §4.8)."""

import random
from datetime import timedelta
from functools import cache

from dutydesk.domain.people import Exemption, ExemptionScope, Pair
from tests.builders import a_leave, a_person, a_preset, an_office, day, days, the_calendar

QUARTER = days("2026-09-01", "2026-11-30")
HEADCOUNT = {"leader": 12, "officer": 22, "mid_level": 19, "driver": 7}


@cache
def real_office(*, leave=True):
    """60 people of ten sections who stand as in a real office, with leave, exemptions and pairs."""
    chance = random.Random(62)  # noqa: S311 - an invented office
    posts = [post for post, count in HEADCOUNT.items() for _ in range(count)]
    people = [
        a_person(number, section=f"s{number % 10}", posts=frozenset({post}))
        for number, post in enumerate(posts)
    ]
    made = a_preset()
    facts = {
        "leaves": tuple(_leave(chance, number) for number in range(60) if chance.random() < 0.8),
        "exemptions": (
            Exemption("e", "p14", ExemptionScope.ALL, "孕期", first=day("2026-10-15")),
            Exemption("f", "p20", ExemptionScope.HOLIDAY, "老人"),
        ),
        "pairs": (Pair("ab", "p1", "p13", QUARTER),),
    }
    return an_office(
        people,
        QUARTER,
        calendar=the_calendar(),
        posts=made.posts,
        shifts=made.shifts,
        **(facts if leave else {}),
    )


def _leave(chance, number):
    first = QUARTER.first + timedelta(days=chance.randrange(80))
    return a_leave(f"p{number}", first, chance.randint(2, 10))
