from datetime import timedelta

import pytest

from dutydesk.domain.watch import PostState, Standing
from dutydesk.services.incidents import incident_file, running_clocks
from dutydesk.services.roster import assign
from dutydesk.services.today import today
from dutydesk.services.watch import sign_in
from tests.services.nights import MAIN, a_room, arrive, by, seat
from tests.services.test_incidents import slide
from ui.words.desk import clock_line, manned_line, state_text, time_left


@pytest.fixture
def store():
    return a_room()


def lines(store, hours):
    return [manned_line(each) for each in today(store, by(hours).at).on_duty]


def test_each_place_is_told_with_its_state(store):
    arrive(store, 0, MAIN, late=0.1)
    assert (
        lines(store, 0.2)[1] == "24小时班 主班: 钱堃 13800000001 until 11-21 08:00 on post, came 6 min late"
    )
    assert "not signed in, 12 min" in lines(store, 0.2)[0]
    assert "nobody signed in for 60 min" in lines(store, 1)[0]
    assert "without relief for 30 min" in lines(store, 24.5)[0]


def test_where_nobody_is_down_it_says_so_and_counts_no_minutes(store):
    assign(store, [(seat(), None)], by=by(-1))
    assert lines(store, 23)[1] == "24小时班 主班: — until 11-21 08:00 nobody is rostered"


def test_an_unauthorised_swap_is_seen(store):
    sign_in(store, seat(), "p8", unauthorised=True, by=by(0))
    (there,) = [each for each in today(store, by(1).at).on_duty if each.watched.state is PostState.ON_POST]
    assert there.watched.attendance.standing is Standing.UNAUTHORISED
    assert state_text(there.watched) == "on post, unauthorised swap"


def test_a_clock_tells_how_long_it_has_left_to_the_second(store):
    from dutydesk.services.incidents import open_incident  # noqa: PLC0415 - used in this test only

    open_incident(store, slide(), by=by(6))
    incident, clock = running_clocks(store)[0]
    assert clock_line(incident, clock, by(6).at) == "北侧边坡塌方: report by phone, 30:00 left"
    assert time_left(clock, clock.due + timedelta(seconds=61)) == "overdue by 01:01"
    assert time_left(incident_file(store, "i").clocks[1], by(4).at) == "3:00:00 left"
