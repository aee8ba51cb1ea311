from __future__ import annotations

from dutydesk.domain.planner.problem import Cost, Rules, hundredths


def test_dues_are_weighed_in_hundredths():
    assert hundredths(1 / 3) == 33


def test_wishes_come_last_unless_the_office_puts_them_first():
    cost = Cost(empty=1, unfair=2, rest_pairs=3, uneven=4, same_section=5, broken_wishes=6)
    assert cost.rank(Rules()) == (1, 2, 3, 4, 5, 6)
    assert cost.rank(Rules(wishes_first=True)) == (1, 6, 2, 3, 4, 5)
