from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.swaps import SwapKind, SwapState
from dutydesk.errors import (
    MissingFieldError,
    SamePersonTwiceError,
    ShiftNotOnError,
    SwapBreaksRuleError,
)
from dutydesk.services import swaps
from dutydesk.services.takeover import take_over
from tests.invented import a_copy, published_store
from tests.services.swapping import DECEMBER, PLACE, at, away, free, stands


@pytest.fixture(scope="module")
def published():
    return published_store(DECEMBER)


@pytest.fixture
def store(published):
    return a_copy(published)


def test_somebody_takes_over_now(store):
    by = at(PLACE.day, 22)
    mine, other = stands(store, PLACE)[0], free(store)
    take_over(store, PLACE, other, "突发高烧送医", by=by)
    assert stands(store, PLACE) == (mine, other)
    (record,) = swaps.swaps(store)
    assert (record.kind, record.state, record.filing) == (SwapKind.TAKEOVER, SwapState.APPLIED, "2026-001")
    assert (record.applicant, record.applied_at) == (mine, by.at)
    assert list(store.ask("select distinct reason from journal where deed = 'take_over_duty'")) == [
        ("突发高烧送医",)
    ]


def test_only_a_shift_that_is_on_is_taken_over_by_somebody_who_is_there(store):
    other = free(store)
    with pytest.raises(ShiftNotOnError):
        take_over(store, PLACE, other, "急事", by=at(PLACE.day - timedelta(days=1), 22))
    with pytest.raises(ShiftNotOnError):
        take_over(store, PLACE, other, "急事", by=at(PLACE.day + timedelta(days=1), 8))
    by = at(PLACE.day, 22)
    with pytest.raises(MissingFieldError):
        take_over(store, PLACE, other, "", by=by)
    with pytest.raises(SamePersonTwiceError):
        take_over(store, PLACE, stands(store, PLACE)[1], "急事", by=by)
    away(store, other, PLACE.day)
    with pytest.raises(SwapBreaksRuleError):
        take_over(store, PLACE, other, "急事", by=by)
    neighbour = stands(store, replace(PLACE, seat=1))[1]
    with pytest.raises(SwapBreaksRuleError):
        take_over(store, PLACE, neighbour, "急事", by=by)


def test_an_emergency_excuses_rest(store):
    yesterday = stands(store, replace(PLACE, day=PLACE.day - timedelta(days=1)))[1]
    take_over(store, PLACE, yesterday, "急事", by=at(PLACE.day, 22))
    assert stands(store, PLACE)[1] == yesterday
