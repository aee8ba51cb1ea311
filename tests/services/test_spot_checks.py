from datetime import timedelta

import pytest

from dutydesk.domain.spot_checks import Found, Method, Presence, SpotCheck
from dutydesk.domain.violations import State
from dutydesk.errors import FutureEntryError, MissingFieldError, NothingPlannedError, OwnMatterError
from dutydesk.services import scores, spot_checks, violations
from dutydesk.services.charges import Charge, register
from dutydesk.services.discipline import waiting
from dutydesk.services.undo import undoable
from tests.builders import day, days
from tests.services.cases import ACCUSED, INSPECTOR, as_, with_accounts
from tests.services.nights import MAIN, a_room, arrive, by, seat

NIGHT = 13.0
"""21:00, in hours after Friday's 8:00."""
SHIFT = "2026-11-20/full_day"


@pytest.fixture
def store():
    return a_room()


def a_check(**facts):
    plain = {
        "id": "sc", "at": by(NIGHT).at, "method": Method.SITE, "shift": SHIFT, "inspector": "周主任",
        "found": (Found(seat(), "p1", Presence.ABSENT, "办公室无人"),), "evidence": "照片2026-11-20-21-00",
    }  # fmt: skip
    return SpotCheck(**{**plain, **facts})


def test_scenario_2_a_check_at_21_00_becomes_a_violation_of_five_points(store):
    arrive(store, 0, MAIN)
    spot_checks.record(store, a_check(), by=by(NIGHT))
    noted = waiting(store)[-1].candidate
    assert (noted.person, noted.records) == ("p1", (("spot_check", "sc"),))
    told = Charge(
        kind=noted.kind, at=noted.at, what="21:00查岗不在岗", place=noted.place, records=noted.records,
        candidate=noted.id,
    )  # fmt: skip
    register(store, told, by=by(NIGHT + 1))
    (case,) = violations.of_year(store, 2026)
    for hours, step in ((15, violations.inform), (16, violations.hear), (17, violations.verify)):
        step(store, case.id, "外出买药", by=by(hours))
    violations.confirm(store, case.id, by=by(18))
    assert violations.of_year(store, 2026)[0].state is State.CONFIRMED
    assert scores.sheet(store, "p1", 2026, day("2026-11-30")).net == 9500


def test_a_check_is_evidence_of_its_time_place_and_maker(store):
    spot_checks.record(store, a_check(), by=by(NIGHT))
    assert undoable(store) is None
    assert spot_checks.checks(store, by(0).at, by(NIGHT).at) == ()
    assert spot_checks.checks(store, by(NIGHT).at, by(14).at) == (a_check(),)
    for facts, refusal in (
        ({"at": by(20).at}, FutureEntryError),
        ({"shift": ""}, MissingFieldError),
        ({"inspector": " "}, MissingFieldError),
    ):
        with pytest.raises(refusal):
            spot_checks.record(store, a_check(id="x", **facts), by=by(NIGHT))


def test_nobody_checks_themselves():
    store = with_accounts(a_room())
    with pytest.raises(OwnMatterError):
        spot_checks.record(
            store,
            a_check(found=(Found(seat(), INSPECTOR, Presence.ON_POST),)),
            by=as_(INSPECTOR, NIGHT),
        )


def test_a_plan_is_drawn_from_its_seed_and_hidden_from_those_it_may_meet():
    store = with_accounts(a_room())
    weekend = days("2026-11-20", 3)
    spot_checks.plan(store, weekend, 2026, by=as_(INSPECTOR, -10))
    (kept,) = spot_checks.planned(store, by=as_(INSPECTOR))
    assert (kept.seed, len(kept.checks)) == (2026, 1)
    assert spot_checks.planned(store, by=as_(ACCUSED)) == ()
    assert spot_checks.due(store, by=as_(INSPECTOR)) == kept.checks
    planned = kept.checks[0]
    made = a_check(at=planned.at, shift=planned.shift, found=())
    spot_checks.record(store, made, by=as_(INSPECTOR, 80))
    assert spot_checks.due(store, by=as_(INSPECTOR)) == ()


def test_an_empty_roster_is_not_checked(store):
    with pytest.raises(NothingPlannedError):
        spot_checks.plan(store, days("2026-12-01", 7), 1, by=by(0))


def test_who_must_be_on_post_at_an_instant_is_asked_of_the_roster(store):
    there = spot_checks.expected(store, by(NIGHT).at)
    assert {each.person for each in there} == {"p0", "p1", "p2", "p6"}
    assert spot_checks.expected(store, by(NIGHT).at + timedelta(days=10)) == ()
