from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.fairness import fair_counts, spread, spread_bound, water_fill

SHARES = st.floats(0, 1).map(lambda share: round(share, 2))
PEOPLE = st.lists(st.tuples(SHARES, st.integers(0, 6), st.integers(0, 8)), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("total", "weights", "had", "capacity", "dues"),
    [
        (6, [1, 1, 1], [0, 0, 0], [9, 9, 9], (2, 2, 2)),
        (3, [1, 0.5], [0, 0], [9, 9], (2, 1)),
        (4, [1, 1], [2, 0], [9, 9], (1, 3)),
        (2, [1, 1], [5, 0], [9, 9], (0, 2)),
        (6, [1, 1, 1], [0, 0, 0], [1, 9, 9], (1, 2.5, 2.5)),
        (5, [1, 1], [0, 0], [2, 1], (2, 1)),
        (5, [0, 1], [0, 0], [9, 9], (0, 5)),
        (0, [1, 1], [0, 0], [9, 9], (0, 0)),
        (3, [], [], [], ()),
    ],
)
def test_water_finds_its_level(total, weights, had, capacity, dues):
    assert water_fill(total, weights, had, capacity) == pytest.approx(dues)


@given(st.integers(0, 30), PEOPLE)
def test_what_is_owed_is_what_is_to_be_done_or_all_that_can_be_borne(total, people):
    weights, had, capacity = zip(*people, strict=True)
    able = sum(most for weight, _, most in people if weight > 0)
    assert sum(water_fill(total, weights, had, capacity)) == pytest.approx(min(total, able))


@given(st.integers(0, 30), PEOPLE)
def test_whoever_owes_between_nothing_and_all_has_come_to_one_level(total, people):
    weights, had, capacity = zip(*people, strict=True)
    dues = water_fill(total, weights, had, capacity)
    levels = [
        (due + before) / weight
        for due, (weight, before, most) in zip(dues, people, strict=True)
        if 1e-6 < due < most - 1e-6
    ]
    assert levels == pytest.approx([levels[0]] * len(levels) if levels else [])


def test_the_counts_are_the_nearest_whole_numbers():
    assert fair_counts(3, (1.2, 0.9, 0.9)) == (1, 1, 1)
    assert fair_counts(1, (2.5, 2.5)) in {(1, 0), (0, 1)}
    assert fair_counts(0, ()) == ()


def test_with_equal_dues_the_spread_is_that_of_the_counts():
    assert spread((3, 1, 2), (2.0, 2.0, 2.0)) == 2
    assert spread((), ()) == 0


@settings(max_examples=60)
@given(st.lists(st.floats(0, 3), min_size=1, max_size=4), st.integers(0, 6))
def test_no_division_has_a_smaller_spread_or_smaller_squares(dues, total):
    divisions = [each for each in product(range(total + 1), repeat=len(dues)) if sum(each) == total]
    counts = fair_counts(total, dues)
    assert sum(counts) == total
    assert spread_bound(total, dues) <= min(spread(each, dues) for each in divisions) + 1e-9
    assert squares(counts, dues) <= min(squares(each, dues) for each in divisions) + 1e-9


def squares(counts, dues):
    return sum((count - due) ** 2 for count, due in zip(counts, dues, strict=True))
