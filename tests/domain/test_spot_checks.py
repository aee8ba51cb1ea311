from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.calendar import RotationClass
from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.spot_checks import (
    Found,
    Method,
    Presence,
    SpotCheck,
    SpotCheckRules,
    Watch,
    drawn,
)
from tests.builders import NOW, a_place

RULES = SpotCheckRules()


def a_month():
    """Thirty days of a day and a night shift, eight of them rest days."""
    for number in range(30):
        rotation = RotationClass.RESTDAY if number % 7 > 4 else RotationClass.WORKDAY
        for kind, hour, length in (("day", 0, 9), ("night", 9, 15)):
            starts = NOW + timedelta(days=number, hours=hour)
            yield Watch(f"{number}/{kind}", kind, rotation, starts, starts + timedelta(hours=length))


MONTH = tuple(a_month())


@settings(max_examples=60)
@given(st.integers(0, 2**64), st.integers(1, 90))
def test_a_draw_is_even_over_the_kinds_of_shift_and_lies_within_them(seed, count):
    checks = drawn(MONTH, count, seed, RULES)
    known = {each.shift: each for each in MONTH}
    assert len(checks) == count
    groups = Counter((known[each.shift].kind, known[each.shift].rotation) for each in checks)
    sizes = Counter((each.kind, each.rotation) for each in MONTH)
    for group, size in sizes.items():
        assert abs(groups[group] - count * size / len(MONTH)) < 1
    times = Counter(each.shift for each in checks)
    assert max(times.values()) - min(times[each.shift] for each in MONTH) <= 1 + (count % 60 > 0)
    margin = timedelta(minutes=RULES.margin_minutes)
    for each in checks:
        assert known[each.shift].starts + margin <= each.at < known[each.shift].ends - margin


def test_the_kept_seed_draws_the_same_again_and_another_seed_another_plan():
    assert drawn(MONTH, 9, 7, RULES) == drawn(reversed(MONTH), 9, 7, RULES)
    assert len({drawn(MONTH, 9, seed, RULES) for seed in range(50)}) == 50


def test_every_shift_and_way_has_its_chance():
    checks = [each for seed in range(400) for each in drawn(MONTH, 6, seed, RULES)]
    times = Counter(each.shift for each in checks)
    assert len(times) == len(MONTH)
    assert max(times.values()) < 3 * min(times.values())  # 40 each are expected
    assert set(Counter(each.method for each in checks)) == {Method.PHONE, Method.SITE, Method.LOG}


def test_a_short_shift_is_checked_in_its_middle():
    short = Watch("0/noon", "noon", RotationClass.WORKDAY, NOW, NOW + timedelta(minutes=20))
    assert NOW < drawn([short], 1, 3, RULES)[0].at < short.ends


@pytest.mark.parametrize(
    ("presence", "kinds"),
    [
        (Presence.ON_POST, []),
        (Presence.ABSENT, [ViolationKind.ABSENT_FROM_POST]),
        (Presence.LATE, [ViolationKind.LATE]),
        (Presence.UNANSWERED, [ViolationKind.UNANSWERED_CALL]),
        (Presence.REPLACED, [ViolationKind.UNAUTHORISED_SWAP]),
    ],
)
def test_whoever_was_not_on_post_is_a_candidate_that_names_the_check(presence, kinds):
    found = (Found(a_place(), "p1", presence),)
    check = SpotCheck(id="c", at=NOW, method=Method.SITE, shift="s", inspector="王敏", found=found)
    assert [each.kind for each in check.candidates()] == kinds
    assert all(each.records == (("spot_check", "c"),) and each.person == "p1" for each in check.candidates())
