import pytest

from dutydesk.domain.leave import LeaveType


@pytest.mark.parametrize(
    ("repaid", "limit", "days", "expected"),
    [(True, 0, 300, True), (True, 15, 15, True), (True, 15, 16, False), (False, 0, 1, False)],
)
def test_turns_are_made_up_after_absences_up_to_the_limit(repaid, limit, days, expected):
    assert LeaveType("k", "病假", repaid=repaid, repaid_days=limit).repays(days) is expected
