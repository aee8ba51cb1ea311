import pytest

from dutydesk.domain.circulars import Demand
from dutydesk.domain.followups import FollowUp
from dutydesk.domain.spot_checks import Found, Method, Presence, SpotCheck
from dutydesk.domain.violations import State
from dutydesk.errors.discipline import PeriodNotOverError
from dutydesk.services import followups, spot_checks, violations
from dutydesk.services.circulars import compose, issue, issued
from dutydesk.services.undo import undoable
from tests.builders import day, days
from tests.services.cases import confirmed
from tests.services.nights import a_room, by, seat

DAY = 24.0
WEEK, NEXT = days("2026-11-16", 7), days("2026-11-23", 7)


@pytest.fixture
def store():
    opened = a_room()
    found = (Found(seat(), "p1", Presence.ABSENT), Found(seat(0, "leader"), "p0", Presence.ON_POST))
    check = SpotCheck(
        id="sc", at=by(13).at, method=Method.SITE, shift="2026-11-20/full_day", inspector="周主任",
        found=found, problem="值班日志漏记",
    )  # fmt: skip
    spot_checks.record(opened, check, by=by(13))
    return opened


def test_the_week_is_counted_and_what_was_confirmed_in_it_named_with_its_points(store):
    confirmed(store)
    told = compose(store, WEEK, named=True, demands=[Demand("补记", day("2026-11-27"))], by=by(3 * DAY))
    assert (told.counts.checks, told.counts.people, told.counts.absent) == (1, 2, 1)
    assert told.problems == ("值班日志漏记",)
    (entry,) = told.entries
    assert (entry.number, entry.person, entry.points, entry.cumulated) == ("2026-001", "p1", 500, 500)
    assert told.demands[0].until == day("2026-11-27")


def test_what_an_appeal_gave_back_is_told_in_the_next_circular(store):
    case = confirmed(store)
    violations.appeal(store, case, "当时去接紧急传真", by=by(3 * DAY))
    violations.decide(store, case, State.CANCELLED, "经查属实", by=by(4 * DAY))
    first = compose(store, WEEK, named=True, by=by(12 * DAY))
    second = compose(store, NEXT, named=True, by=by(12 * DAY))
    assert [(each.state, each.points) for each in first.entries] == [(State.CONFIRMED, 500)]
    assert [(each.state, each.cumulated) for each in second.entries] == [(State.CANCELLED, 0)]


def test_a_follow_up_at_its_third_stage_stands_in_it(store):
    item = FollowUp(id="f", content="排水口清淤", registered_at=by(1).at, due=by(2).at, responsible="城管科")
    followups.register(store, item, by=by(1))
    assert compose(store, WEEK, named=True, by=by(3)).matters == ()
    for stage in (1, 2):
        followups.escalate(store, "f", by(30 * stage + 20).at, by=by(30 * stage))
    (matter,) = compose(store, WEEK, named=True, by=by(3 * DAY)).matters
    assert (matter.content, matter.responsible) == ("排水口清淤", "城管科")


def test_it_is_issued_when_its_period_is_over_under_the_next_number_of_the_year(store):
    told = compose(store, WEEK, named=False, by=by(DAY))
    with pytest.raises(PeriodNotOverError):
        issue(store, told, by=by(DAY))
    issue(store, told, by=by(4 * DAY))
    issue(store, compose(store, NEXT, named=False, by=by(12 * DAY)), by=by(12 * DAY))
    assert [(each.number, each.period, each.named) for each in issued(store)] == [
        (1, WEEK, False),
        (2, NEXT, False),
    ]
    assert undoable(store) is None
