from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.accounts import Account, Role
from dutydesk.domain.sign_in import Secret, SecretKind
from dutydesk.domain.swaps import SwapKind, SwapState
from dutydesk.errors import (
    MissingFieldError,
    PaperMissingError,
    SamePersonTwiceError,
    ShiftNotOnError,
    SwapBreaksRuleError,
)
from dutydesk.services import swaps
from dutydesk.services.changes import deed
from dutydesk.services.takeover import take_over
from dutydesk.storage.accounts import ACCOUNTS, SECRETS
from tests.invented import BY, a_copy, published_store
from tests.services.swapping import DECEMBER, PLACE, at, away, free, leader, stands


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


def test_where_people_sign_in_nobody_puts_another_into_their_place_without_a_word(store):
    mine, other = stands(store, PLACE)[1], free(store)
    with deed(store, BY, "begin") as act:
        roles = {mine: Role.DUTY_OFFICER, other: Role.DUTY_OFFICER, "boss": Role.DUTY_LEADER}
        chief = leader(store)
        for person, role in roles.items():
            act.writing.put(ACCOUNTS, Account(chief if person == "boss" else person, frozenset({role})))
        act.writing.put(ACCOUNTS, Account("p41", frozenset({Role.ADMINISTRATOR})))
        act.writing.put(SECRETS, Secret("p41", SecretKind.PHRASE, "-"))
    by = at(PLACE.day, 22)
    with pytest.raises(PaperMissingError):
        take_over(store, PLACE, other, "急事", by=replace(by, person=mine))
    copy = a_copy(store)
    take_over(copy, PLACE, other, "急事", by=replace(by, person=chief))
    take_over(store, PLACE, other, "急事", by=replace(by, person=other))
