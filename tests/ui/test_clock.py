from datetime import UTC, datetime, timedelta

import time_machine

from ui.clock import local, now


@time_machine.travel("2026-11-16T01:30:00Z", tick=False)
def test_now_is_the_present_instant_in_utc():
    assert now() == datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
    assert now().utcoffset() == timedelta(0)


def test_the_office_is_eight_hours_ahead_all_year():
    for month in (1, 7):
        assert (
            local(datetime(2026, month, 15, 20, tzinfo=UTC)).isoformat()
            == f"2026-{month:02}-16T04:00:00+08:00"
        )
