import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.services.intake.order import merged


@pytest.mark.parametrize(
    ("present", "listed", "order"),
    [
        ("", "abc", "abc"),
        ("abc", "xy", "abcxy"),
        ("abcd", "acd", "abcd"),
        ("abcd", "dxca", "dxcab"),
        ("abc", "axbc", "axbc"),
        ("abc", "", "abc"),
    ],
)
def test_whoever_is_not_listed_stays_behind_the_one_before(present, listed, order):
    assert "".join(merged(present, listed)) == order


IDS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(IDS, IDS)
def test_nobody_is_lost_the_list_keeps_its_order_and_a_second_time_moves_nobody(present, listed):
    order = merged(present, listed)
    assert sorted(order) == sorted({*present, *listed})
    assert [each for each in order if each in listed] == listed
    assert merged(order, listed) == order
