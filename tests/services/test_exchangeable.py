from dataclasses import replace
from datetime import date, timedelta

import pytest

from dutydesk.services import roster
from dutydesk.services.exchangeable import exchangeable
from tests.invented import a_copy, published_store
from tests.services.swapping import DECEMBER, PLACE, at, away, partner, stands


@pytest.fixture(scope="module")
def published():
    return published_store(DECEMBER)


@pytest.fixture
def store(published):
    return a_copy(published)


def offered(store, person, day=DECEMBER.first):
    return exchangeable(store, PLACE, person, DECEMBER, at(day).at)


def test_what_breaks_no_rule_is_offered(store):
    other, place = partner(store)
    assert place in offered(store, other)
    assert all(stands(store, each)[1] == other for each in offered(store, other))


def test_what_has_begun_is_not(store):
    other, place = partner(store)
    assert place not in offered(store, other, place.day + timedelta(days=1))


def test_a_rule_that_would_be_broken_keeps_it_back(store):
    other, place = partner(store)
    away(store, stands(store, PLACE)[1], place.day)
    assert place not in offered(store, other)


def test_for_a_place_that_nobody_stands_nothing_is_offered(store):
    other, _ = partner(store)
    empty = replace(PLACE, day=date(2027, 3, 1))
    assert exchangeable(store, empty, other, DECEMBER, at(DECEMBER.first).at) == ()
    assert roster.grid(store, DECEMBER).duties
