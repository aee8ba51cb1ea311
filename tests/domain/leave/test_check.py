import pytest

from dutydesk.domain.leave import Half, LeaveState
from dutydesk.domain.leave.check import objections
from dutydesk.domain.people import Pair
from dutydesk.errors import (
    HeadsAwayError,
    MissingFieldError,
    NoDaysError,
    NotEnoughLeaveError,
    NotServingError,
    OverlappingLeaveError,
    PairAwayError,
    ReversedHalvesError,
    SamePersonTwiceError,
    StandInAwayError,
    StandsInError,
    TooLongLeaveError,
)
from tests.builders import day, days
from tests.domain.leave.office import PEOPLE, a_request, the_book, with_rules

PENDING = LeaveState.PENDING


def against(request, *leaves, **facts):
    """The refusals of a request, each as its class and its facts."""
    return [(type(each), *vars(each).values()) for each in objections(the_book(*leaves, **facts), request)]


def test_nothing_stands_against_a_full_request():
    assert against(a_request()) == []


@pytest.mark.parametrize("field", ["person", "type", "reason", "stand_in", "handed_over"])
def test_every_request_says_who_why_and_who_minds_the_work(field):
    assert against(a_request(**{field: " " if field == "reason" else ""}, id="x"))[0] == (
        MissingFieldError,
        field,
    )


def test_out_of_town_the_place_and_a_telephone_must_be_known():
    found = against(a_request(leaves_city=True))
    assert found == [(MissingFieldError, "destination"), (MissingFieldError, "phone")]


def test_a_leader_out_of_town_names_who_is_in_charge_meanwhile():
    away = {"leaves_city": True, "destination": "杭州", "phone": "19900000000", "stand_in": "second"}
    assert against(a_request("first", **away)) == [(MissingFieldError, "acting")]
    assert against(a_request("first", **away, acting="second")) == []


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"first": "2026-11-21", "last": "2026-11-22"}, (NoDaysError, "2026-11-21", "2026-11-22")),
        ({"last": "2027-12-31"}, (TooLongLeaveError, 404, 400)),
        (
            {"from_half": Half.AFTERNOON, "to_half": Half.MORNING},
            (ReversedHalvesError, "2026-11-23"),
        ),
    ],
)
def test_days_that_make_no_leave_are_told_alone(facts, found):
    assert against(a_request(**facts, stand_in="")) == [found]


def test_a_kind_may_be_shorter_than_what_is_asked_for():
    kinds = [each for each in the_book().kinds if each.id != "marriage"]
    marriage = next(each for each in the_book().kinds if each.id == "marriage")
    short = type(marriage)(marriage.id, marriage.name, longest=3)
    request = a_request(last="2026-11-26", type="marriage")
    assert against(request, kinds=(*kinds, short)) == [(TooLongLeaveError, 4, 3)]


def test_whoever_left_meanwhile_takes_no_leave():
    people = tuple(
        type(each)(**{**{name: getattr(each, name) for name in each.__slots__}, "left": day("2026-11-23")})
        if each.id == "ann"
        else each
        for each in PEOPLE
    )
    assert against(a_request(last="2026-11-24"), people=people) == [(NotServingError, "陈安")]


@pytest.mark.parametrize("state", [LeaveState.APPROVED, PENDING])
def test_nobody_asks_twice_for_the_same_half_day(state):
    other = a_request(last="2026-11-25", id="other", state=state, stand_in="head")
    found = against(a_request(first="2026-11-25", from_half=Half.AFTERNOON), other)
    assert found == [(OverlappingLeaveError, "陈安", "2026-11-23", "2026-11-25")]


def test_half_a_day_after_half_a_day_is_two_leaves():
    morning = a_request(to_half=Half.MORNING, id="other")
    assert against(a_request(from_half=Half.AFTERNOON), morning) == []


@pytest.mark.parametrize("state", [LeaveState.REFUSED, LeaveState.CANCELLED, LeaveState.DRAFT])
def test_what_is_off_the_table_stands_in_nobodys_way(state):
    assert against(a_request(), a_request(id="other", state=state)) == []


def test_nobody_stands_in_for_themselves():
    assert against(a_request(stand_in="ann")) == [(SamePersonTwiceError, "陈安")]


def test_a_stand_in_who_is_away_is_refused_with_the_dates():
    away = a_request("cat", "2026-11-20", "2026-11-23", stand_in="bob")
    assert against(a_request(), away) == [(StandInAwayError, "卫才", "2026-11-20", "2026-11-23")]
    assert against(a_request(first="2026-11-24"), away) == []


def test_whoever_stands_in_for_another_does_not_leave_meanwhile():
    theirs = a_request("bob", stand_in="ann")
    assert against(a_request(), theirs) == [(StandsInError, "陈安", "褚博", "2026-11-23", "2026-11-23")]


@pytest.mark.parametrize(("last", "refused"), [("2026-12-31", True), ("2026-11-20", False)])
def test_a_and_b_are_never_both_away_while_they_are_a_pair(last, refused):
    pair = Pair("ab", "bob", "ann", days("2026-01-01", last))
    found = against(a_request(), a_request("bob", stand_in="head"), pairs=(pair,))
    assert found == ([(PairAwayError, "陈安", "褚博", "2026-11-23", "2026-11-23")] if refused else [])


def test_the_chief_and_the_first_deputy_are_not_both_away_where_that_is_the_rule():
    away, asked = a_request("chief", stand_in="second"), a_request("first", stand_in="house")
    assert against(asked, away) == [(HeadsAwayError, "吴一", "周正", "2026-11-23", "2026-11-23")]
    assert objections(with_rules(the_book(away), heads_apart=False), asked) == ()
    assert (
        against(a_request("second", stand_in="house", first="2026-11-23"), a_request("first", id="f")) == []
    )


def test_more_than_is_left_cannot_be_taken():
    found = against(a_request(type="comp_rest", to_half=Half.MORNING))
    assert found == [(NotEnoughLeaveError, "comp_rest", "0.5", "0")]
    assert against(a_request(type="annual", last="2026-12-04")) == []
    assert against(a_request(type="annual", last="2026-12-07")) == [
        (NotEnoughLeaveError, "annual", "11", "10")
    ]
    assert against(a_request("cat", type="annual", last="2026-12-31", stand_in="bob")) == []


def test_everything_that_is_wrong_is_said_at_once():
    away = a_request("cat", stand_in="bob")
    found = against(a_request(reason="", type="comp_rest"), away)
    assert [each[0] for each in found] == [MissingFieldError, StandInAwayError, NotEnoughLeaveError]
