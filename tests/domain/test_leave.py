from datetime import datetime

import pytest

from dutydesk.domain.leave import Half
from tests.builders import a_leave

MORNING, AFTERNOON = Half


@pytest.mark.parametrize(
    ("from_half", "to_half", "begins", "ends"),
    [
        (MORNING, AFTERNOON, "2026-11-19T00:00", "2026-11-23T00:00"),
        (AFTERNOON, AFTERNOON, "2026-11-19T12:00", "2026-11-23T00:00"),
        (MORNING, MORNING, "2026-11-19T00:00", "2026-11-22T12:00"),
        (AFTERNOON, MORNING, "2026-11-19T12:00", "2026-11-22T12:00"),
    ],
)
def test_a_leave_reaches_from_half_day_to_half_day(from_half, to_half, begins, ends):
    leave = a_leave("ann", "2026-11-19", "2026-11-22", from_half=from_half, to_half=to_half)
    assert leave.span() == (datetime.fromisoformat(begins), datetime.fromisoformat(ends))
