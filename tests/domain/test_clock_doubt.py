from datetime import UTC, datetime, timedelta

import pytest

from dutydesk.domain.clock_doubt import ClockDoubt, Look, has_jumped, is_behind
from dutydesk.domain.keeping import KeepingRules

AT = datetime(2026, 11, 21, 2, tzinfo=UTC)
RULES = KeepingRules()


@pytest.mark.parametrize(
    ("minutes", "jumped"), [(0, False), (5, False), (-5, False), (5.1, True), (-5.1, True), (60 * 24, True)]
)
def test_a_clock_jumps_when_it_leaves_the_steady_one(minutes, jumped):
    before = Look(AT, steady=100)
    right = before.expected(steady=3700)
    assert right == AT + timedelta(hours=1)
    assert has_jumped(right, right + timedelta(minutes=minutes), RULES) is jumped


@pytest.mark.parametrize(("seconds", "behind"), [(-1, False), (0, False), (10, False), (11, True)])
def test_an_entry_is_behind_when_one_before_it_is_later(seconds, behind):
    assert is_behind(AT, AT + timedelta(seconds=seconds), RULES) is behind


def test_nothing_is_behind_nothing():
    assert not is_behind(AT, None, RULES)


@pytest.mark.parametrize(
    ("seq", "last", "held"),
    [(4, None, False), (5, None, True), (99, None, True), (7, 7, True), (8, 7, False)],
)
def test_a_doubt_holds_from_its_first_entry_to_its_last(seq, last, held):
    doubt = ClockDoubt("d", "desk", 5, last, AT, AT)
    assert doubt.holds("desk", seq) is held
    assert not doubt.holds("laptop", seq)


@pytest.mark.parametrize("leap", [timedelta(hours=3), timedelta(hours=-3)])
def test_what_lies_in_a_leap_is_ambiguous(leap):
    doubt = ClockDoubt("d", "desk", 5, None, AT, AT + leap)
    assert doubt.may_mean(AT + leap / 2)
    assert not doubt.may_mean(AT - leap / 2)
