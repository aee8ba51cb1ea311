from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from dutydesk.errors import NotADayError, NotATimeError
from ui import clock
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


def test_a_set_clock_runs_on_from_there_until_it_is_let_go(set_time):
    with time_machine.travel("2026-11-21T01:00:00Z", tick=False) as true:
        set_time("2026-12-31T23:59")
        true.shift(timedelta(minutes=2))
        assert local(now()).isoformat() == "2027-01-01T00:01:00+08:00"
        assert (clock.is_set(), clock.true_now().isoformat()) == (True, "2026-11-21T01:02:00+00:00")
        clock.let_go()
        assert (clock.is_set(), now()) == (False, clock.true_now())


def test_what_the_clock_is_set_to_is_a_day_and_a_time():
    assert clock.parse_local("2026-11-01 8:30").isoformat() == "2026-11-01T00:30:00+00:00"
    with pytest.raises(NotADayError):
        clock.parse_local("2026-11-31T08:30")
    with pytest.raises(NotATimeError):
        clock.parse_local("2026-11-01")
